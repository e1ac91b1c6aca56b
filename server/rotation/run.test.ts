import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { makeFloor, makeShift } from '#db/testing/floor'
import { makePerson } from '#db/testing/people'
import { buildRotationWorker } from '#db/testing/rotation-worker'
import { isHard } from '#domain/rotation/rules'
import { addDays } from '#domain/site-time'
import { planRotation } from '#server/jobs/plan-rotation'
import { listChanges } from '#server/rotation/changes-queries'
import { openPlan } from '#server/rotation/open-plan'
import { publishPlan } from '#server/rotation/publish'
import { putBlock } from '#server/rotation/put-block'
import { findRun } from '#server/rotation/run-queries'
import { setDemand } from '#server/rotation/set-demand'
import { startRun } from '#server/rotation/start-run'
import { stopRun } from '#server/rotation/stop-run'
import { teamDay } from '#server/rotation/team-queries'
import { crossTraining } from '#server/rotation/worth-queries'

const NOW = new Date('2031-05-03T12:00:00Z')
const options = { now: NOW }
let floor: Floor
let date = '2031-05-04'
let planId = ''

beforeAll(async () => {
  floor = await makeFloor()
  await buildRotationWorker()
})

beforeEach(async () => {
  date = addDays(date, 2)
  for (const person of [floor.operator, floor.colleague])
    await makeShift(person, `${date}T07:00:00Z`, `${date}T16:00:00Z`)
  planId = (await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: date }, options)).planId
})

const at = (hour: number) => `${date}T${String(hour).padStart(2, '0')}:00:00Z`
const start = (more: object = {}) => startRun(floor.supervisor, { planId, seconds: 1, ...more }, options)
const found = async () => (await findRun(floor.supervisor, { planId })).run
const draft = async () => teamDay(floor.supervisor, { date, teamId: floor.teamId, view: 'draft' }, options)

test('one press makes a legal draft of the whole day, which can be published', async () => {
  const want = { siteId: floor.siteId, taskId: floor.mail, from: at(8), to: at(12), minimum: 1, target: 9 }
  await setDemand(floor.supervisor, want, options)
  await start()
  expect(await found()).toMatchObject({ status: 'waiting', outcome: null })
  await planRotation(NOW)
  const run = await found()
  expect(run).toMatchObject({ status: 'done', news: expect.objectContaining({ share: expect.any(Number) }) })
  const { shifts } = await draft()
  for (const shift of shifts) {
    expect(shift.broken.filter(isHard)).toEqual([])
    expect(shift.pieces.at(-1)?.to).toBe(shift.to)
  }
  expect(run?.outcome?.unmet).toContainEqual(
    expect.objectContaining({ taskId: floor.mail, below: 'target', from: Date.parse(at(8)) }),
  )
  expect(run?.outcome?.causes[0]).toMatchObject({ taskId: floor.mail, able: 2 })
  expect((await publishPlan(floor.supervisor, { planId }, options)).told).toBe(2)
  await expect(start()).rejects.toMatchObject({ fault: { key: 'rotation.onlyDraft' } })
})

test('what a search found says which competence would have relieved the day, to those who plan it or teach and to nobody else', async () => {
  const want = { siteId: floor.siteId, taskId: floor.expert, from: at(8), to: at(12), minimum: 0, target: 3 }
  await setDemand(floor.supervisor, want, options)
  await start()
  await planRotation(NOW)
  const soon = { now: new Date() }
  const { items } = await crossTraining(floor.supervisor, { teamId: floor.teamId }, soon)
  expect(items[0]).toMatchObject({ level: expect.any(Number), value: expect.any(Number) })
  const trainer = await makePerson({ siteId: floor.siteId, roles: [{ role: 'trainer' }] })
  expect((await crossTraining(trainer, {}, soon)).items).toEqual(items)
  await expect(crossTraining(floor.operator, {}, soon)).rejects.toMatchObject({ reason: 'forbidden' })
  // What everybody there can do is a matter of hands, not of training.
  const people = sql.param([floor.operator, floor.colleague].map(({ personId }) => personId))
  await db.execute(sql`
    insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
    select gen_random_uuid(), person, ${items[0]?.competenceId}, 3, 'supervisor', ${floor.supervisor.personId}, 'confirmed', now() - interval '1 day'
    from unnest(${people}::uuid[]) person`)
  expect((await crossTraining(trainer, {}, soon)).items).toEqual([])
})

