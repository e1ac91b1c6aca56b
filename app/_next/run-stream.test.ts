import { beforeAll, expect, test } from 'vitest'
import { streamRun } from '#app/_next/run-stream'
import type { Floor } from '#db/testing/floor'
import { makeFloor, makeShift } from '#db/testing/floor'
import { systemActor } from '#domain/access'
import { findSession, type Session } from '#server/accounts/actor-queries'
import { endSession } from '#server/accounts/end-session'
import { openSession } from '#server/accounts/sign-in'
import { openPlan } from '#server/rotation/open-plan'
import { startRun } from '#server/rotation/start-run'
import { stopWeek } from '#server/rotation/stop-week'

const options = { now: new Date('2031-05-03T12:00:00Z') }
let floor: Floor
let planId = ''

beforeAll(async () => {
  floor = await makeFloor()
  await makeShift(floor.operator, '2031-05-04T07:00:00Z', '2031-05-04T16:00:00Z')
  planId = (await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: '2031-05-04' }, options)).planId
  await startRun(floor.supervisor, { planId, seconds: 1 }, options)
})

const enter = async () => {
  const { sessionId } = await openSession(systemActor(), { personId: floor.supervisor.personId })
  return { sessionId, session: (await findSession(sessionId)) as Session }
}
const follow = (session: Session, of = planId) => {
  const reader = streamRun(session, of, new AbortController().signal, 0).getReader()
  const next = async () => {
    const { done, value } = await reader.read()
    return done ? 'end' : new TextDecoder().decode(value)
  }
  return { next, leave: () => reader.cancel() }
}

test('a search is told until its reader signs out', async () => {
  const { session, sessionId } = await enter()
  const { next } = follow(session)
  expect(await next()).toContain('retry')
  expect(await next()).toContain('"status":"waiting"')
  await endSession(session.actor, { sessionId })
  expect(await next()).toBe('end')
})

test('a search that was taken back before it began ends for whoever waits for it', async () => {
  const { session } = await enter()
  const asked = { teamId: floor.teamId, onDate: '2031-05-05' }
  await makeShift(floor.operator, '2031-05-05T07:00:00Z', '2031-05-05T16:00:00Z')
  const other = await openPlan(floor.supervisor, asked, options)
  await startRun(floor.supervisor, { planId: other.planId, seconds: 1 }, options)
  const { next } = follow(session, other.planId)
  expect(await next()).toContain('retry')
  expect(await next()).toContain('"status":"waiting"')
  await stopWeek(floor.supervisor, { teamId: floor.teamId, date: asked.onDate }, options)
  expect(await next()).toContain('"status":"done"')
  expect(await next()).toBe('end')
})

test('a forgotten tab makes room: of one person’s streams the oldest ends', async () => {
  const { session } = await enter()
  const all = Array.from({ length: 4 }, () => follow(session))
  const firsts = await Promise.all(all.map(({ next }) => next()))
  expect(firsts).toEqual(Array(4).fill(expect.stringContaining('retry')))
  expect(await all[0]?.next()).toBe('end')
  expect(await all[1]?.next()).toContain('"status":"waiting"')
  for (const { leave } of all) await leave()
})
