import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { attack, INSPECTION, makeFloor, makeShift } from '#db/testing/floor'
import { QUESTIONS } from '#domain/sourcing'
import { listActions } from '#server/workplace/action-queries'
import { beginAlarm } from '#server/workplace/begin-alarm'
import { callRoll } from '#server/workplace/call-roll'
import { decideSourcing } from '#server/workplace/decide-sourcing'
import { endAlarm } from '#server/workplace/end-alarm'
import { reportFault } from '#server/workplace/report-fault'
import { siteSafety } from '#server/workplace/safety-queries'
import { setSafety } from '#server/workplace/set-safety'
import { listSourcing } from '#server/workplace/sourcing-queries'
import { startRound } from '#server/workplace/start-round'

const NOW = new Date('2026-03-10T10:00:00Z')
const at = (minutes: number) => ({ now: new Date(NOW.getTime() + minutes * 60_000) })

let floor: Floor

beforeAll(async () => {
  floor = await makeFloor()
})

describe('an alarm', () => {
  test('pressed by thirty at once is one; everybody at the site is told', async () => {
    const box = await makeFloor()
    const all = await Promise.all(
      Array.from({ length: 30 }, () => beginAlarm(box.operator, { siteId: box.siteId }, at(0))),
    )
    expect(new Set(all.map(({ alarmId }) => alarmId)).size).toBe(1)
    expect(all.filter(({ begun }) => begun)).toHaveLength(1)
    const { rows } = await db.execute<{ id: string }>(
      sql`select person_id as id from notices where kind = 'workplace.alarmBegun'`,
    )
    expect(rows.map(({ id }) => id)).toEqual(
      expect.arrayContaining([box.head.personId, box.colleague.personId]),
    )
  })

  test('calls the roll of those on shift, stops rounds, and moves deadlines on when it is over', async () => {
    await makeShift(floor.operator, '2026-03-10T07:00:00Z', '2026-03-10T15:00:00Z')
    await makeShift(floor.colleague, '2026-03-10T07:00:00Z', '2026-03-10T15:00:00Z')
    const { actionId } = await reportFault(floor.operator, { kind: 'air' }, at(-60))
    const due = async () =>
      (await listActions(floor.head, { workplaceId: floor.seatId }, at(0))).items.find(
        ({ id }) => id === actionId,
      )?.dueAt ?? ''
    const before = Date.parse(await due())
    const { alarmId } = await beginAlarm(floor.operator, { siteId: floor.siteId }, at(0))
    await expect(
      startRound(floor.supervisor, { checklistId: INSPECTION, workplaceId: floor.seatId }, at(1)),
    ).rejects.toMatchObject({ fault: { key: 'workplace.alarmOn' } })

    await callRoll(floor.operator, { alarmId, state: 'sheltered' }, at(4))
    await expect(
      callRoll(floor.operator, { alarmId, personId: floor.colleague.personId, state: 'sheltered' }, at(4)),
    ).rejects.toMatchObject({ reason: 'not-found' })
    const missing = (await siteSafety(floor.supervisor, {}, at(5))).site?.alarm?.roll
    expect(missing?.map(({ id, state }) => [id, state])).toEqual([
      [floor.colleague.personId, null],
      [floor.operator.personId, 'sheltered'],
    ])
    await callRoll(
      floor.supervisor,
      { alarmId, personId: floor.colleague.personId, state: 'elsewhere' },
      at(6),
    )

    // A mark on the wrong person is taken back: the person is looked for again.
    const mark = (state: 'sheltered' | 'missing', minute: number) =>
      callRoll(floor.supervisor, { alarmId, personId: floor.operator.personId, state }, at(minute))
    await mark('missing', 7)
    const after = (await siteSafety(floor.supervisor, {}, at(7))).site?.alarm?.roll
    expect(after?.find(({ id }) => id === floor.operator.personId)?.state).toBeNull()
    await mark('sheltered', 4)

    await expect(endAlarm(floor.operator, { alarmId }, at(50))).rejects.toMatchObject({ reason: 'forbidden' })
    await endAlarm(floor.supervisor, { alarmId }, at(50))
    expect(Date.parse(await due()) - before).toBe(50 * 60_000)
    expect((await siteSafety(floor.operator, {}, at(60))).site).toMatchObject({
      alarm: null,
      past: [{ counted: 1, minutes: 4 }],
    })
    await startRound(floor.supervisor, { checklistId: INSPECTION, workplaceId: floor.seatId }, at(61))
    const late = callRoll(floor.operator, { alarmId, state: 'sheltered' }, at(62))
    await expect(late).rejects.toMatchObject({ fault: { key: 'constraint.roll_calls_open' } })
    expect(await attack(db.execute(sql`delete from roll_calls where alarm_id = ${alarmId}`))).toBe(
      'roll_calls_open',
    )
  })

  test('is no business of another site', async () => {
    const far = await makeFloor()
    await expect(beginAlarm(far.operator, { siteId: floor.siteId }, at(0))).rejects.toMatchObject({
      reason: 'not-found',
    })
    expect((await siteSafety(far.operator, { siteId: floor.siteId }, at(0))).site).toBeNull()
  })
})

test('what a site has for an outage says when it was tested', async () => {
  const wish = { siteId: floor.siteId, route: { uk: 'Сходами Б у паркінг' }, routeMinutes: 4 }
  await expect(setSafety(floor.head, { ...wish, autonomyHours: '6,5' }, at(0))).rejects.toMatchObject({
    fields: { autonomyTestedOn: {} },
  })
  await setSafety(floor.head, { ...wish, autonomyHours: '6,5', autonomyTestedOn: '2026-03-01' }, at(0))
  await setSafety(floor.head, { ...wish, routeMinutes: 3 }, at(1))
  expect((await siteSafety(floor.operator, {}, at(2))).site).toMatchObject({
    routeMinutes: 3,
    autonomyHours: null,
  })
  await expect(setSafety(floor.operator, wish, at(0))).rejects.toMatchObject({ reason: 'forbidden' })
})

test('a team keeps what it is run as with the answers and the advice, for ever', async () => {
  const answers = Object.fromEntries(
    QUESTIONS.map(({ key, options }) => [
      key,
      options.find((one) => one.outcomes.includes('own'))?.key ?? '',
    ]),
  )
  const decide = (actor: Floor['head']) =>
    decideSourcing(
      actor,
      { teamId: floor.teamId, answers, model: 'hybrid', note: 'На свята – партнер' },
      at(0),
    )
  expect(await decide(floor.head)).toEqual({ verdict: 'own' })
  await expect(decide(floor.supervisor)).rejects.toMatchObject({ reason: 'forbidden' })
  const team = (await listSourcing(floor.head, {})).items.find(({ id }) => id === floor.teamId)
  expect(team?.last).toMatchObject({ verdict: 'own', model: 'hybrid' })
  expect(await attack(db.execute(sql`update sourcing_decisions set model = 'own'`))).toBe(
    'sourcing_decisions_append_only',
  )
})
