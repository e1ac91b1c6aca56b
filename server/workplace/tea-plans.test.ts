import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { attack, INSPECTION, makeFloor } from '#db/testing/floor'
import { makePerson } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { addDays } from '#domain/site-time'
import { addInstrument } from '#server/workplace/add-instrument'
import { answerItems } from '#server/workplace/answer-items'
import { calibrateInstrument } from '#server/workplace/calibrate-instrument'
import { roundsDue } from '#server/workplace/due-queries'
import { endSchedule } from '#server/workplace/end-schedule'
import { endTeaPlan } from '#server/workplace/end-tea-plan'
import { showRound } from '#server/workplace/form-queries'
import { listInstruments } from '#server/workplace/instrument-queries'
import { layTea } from '#server/workplace/lay-tea'
import { orderTea } from '#server/workplace/order-tea'
import { planTea } from '#server/workplace/plan-tea'
import { retireInstrument } from '#server/workplace/retire-instrument'
import { scheduleRounds } from '#server/workplace/schedule-rounds'
import { startRound } from '#server/workplace/start-round'
import { submitRound } from '#server/workplace/submit-round'
import { listTeaPlans } from '#server/workplace/tea-plan-queries'

// A Friday, an hour before midnight in Kyiv.
const FRIDAY = new Date('2026-11-20T21:00:00Z')

let floor: Floor
let tea: Actor

beforeAll(async () => {
  floor = await makeFloor()
  tea = await makePerson({ siteId: floor.siteId, roles: [{ role: 'welfare' }] })
})

const roundsOf = async (planId: string) => {
  const { rows } = await db.execute<{ at: string; cancelled: boolean }>(sql`
    select to_char(planned_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at, cancelled_at is not null as cancelled
    from tea_rounds where plan_id = ${planId} order by planned_at`)
  return rows.map(({ at, cancelled }) => `${at}${cancelled ? ' off' : ''}`)
}

describe('tea by plan', () => {
  test('appears for today and tomorrow of the site’s own clock, on its days, once', async () => {
    const { planId } = await planTea(
      tea,
      { roomId: floor.roomId, at: '23:30', weekdays: ['5', '1', '5'] },
      { now: FRIDAY },
    )
    expect(await roundsOf(planId)).toEqual(['2026-11-20 21:30'])
    const lay = (now: Date) => layTea(systemActor(), {}, { now })
    await Promise.all(Array.from({ length: 5 }, () => lay(FRIDAY)))
    expect(await roundsOf(planId)).toEqual(['2026-11-20 21:30'])
    await lay(new Date('2026-11-22T05:00:00Z'))
    expect(await roundsOf(planId)).toEqual(['2026-11-20 21:30', '2026-11-23 21:30'])
    expect((await listTeaPlans(tea, {})).items[0]).toMatchObject({ minute: 1410, weekdays: [1, 5] })
    const again = planTea(tea, { roomId: floor.roomId, at: '23:30', weekdays: [2] })
    await expect(again).rejects.toMatchObject({ fields: { at: { key: 'constraint.tea_plans_once' } } })
  })

  test('taken off the plan, what is still to come is called off', async () => {
    const now = new Date(Date.now() - 3_600_000)
    const hour = new Date(now.getTime() + 2 * 3_600_000).toLocaleTimeString('sv-SE', {
      timeZone: 'Europe/Kyiv',
    })
    const { planId } = await planTea(
      tea,
      { roomId: floor.roomId, at: hour.slice(0, 5), weekdays: [1, 2, 3, 4, 5, 6, 7] },
      { now },
    )
    const { rows } = await db.execute<{ id: string }>(
      sql`select id from tea_rounds where plan_id = ${planId} order by planned_at limit 1`,
    )
    const roundId = rows[0]?.id as string
    await orderTea(floor.operator, { roundId, drink: 'tea' })
    await endTeaPlan(tea, { planId })
    expect((await roundsOf(planId)).every((round) => round.endsWith(' off'))).toBe(true)
    await expect(orderTea(floor.operator, { roundId, drink: 'water' })).rejects.toThrow('conflict')
  })

  test('is planned by those who carry it or lead the site', async () => {
    const wanted = { roomId: floor.roomId, at: '08:15', weekdays: [1] }
    await expect(planTea(floor.supervisor, wanted)).rejects.toThrow('forbidden')
    await expect(planTea(tea, { ...wanted, at: '24:00' })).rejects.toThrow('invalid')
    await expect(planTea(tea, { ...wanted, weekdays: [] })).rejects.toThrow('invalid')
    const bad = sql`insert into tea_plans (id, room_id, minute, weekdays, created_at) values
      (gen_random_uuid(), ${floor.roomId}, 5, '{8}', now())`
    expect(await attack(db.execute(bad))).toBe('tea_plans_weekdays')
  })
})

