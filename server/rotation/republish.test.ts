import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { attack, makeFloor, makeShift } from '#db/testing/floor'
import { isBlockedBy } from '#db/testing/waits'
import { addDays } from '#domain/site-time'
import { copyDay } from '#server/rotation/copy-day'
import { layDays } from '#server/rotation/lay-days'
import { moveBlock } from '#server/rotation/move-block'
import { rotationFigures } from '#server/rotation/numbers-queries'
import { openPlan } from '#server/rotation/open-plan'
import { publishPlan } from '#server/rotation/publish'
import { putBlock } from '#server/rotation/put-block'
import { removeBlock } from '#server/rotation/remove-block'
import { setDemand } from '#server/rotation/set-demand'
import { teamDay } from '#server/rotation/team-queries'

let floor: Floor
let date = '2031-09-04'
let planId = ''

/** A short day within the rules: two hours, a pause, the rest. */
const DAY = [
  ['voice', 7, 8],
  ['mail', 8, 9],
  ['pause', 9, 9.25],
  ['mail', 9.25, 11],
] as const

const at = (hour: number) => new Date(Date.parse(`${date}T00:00:00Z`) + hour * 3_600_000).toISOString()
const early = () => ({ now: new Date(at(-12)) })
const open = async (now: { now: Date }) => {
  planId = (await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: date }, now)).planId
}
const board = () => teamDay(floor.supervisor, { date, teamId: floor.teamId, view: 'draft' }, early())
const shifts = async () => (await board()).shifts
const mine = async () => {
  const found = (await shifts()).find(({ personId }) => personId === floor.operator.personId)
  if (!found) throw new Error('no shift')
  return found
}
const pieces = (tasks: Pick<Floor, 'voice' | 'mail'>) =>
  DAY.map(([what, from, to]) =>
    what === 'pause'
      ? { what, from: at(from), to: at(to) }
      : { what: 'task' as const, taskId: tasks[what], from: at(from), to: at(to) },
  )
const lay = async (tasks: Pick<Floor, 'voice' | 'mail'>, now: { now: Date }) => {
  const { shiftId } = await mine()
  await layDays(floor.supervisor, { planId, days: [{ shiftId, pieces: pieces(tasks) }] }, now)
}
const publish = (now: { now: Date }, reason?: string) =>
  publishPlan(floor.supervisor, { planId, reason }, now)

beforeAll(async () => {
  floor = await makeFloor()
})

beforeEach(async () => {
  date = addDays(date, 2)
  await makeShift(floor.operator, at(7), at(11))
  await open(early())
})

describe('a plan that replaces another', () => {
  test('tells another past only with a reason, and another future without one', async () => {
    await lay(floor, early())
    await publish(early())
    const noon = { now: new Date(at(9)) }
    await open(noon)
    await lay({ ...floor, voice: floor.mail }, noon)
    await expect(publish(noon)).rejects.toMatchObject({
      fields: { reason: { key: 'constraint.rotation_plans_past_reason' } },
    })
    await publish(noon, 'Лінія не працювала зранку')
    await open(noon)
    await lay({ ...floor, voice: floor.mail }, noon)
    await expect(publish(noon)).resolves.toEqual({ told: 0 })
    // Cut in two, it is the same day.
    await open(noon)
    const { shiftId } = await mine()
    const [first, ...rest] = pieces({ ...floor, voice: floor.mail })
    const halves = [
      { ...first!, to: at(7.5) },
      { ...first!, from: at(7.5) },
    ]
    const days = [{ shiftId, pieces: [...halves, ...rest] }]
    await layDays(floor.supervisor, { planId, days }, noon)
    await expect(publish(noon)).resolves.toEqual({ told: 0 })
  })

  test('is refused by the database itself when it changes the past without a reason', async () => {
    await lay(floor, early())
    await publish(early())
    await open(early())
    await lay({ ...floor, mail: floor.voice, voice: floor.mail }, early())
    await db.execute(sql`
      update rotation_plans set status = 'replaced' where status = 'published' and team_id = ${floor.teamId} and on_date = ${date}`)
    const raw = (reason: string | null) =>
      db.execute(sql`
        update rotation_plans set status = 'published', published_at = ${at(10)}::timestamptz, past_reason = ${reason} where id = ${planId}`)
    expect(await attack(raw(null))).toBe('rotation_plans_past_reason')
    expect(await attack(raw('  '))).toBe('rotation_plans_reason')
    expect(await attack(raw('Лінія не працювала'))).toBeUndefined()
  })

  test('does not undo unseen what was changed since the draft was begun', async () => {
    await lay(floor, early())
    await publish(early())
    const live = planId
    await open(early())
    await lay(floor, early())
    const later = { now: new Date(at(-10)) }
    const { personId } = await mine()
    const change = { planId: live, personId, taskId: floor.mail, from: at(7), to: at(8) }
    expect((await board()).plan).toMatchObject({ status: 'draft', behind: false })
    await putBlock(floor.supervisor, change, later)
    expect((await board()).plan).toMatchObject({ status: 'draft', behind: true })
    await expect(publish(later)).rejects.toMatchObject({ fault: { key: 'rotation.toldChanged' } })
    await db.execute(sql`
      insert into plan_runs (id, plan_id, status, keeps, seconds, seed, weights, asked_at, ended_at)
      values (gen_random_uuid(), ${planId}, 'done', 'nothing', 1, 1, '{}', ${at(-9)}::timestamptz, ${at(-9)}::timestamptz)`)
    await expect(publish({ now: new Date(at(-8)) })).resolves.toBeDefined()
  })
})