test('a search keeps the blocks that are there when it is asked to', async () => {
  const mine = { planId, personId: floor.operator.personId, taskId: floor.mail, from: at(7), to: at(8) }
  await putBlock(floor.supervisor, mine, options)
  await start({ keeps: 'blocks' })
  await planRotation(NOW)
  const mineNow = (await draft()).shifts.find((shift) => shift.personId === floor.operator.personId)
  expect(mineNow?.pieces[0]).toMatchObject({ taskId: floor.mail, from: Date.parse(at(7)) })
  expect(mineNow?.broken.filter(isHard)).toEqual([])
})

test('a day is planned once at a time, also when thirty presses come together, and stops when asked', async () => {
  const presses = await Promise.allSettled(Array.from({ length: 30 }, () => start({ seconds: 60 })))
  expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const run = await found()
  const working = planRotation(NOW)
  await expect.poll(found, { timeout: 5000 }).toMatchObject({ status: 'running', drafted: expect.anything() })
  // The best plan so far is whole and can be looked at, while the draft is as it was.
  const best = (await found())?.drafted ?? {}
  const { shifts } = await draft()
  expect(Object.keys(best).sort()).toEqual(shifts.map(({ shiftId }) => shiftId).sort())
  expect(shifts.every(({ pieces }) => pieces.length === 0)).toBe(true)
  for (const { shiftId, to } of shifts) expect(best[shiftId]?.at(-1)?.to).toBe(to)
  await stopRun(floor.supervisor, { runId: run?.id ?? '' }, options)
  await working
  expect(await found()).toMatchObject({ status: 'done', stopping: true })
  expect((await draft()).shifts.every((shift) => shift.pieces.length)).toBe(true)
  await expect(stopRun(floor.operator, { runId: run?.id ?? '' }, options)).rejects.toMatchObject({
    reason: 'forbidden',
  })
})

test('what a worker left that is gone is taken over', async () => {
  await start()
  await db.execute(sql`
    update plan_runs set status = 'running', heard_at = ${NOW.toISOString()}::timestamptz where plan_id = ${planId}`)
  await planRotation(NOW)
  expect(await found()).toMatchObject({ status: 'running' })
  await planRotation(new Date(NOW.getTime() + 120_000))
  expect(await found()).toMatchObject({ status: 'done' })
})

test('a day that was told and loses a person is planned anew with few changes, the past untouched', async () => {
  await start()
  await planRotation(NOW)
  await publishPlan(floor.supervisor, { planId }, options)
  const told = (await draft()).shifts
  await db.execute(sql`
    insert into absences (id, person_id, span, created_at)
    values (gen_random_uuid(), ${floor.colleague.personId}, tstzrange(${at(11)}::timestamptz, ${at(16)}::timestamptz), ${NOW.toISOString()}::timestamptz)`)
  const noon = new Date(at(10))
  planId = (await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: date }, { now: noon })).planId
  await startRun(floor.supervisor, { planId, seconds: 1 }, { now: noon })
  await planRotation(noon)
  const { people } = await listChanges(floor.supervisor, { planId })
  for (const { changes } of people)
    for (const change of changes) expect(change.from).toBeGreaterThanOrEqual(noon.getTime())
  const now = (await draft()).shifts
  const pieceAt = (shifts: typeof now, moment: number) =>
    shifts.map(({ pieces }) => pieces.find(({ from, to }) => from <= moment && to > moment)?.taskId ?? null)
  expect(pieceAt(now, Date.parse(at(8)))).toEqual(pieceAt(told, Date.parse(at(8))))
  const gone = now.find((shift) => shift.personId === floor.colleague.personId)
  expect(gone?.pieces.every(({ to }) => to <= Date.parse(at(11)))).toBe(true)
})