test('a number keeps the certificate of the day it was measured; an instrument that is gone is not offered', async () => {
  const { siteId, safety, roomId } = floor
  const add = { siteId, kind: 'thermometer' as const, model: 'Testo 608', serial: 'A-1' }
  const { instrumentId } = await addInstrument(safety, { ...add, calibratedUntil: '2027-02-01' })
  const twin = addInstrument(safety, add)
  await expect(twin).rejects.toMatchObject({ fields: { serial: { key: 'constraint.instruments_serial' } } })
  const { inspectionId } = await startRound(safety, { checklistId: INSPECTION, roomId })
  const before = await showRound(safety, { inspectionId })
  const item = before.sections.flatMap(({ items }) => items).find(({ key }) => key === 'air_temp_c')
  const answer = { itemId: item!.id, state: 'answered' as const, number: 23, instrumentId }
  await answerItems(safety, { inspectionId, answers: [answer] })
  await calibrateInstrument(safety, { instrumentId, calibratedUntil: '2028-02-01' })
  const after = await showRound(safety, { inspectionId })
  const shown = after.sections.flatMap(({ items }) => items).find(({ id }) => id === item!.id)
  expect(shown?.answer).toMatchObject({ instrument: 'Testo 608 № A-1', calibratedUntil: '2027-02-01' })
  expect((await listInstruments(safety, {})).items[0]).toMatchObject({ used: 1, calibration: 'valid' })
  await retireInstrument(safety, { instrumentId })
  expect((await showRound(safety, { inspectionId })).instruments).toEqual([])
  await expect(addInstrument(floor.stranger, add)).rejects.toThrow('forbidden')
})

test('a supervisor plans the rounds of the rooms where their people sit, and of no others', async () => {
  const startsOn = addDays(new Date().toISOString().slice(0, 10), -1)
  const wanted = { checklistId: INSPECTION, roomId: floor.roomId, everyDays: 30, startsOn }
  const { scheduleId } = await scheduleRounds(floor.supervisor, wanted)
  await expect(scheduleRounds(floor.stranger, wanted)).rejects.toMatchObject({ reason: 'not-found' })
  const mine = await roundsDue(floor.supervisor, {})
  expect(mine.items).toMatchObject([{ id: scheduleId, state: 'due' }])
  expect((await roundsDue(floor.stranger, {})).items).toEqual([])
  await startRound(floor.supervisor, { checklistId: INSPECTION, roomId: floor.roomId })
  await expect(endSchedule(floor.stranger, { scheduleId })).rejects.toMatchObject({ reason: 'not-found' })
  // One seat has a calendar of its own; a round of the room is none of the seat.
  const { roomId: _, ...rest } = wanted
  const seat = await scheduleRounds(floor.supervisor, { ...rest, workplaceId: floor.seatId })
  await expect(scheduleRounds(floor.supervisor, rest)).rejects.toMatchObject({ reason: 'invalid' })
  await expect(
    scheduleRounds(floor.supervisor, { ...wanted, workplaceId: floor.seatId }),
  ).rejects.toMatchObject({
    reason: 'invalid',
  })
  await expect(scheduleRounds(floor.stranger, { ...rest, workplaceId: floor.seatId })).rejects.toMatchObject({
    reason: 'not-found',
  })
  const dueOf = async (actor: Actor) =>
    (await roundsDue(actor, {})).items.find(({ id }) => id === seat.scheduleId)
  expect(await dueOf(floor.supervisor)).toMatchObject({ state: 'due', workplaceId: floor.seatId })
  expect(await dueOf(floor.stranger)).toBeUndefined()
  const round = await startRound(floor.supervisor, { checklistId: INSPECTION, workplaceId: floor.seatId })
  await submitRound(floor.supervisor, round)
  expect(await dueOf(floor.supervisor)).toMatchObject({ state: 'later' })
  expect((await roundsDue(floor.supervisor, {})).items.find(({ id }) => id === scheduleId)?.state).toBe('due')
  await endSchedule(floor.supervisor, seat)
  await endSchedule(floor.supervisor, { scheduleId })
  expect((await roundsDue(floor.supervisor, {})).items).toEqual([])
})