test('a change by hand that is being made when a draft is published is not lost unseen', async () => {
  const later = { now: new Date(Date.parse(at(-10))) }
  await lay(floor, early())
  await publish(early())
  const live = planId
  await open(early())
  await lay(floor, early())
  const { personId } = await mine()
  const put = { planId: live, personId, taskId: floor.mail, from: at(7), to: at(8) }
  let publishing: Promise<unknown> = Promise.resolve()
  await db.transaction(async (tx) => {
    await putBlock(floor.supervisor, put, { ...later, tx })
    publishing = publish(later).catch((error: unknown) => error)
    expect(await isBlockedBy(tx, publishing)).toBe(true)
  })
  expect(await publishing).toMatchObject({ fault: { key: 'rotation.toldChanged' } })
})

test('a minimum is not left open while somebody who can fill it stands idle', async () => {
  await lay(floor, early())
  const colleague = await makeShift(floor.colleague, at(7), at(11))
  const want = { siteId: floor.siteId, taskId: floor.mail, from: at(8), to: at(9), minimum: 2, target: 2 }
  await setDemand(floor.supervisor, want, early())
  await expect(publish(early())).rejects.toMatchObject({
    fault: { key: 'rotation.idleBelowMinimum', params: { task: 'email', at: expect.any(String) } },
  })
  // On another task they are the planner's choice.
  const day = { shiftId: colleague, pieces: pieces({ ...floor, mail: floor.voice, voice: floor.mail }) }
  await layDays(floor.supervisor, { planId, days: [{ ...day, pieces: day.pieces.slice(0, 3) }] }, early())
  await expect(publish(early())).resolves.toEqual({ told: 2 })
  // Neither does a hand open it on the day that people were told.
  const blocks = (await mine()).pieces
  const takeOut = (at: number) => removeBlock(floor.supervisor, { blockId: blocks[at]?.id ?? '' }, early())
  await expect(takeOut(1)).rejects.toMatchObject({ fault: { key: 'rotation.leavesMinimum' } })
  expect((await mine()).pieces).toEqual(blocks)
  await expect(takeOut(3)).resolves.toEqual({})
})

test('a locked block is unlocked before it goes, by whichever verb', async () => {
  await lay(floor, early())
  const { shiftId, personId } = await mine()
  const day = pieces(floor)
  const laid = (first: object | null) =>
    layDays(
      floor.supervisor,
      {
        planId,
        days: [{ shiftId, pieces: [...(first ? [{ ...day[0]!, ...first }] : []), ...day.slice(1)] }],
      },
      early(),
    )
  await laid({ locked: true })
  const blockId = (await mine()).pieces[0]?.id ?? ''
  const locked = { fault: { key: 'rotation.locked' } }
  for (const act of [
    () => laid(null),
    () => removeBlock(floor.supervisor, { blockId }, early()),
    () => moveBlock(floor.supervisor, { blockId, from: at(7.5), to: at(8) }, early()),
    () => putBlock(floor.supervisor, { planId, personId, taskId: floor.mail }, early()),
  ])
    await expect(act()).rejects.toMatchObject(locked)
  await laid({ locked: false })
  await expect(laid(null)).resolves.toEqual({ people: 1 })
})

// The last two: they take a task and the rule away.
test('a task that was retired is judged still, neither copied nor published', async () => {
  await lay(floor, early())
  const source = date
  await db.execute(sql`
    insert into task_needs (task_id, competence_id, level) select ${floor.voice}, id, 4 from competences where slug = 'coaching'`)
  await db.execute(sql`update tasks set retired_at = ${at(-12)}::timestamptz where id = ${floor.voice}`)
  expect((await mine()).broken.map(({ kind }) => kind)).toEqual(['level', 'retired'])
  const { tasks } = await board()
  expect(tasks.filter(({ isRetired }) => isRetired).map(({ id }) => id)).toEqual([floor.voice])
  await expect(publish(early())).rejects.toMatchObject({ fault: { key: 'rotation.broken' } })
  await db.execute(sql`delete from task_needs where task_id = ${floor.voice}`)
  await expect(publish(early())).rejects.toMatchObject({ fault: { key: 'rotation.retiredTask' } })
  date = addDays(date, 1)
  await makeShift(floor.operator, at(7), at(11))
  await open(early())
  await copyDay(floor.supervisor, { planId, fromDate: source }, early())
  expect((await mine()).pieces.map(({ taskId }) => taskId)).toEqual([floor.mail, null, floor.mail])
})

test('the numbers judge a day by the rule of its plan, not by one that came later', async () => {
  await lay({ ...floor, voice: floor.mail }, early())
  await publish(early())
  const kept = async () =>
    (await rotationFigures(floor.supervisor, { teamId: floor.teamId }, { now: new Date(at(12)) })).numbers
      .breaksKept
  expect(await kept()).toBe(1)
  const { rows } = await db.execute<{ id: string }>(sql`
    update break_rules set retired_at = ${early().now.toISOString()}::timestamptz where retired_at is null returning id`)
  await db.execute(sql`
    insert into break_rules select (r).* from (
      select jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'retired_at', null, 'pause_minutes', 30)) as r
      from break_rules b where b.id = ${rows[0]?.id}) x`)
  expect(await kept()).toBe(1)
})
