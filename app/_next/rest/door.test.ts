import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { openApiDocument } from '#app/_next/rest/document'
import { serveRest } from '#app/_next/rest/door'
import { operations } from '#app/_next/rest/registry'
import { db } from '#db/client'
import { makePerson, makePosition, makeSite, makeTeam } from '#db/testing/people'
import { makeToken } from '#server/accounts/make-token'

let hr: string
let reader: string
let operator: string
let place: { siteId: string; teamId: string; positionId: string }
let turn = 0

type Call = { method?: string; token?: string; body?: unknown; headers?: Record<string, string> }
const call = async (path: string, { method = 'GET', token = hr, body, headers = {} }: Call = {}) => {
  const all = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await serveRest(
    new Request(`http://localhost/api/v1${path}`, {
      method,
      headers: all,
      body: body === undefined ? undefined : text,
    }),
  )
  return { status: response.status, type: response.headers.get('content-type'), json: await response.json() }
}
const newcomer = () => ({
  name: 'Марко Їжак',
  email: `marko${turn++}@example.com`,
  startsOn: '2026-02-01',
  ...place,
})

beforeAll(async () => {
  const siteId = await makeSite()
  place = { siteId, teamId: await makeTeam(siteId), positionId: await makePosition() }
  const person = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  const token = async (actor: typeof person, scope: 'read' | 'write') =>
    (await makeToken(actor, { name: 'тест', scope, days: 1 })).secret
  hr = await token(person, 'write')
  reader = await token(person, 'read')
  operator = await token(await makePerson({ siteId, teamId: place.teamId }), 'write')
})

test('a write answers what was made, and the list finds it by e-mail', async () => {
  const body = newcomer()
  const made = await call('/people', { method: 'POST', body })
  expect(made.status).toBe(201)
  const found = await call(`/people?email=${encodeURIComponent(body.email)}`)
  expect(found.json).toMatchObject({ items: [{ id: made.json.id, name: 'Марко Їжак' }], next: null })
})

describe('problems', () => {
  const problem = 'application/problem+json'
  test('no token or a wrong one: 401', async () => {
    expect(await call('/people', { token: 'sviato_made-up' })).toMatchObject({
      status: 401,
      type: problem,
      json: { code: 'unauthenticated' },
    })
  })
  test('a body that does not fit: 422 with its fields', async () => {
    const answer = await call('/people', { method: 'POST', body: { ...newcomer(), email: 'x' } })
    expect(answer).toMatchObject({
      status: 422,
      type: problem,
      json: { code: 'invalid', fields: { email: 'email' } },
    })
  })
  test('a limit beyond a hundred: 400', async () => {
    expect(await call('/people?limit=101')).toMatchObject({
      status: 400,
      json: { code: 'invalid', fields: { limit: 'tooLarge' } },
    })
  })
  test('no JSON: 400', async () => {
    expect(await call('/people', { method: 'POST', body: '{"name":' })).toMatchObject({
      status: 400,
      type: problem,
      json: { code: 'invalid' },
    })
  })
  test('an address or a thing that is not there: 404', async () => {
    expect(await call('/nothing')).toMatchObject({ status: 404, type: problem })
    expect(await call('/people/00000000-0000-7000-8000-000000000000')).toMatchObject({
      status: 404,
      json: { code: 'not-found' },
    })
  })
  test('no right to the verb: 403; a conflict: 409', async () => {
    const body = newcomer()
    expect(await call('/people', { method: 'POST', body, token: operator })).toMatchObject({
      status: 403,
      json: { code: 'forbidden' },
    })
    await call('/people', { method: 'POST', body })
    expect(await call('/people', { method: 'POST', body })).toMatchObject({
      status: 409,
      json: { code: 'conflict' },
    })
  })
  test('a reading token writes nothing', async () => {
    expect((await call('/people', { method: 'POST', body: newcomer(), token: reader })).status).toBe(403)
  })
})

test('an idempotency key does one thing; with another body it is refused', async () => {
  const body = newcomer()
  const headers = { 'idempotency-key': 'rest-key-0001' }
  const first = await call('/people', { method: 'POST', body, headers })
  expect((await call('/people', { method: 'POST', body, headers })).json).toEqual(first.json)
  expect((await call('/people', { method: 'POST', body: newcomer(), headers })).status).toBe(422)
})

test('a list pages by its cursor', async () => {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from current_employments`,
  )
  const seen = new Set<string>()
  for (let cursor = ''; ; ) {
    const { json } = await call(`/people?limit=3${cursor && `&cursor=${cursor}`}`)
    for (const item of json.items) seen.add(item.id)
    if (!json.next) break
    cursor = json.next
  }
  expect(seen.size).toBe(rows[0]?.count)
})

test('the document names every operation by its verb', async () => {
  const document = (await openApiDocument()) as {
    openapi: string
    paths: Record<string, Record<string, { operationId: string }>>
  }
  const ids = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map((operation) => operation.operationId),
  )
  expect(document.openapi).toMatch(/^3\.1/)
  expect(ids.sort()).toEqual(operations.map(({ run }) => run.verb as string).sort())
})
