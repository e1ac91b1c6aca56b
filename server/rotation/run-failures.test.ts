import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { makeFloor, makeShift } from '#db/testing/floor'
import { buildRotationWorker } from '#db/testing/rotation-worker'
import { systemActor } from '#domain/access'
import { generatedInstance } from '#domain/rotation/engine/generated'
import { PARTS, type Part } from '#domain/rotation/engine/parts'
import { addDays } from '#domain/site-time'
import { planRotation } from '#server/jobs/plan-rotation'
import { openPlan } from '#server/rotation/open-plan'
import { findRun } from '#server/rotation/run-queries'
import { startRun } from '#server/rotation/start-run'
import { storeRun } from '#server/rotation/store-run'
import { teamDay } from '#server/rotation/team-queries'
import { solveInstance } from '#server/solver'

const NOW = new Date('2031-05-03T12:00:00Z')
const options = { now: NOW }
let floor: Floor
let date = '2031-11-04'
let planId = ''

const at = (hour: number) => `${date}T${String(hour).padStart(2, '0')}:00:00Z`
const begin = async () => {
  date = addDays(date, 1)
  await makeShift(floor.operator, at(7), at(16))
  planId = (await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: date }, options)).planId
  const { runId } = await startRun(floor.supervisor, { planId, seconds: 1 }, options)
  return { planId, runId }
}
const statusOf = async (plan: string) => (await findRun(floor.supervisor, { planId: plan })).run?.status

beforeAll(async () => {
  floor = await makeFloor()
  await buildRotationWorker()
})
beforeEach(async () => {
  await db.execute(sql`delete from plan_runs`)
})

test('a search that fails leaves none of the others waiting', async () => {
  const first = await begin()
  await db.execute(sql`delete from shifts where team_id = ${floor.teamId} and on_date = ${date}`)
  const second = await begin()
  await expect(planRotation(NOW)).rejects.toThrow()
  expect([await statusOf(first.planId), await statusOf(second.planId)]).toEqual(['failed', 'done'])
})

test('a search that finds the solver busy waits for the next turn', async () => {
  const { planId: mine } = await begin()
  const stop = new AbortController()
  const long = { ...generatedInstance(3, 4, 24), moves: undefined, seconds: 60 }
  const others = [1, 2, 3, 4].map(() => solveInstance(long, { signal: stop.signal }))
  await planRotation(NOW)
  expect(await statusOf(mine)).toBe('waiting')
  stop.abort()
  await Promise.all(others)
  await planRotation(NOW)
  expect(await statusOf(mine)).toBe('done')
})

test('whoever became absent while the search was at work is put on nothing then', async () => {
  const { runId } = await begin()
  const { personId } = floor.operator
  const board = () => teamDay(floor.supervisor, { date, teamId: floor.teamId, view: 'draft' }, options)
  const shift = (await board()).shifts.find((one) => one.personId === personId)
  await db.execute(sql`update plan_runs set status = 'running', heard_at = now() where id = ${runId}`)
  await db.execute(sql`
    insert into absences (id, person_id, span, created_at)
    values (gen_random_uuid(), ${personId}, tstzrange(${at(9)}::timestamptz, ${at(12)}::timestamptz), now())`)
  const found = { what: 'task' as const, taskId: floor.mail, from: Date.parse(at(7)), to: Date.parse(at(16)) }
  const nothing = { objective: 0, bound: 0, gap: 0, moves: 1, seconds: 1, engine: 'test' }
  const lists = { unmet: [], causes: [], excluded: [], people: [], worth: [] }
  const parts = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>
  await storeRun(systemActor(), {
    runId,
    days: [{ shiftId: shift?.shiftId ?? '', pieces: [found] }],
    outcome: { ...nothing, ...lists, parts },
  })
  const after = (await board()).shifts.find((one) => one.personId === personId)
  expect(after?.pieces.map(({ from, to }) => [from, to])).toEqual([
    [Date.parse(at(7)), Date.parse(at(9))],
    [Date.parse(at(12)), Date.parse(at(16))],
  ])
})
