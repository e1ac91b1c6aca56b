import { beforeAll, expect, test } from 'vitest'
import { serveRest } from '#app/_next/rest/door'
import { LADDER_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite } from '#db/testing/people'
import { makeToken } from '#server/accounts/make-token'

let hr: string
let operator: string
let operatorId: string

const call = async (method: string, path: string, token: string, body?: unknown) => {
  const response = await serveRest(
    new Request(`http://localhost/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
  )
  return { status: response.status, json: await response.json() }
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

beforeAll(async () => {
  const siteId = await makeSite()
  const tokenOf = async (actor: Awaited<ReturnType<typeof makePerson>>) =>
    (await makeToken(actor, { name: 'тест', scope: 'write', days: 1 })).secret
  hr = await tokenOf(await makePerson({ siteId, roles: [{ role: 'hr' }] }))
  const person = await makePerson({ siteId, positionId: referenceId('position', 'operator') })
  operatorId = person.personId
  operator = await tokenOf(person)
})

test('lists answer titles in both languages', async () => {
  for (const list of ['positions', 'competences', 'trainings']) {
    const { status, json } = await call('GET', `/${list}?limit=1`, operator)
    expect(status).toBe(200)
    expect(json.items[0].title).toMatchObject({ uk: expect.any(String), en: expect.any(String) })
    expect(json.next).not.toBeNull()
  }
  expect((await call('GET', '/positions?limit=101', operator)).status).toBe(400)
})

test('a session is planned, enrolled into, and marked', async () => {
  const trainingId = referenceId('training', 'voice')
  const planned = {
    trainingId,
    startsAt: inDays(3),
    endsAt: inDays(3.2),
    seats: 1,
    place: { uk: 'Кімната 1' },
  }
  expect((await call('POST', '/sessions', operator, planned)).status).toBe(403)
  const made = await call('POST', '/sessions', hr, planned)
  expect(made.status).toBe(201)
  const path = `/sessions/${made.json.sessionId}/enrolments`
  expect(await call('POST', path, operator, {})).toMatchObject({ status: 201, json: { state: 'booked' } })
  expect(await call('POST', path, operator, {})).toMatchObject({ status: 409, json: { code: 'conflict' } })
  const { json } = await call('GET', '/enrolments', operator)
  expect(json.items).toMatchObject([{ personId: operatorId, state: 'booked' }])
  expect((await call('DELETE', `/enrolments/${json.items[0].id}`, operator)).status).toBe(200)
})

test('a ladder is drafted, changed and refused while it cannot be learned', async () => {
  const draft = await call('POST', `/ladders/${LADDER_ID}/versions`, hr, {})
  expect(draft.status).toBe(201)
  const version = `/ladders/versions/${draft.json.versionId}`
  const asked = { positionId: referenceId('position', 'mentor'), kind: 'tenure', threshold: 9, hard: true }
  const changed = await call('PUT', `${version}/requirements`, hr, asked)
  expect(changed.status).toBe(200)
  const sentence = { uk: 'Стаж наставника — девʼять місяців.', en: 'A mentor needs nine months.' }
  const unread = await call('POST', `${version}/publication`, hr, { whatChanged: sentence })
  expect(unread).toMatchObject({ status: 422, json: { fields: { edits: 'required' } } })
  const read = { whatChanged: sentence, edits: changed.json.edits }
  const refused = await call('POST', `${version}/publication`, hr, read)
  expect(refused).toMatchObject({ status: 409, json: { detail: 'ladderHoles' } })
  expect(Object.values(refused.json.fields)).toContain('holeWithoutSeat')
  expect((await call('GET', version, operator)).status).toBe(404)
})
