import { beforeAll, expect, test } from 'vitest'
import { serveRest } from '#app/_next/rest/door'
import { makeBox } from '#db/testing/ideas'
import type { Actor } from '#domain/access'
import { makeToken } from '#server/accounts/make-token'

let box: Awaited<ReturnType<typeof makeBox>>
const secrets = new Map<Actor, string>()

const call = async (actor: Actor, method: string, path: string, body?: unknown) => {
  const headers = { authorization: `Bearer ${secrets.get(actor)}`, 'content-type': 'application/json' }
  const text = body === undefined ? undefined : JSON.stringify(body)
  const response = await serveRest(
    new Request(`http://localhost/api/v1${path}`, { method, headers, body: text }),
  )
  return { status: response.status, json: await response.json().catch(() => undefined) }
}

beforeAll(async () => {
  box = await makeBox()
  for (const actor of [box.operator, box.colleague, box.supervisor]) {
    secrets.set(actor, (await makeToken(actor, { name: 'тест', scope: 'write', days: 1 })).secret)
  }
})

test('an idea is sent, found by likeness, supported once and answered', async () => {
  const { operator, colleague, supervisor, areaId } = box
  const sent = await call(operator, 'POST', '/ideas', {
    title: 'Тихіші гарнітури для всіх',
    body: 'Фонять.',
    areaId,
    authorMode: 'named',
  })
  expect(sent.status).toBe(201)
  const { number } = sent.json
  const text = encodeURIComponent('тиха гарнітурa')
  const similar = await call(colleague, 'GET', `/ideas?similar=${text}&limit=5`)
  expect(similar.json.items.map((item: { number: number }) => item.number)).toContain(number)
  for (let turn = 0; turn < 2; turn++) {
    expect((await call(colleague, 'POST', `/ideas/${number}/votes`)).status).toBeLessThan(300)
  }
  expect((await call(operator, 'POST', `/ideas/${number}/votes`)).status).toBe(409)
  expect((await call(colleague, 'GET', `/ideas/${number}`)).json).toMatchObject({ votes: 1, voted: true })
  expect((await call(colleague, 'DELETE', `/ideas/${number}/votes`)).status).toBeLessThan(300)
  const answer = { kind: 'ack', body: 'Прочитано, відповімо до пʼятниці.' }
  expect((await call(colleague, 'POST', `/ideas/${number}/answers`, answer)).status).toBe(403)
  expect((await call(supervisor, 'POST', `/ideas/${number}/answers`, answer)).status).toBe(201)
  expect((await call(colleague, 'GET', `/ideas/${number}`)).json).toMatchObject({
    votes: 0,
    state: 'under-review',
  })
  const areas = await call(operator, 'GET', '/areas')
  expect(areas.json.items.map((area: { id: string }) => area.id)).toContain(areaId)
})

test('an anonymous idea answers its code once and shows no author to anybody', async () => {
  const body = {
    title: 'Хай перерви будуть перервами',
    body: '',
    areaId: box.areaId,
    authorMode: 'anonymous',
  }
  const sent = await call(box.operator, 'POST', '/ideas', body)
  expect(sent.json.code).toMatch(/^[\w-]{22}$/)
  const read = await call(box.operator, 'GET', `/ideas/${sent.json.number}`)
  expect(read.json).toMatchObject({ author: null, mine: false, authorMode: 'anonymous' })
  expect(JSON.stringify(read.json)).not.toContain(box.operator.personId)
})

test('a praise is given and stands on the wall, and its receiver has a notice', async () => {
  const deed = 'Ви спокійно пояснили новачкові, як шукати договір.'
  const given = { receiverId: box.operator.personId, deed, value: 'team', visibility: 'public' }
  const answer = await call(box.colleague, 'POST', '/praises', given)
  expect(answer).toMatchObject({ status: 201, json: { kind: 'peer', shownTo: 'public' } })
  const wall = await call(box.operator, 'GET', '/praises?limit=1')
  expect(wall.json.items[0]).toMatchObject({ deed, value: { slug: 'team' } })
  const notices = await call(box.operator, 'GET', '/notices?unread=true')
  expect(notices.json.items[0]).toMatchObject({ kind: 'praise.received', read: false })
  expect((await call(box.operator, 'POST', '/notices/read', {})).json.read).toBeGreaterThan(0)
  expect((await call(box.operator, 'GET', '/notices?unread=true')).json.items).toEqual([])
})
