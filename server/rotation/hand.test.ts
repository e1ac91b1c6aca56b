import { drizzle } from 'drizzle-orm/node-postgres'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { makeFloor, makeShift } from '#db/testing/floor'
import { buildRotationWorker } from '#db/testing/rotation-worker'
import type { Actor } from '#domain/access'
import { likenessOf } from '#domain/rotation/pieces'
import { isHard } from '#domain/rotation/rules'
import { addDays } from '#domain/site-time'
import { planRotation } from '#server/jobs/plan-rotation'
import { layDays } from '#server/rotation/lay-days'
import { openPlan } from '#server/rotation/open-plan'
import { publishPlan } from '#server/rotation/publish'
import { findRun } from '#server/rotation/run-queries'
import { setDemand } from '#server/rotation/set-demand'
import { startRun } from '#server/rotation/start-run'
import { teamDay } from '#server/rotation/team-queries'

const NOW = new Date('2031-06-03T12:00:00Z')
const options = { now: NOW }
let floor: Floor
let date = '2031-06-04'
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

const at = (hour: number, minute = 0) =>
  `${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`
const shiftOf = async (person: Actor) => {
  const { shifts } = await teamDay(floor.supervisor, { date, teamId: floor.teamId, view: 'draft' }, options)
  const found = shifts.find((shift) => shift.personId === person.personId)
  if (!found) throw new Error('no shift')
  return found
}
type Laid = { taskId?: string; what?: 'pause' | 'meal'; from: string; to: string; locked?: boolean }
const lay = (days: { shiftId: string; was?: string; pieces: Laid[] }[], actor = floor.supervisor) =>
  layDays(actor, { planId, days }, options)
const mail = (from: string, to: string, more: Partial<Laid> = {}): Laid => ({
  taskId: floor.mail,
  from,
  to,
  ...more,
})

describe('a move of the hand', () => {
  test('changes both people of an exchange or neither, and knows when the day was changed by another', async () => {
    const [mine, theirs] = [await shiftOf(floor.operator), await shiftOf(floor.colleague)]
    const both = [
      { shiftId: mine.shiftId, was: '', pieces: [mail(at(7), at(9))] },
      { shiftId: theirs.shiftId, was: '', pieces: [mail(at(9), at(11))] },
    ]
    expect(await lay(both)).toEqual({ people: 2 })
    await expect(lay(both)).rejects.toMatchObject({ fault: { key: 'rotation.dayChanged' } })
    const seen = await shiftOf(floor.operator)
    const half = [
      { shiftId: mine.shiftId, was: likenessOf(seen.pieces), pieces: [] },
      { shiftId: theirs.shiftId, pieces: [mail(at(5), at(9))] },
    ]
    await expect(lay(half)).rejects.toMatchObject({ reason: 'invalid' })
    expect((await shiftOf(floor.operator)).pieces).toEqual(seen.pieces)
    expect(await lay(half.slice(0, 1))).toEqual({ people: 1 })
    expect((await shiftOf(floor.operator)).pieces).toEqual([])
  })

  test('is for those who plan the team', async () => {
    const { shiftId } = await shiftOf(floor.operator)
    const day = [{ shiftId, pieces: [mail(at(7), at(9))] }]
    await expect(lay(day, floor.stranger)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(lay(day, floor.operator)).rejects.toMatchObject({ reason: 'forbidden' })
  })

  test('in a published day keeps every rule and tells the person', async () => {
    await startRun(floor.supervisor, { planId, seconds: 1 }, options)
    await planRotation(NOW)
    await publishPlan(floor.supervisor, { planId }, options)
    const { shiftId } = await shiftOf(floor.operator)
    await expect(lay([{ shiftId, pieces: [mail(at(7), at(16))] }])).rejects.toMatchObject({
      fault: { key: 'rotation.breaksRule' },
    })
  })
})

describe('what is planned around a hand', () => {
  test('keeps what was touched and what is locked, block by block, and changes the rest', async () => {
    const want = { siteId: floor.siteId, taskId: floor.mail, from: at(7), to: at(16), minimum: 1, target: 2 }
    await setDemand(floor.supervisor, want, options)
    const { shiftId } = await shiftOf(floor.operator)
    const mine = [
      mail(at(7), at(8), { locked: true }),
      mail(at(8), at(8, 45)),
      { what: 'pause' as const, from: at(8, 45), to: at(9) },
    ]
    await lay([{ shiftId, pieces: mine }])
    const other = await shiftOf(floor.colleague)
    await startRun(floor.supervisor, { planId, seconds: 1, keeps: 'touched' }, options)
    await expect(lay([{ shiftId: other.shiftId, pieces: [] }])).rejects.toMatchObject({
      fault: { key: 'rotation.searching' },
    })
    await planRotation(NOW)
    const after = await shiftOf(floor.operator)
    expect(after.broken.filter(isHard)).toEqual([])
    expect(
      after.pieces.slice(0, 3).map(({ from, to, locked, touched }) => ({
        from: new Date(from).toISOString().slice(11, 16),
        minutes: (to - from) / 60_000,
        locked,
        touched,
      })),
    ).toEqual([
      { from: '07:00', minutes: 60, locked: true, touched: true },
      { from: '08:00', minutes: 45, locked: false, touched: true },
      { from: '08:45', minutes: 15, locked: false, touched: true },
    ])
    expect(after.pieces.slice(3).every(({ touched }) => !touched)).toBe(true)
    const { run } = await findRun(floor.supervisor, { planId })
    expect(likenessOf(run?.drafted?.[other.shiftId] ?? [])).toBe(
      likenessOf((await shiftOf(floor.colleague)).pieces),
    )
    await startRun(floor.supervisor, { planId, seconds: 1, keeps: 'nothing' }, options)
    await planRotation(NOW)
    expect((await shiftOf(floor.operator)).pieces[0]).toMatchObject({ locked: true, from: Date.parse(at(7)) })
  })
})

test('the planner’s page reads in three statements', async () => {
  const statements: string[] = []
  const reader = drizzle(db.$client, { logger: { logQuery: (text) => void statements.push(text) } })
  const read = { ...options, reader }
  await teamDay(floor.supervisor, { date, teamId: floor.teamId, view: 'draft' }, read)
  await findRun(floor.supervisor, { planId }, read)
  expect(statements).toHaveLength(3)
})
