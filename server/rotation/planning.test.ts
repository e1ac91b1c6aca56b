import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { makeFloor, makeShift } from '#db/testing/floor'
import type { Actor } from '#domain/access'
import { isHard } from '#domain/rotation/rules'
import { addDays } from '#domain/site-time'
import { copyDay } from '#server/rotation/copy-day'
import { fillBreaks } from '#server/rotation/fill-breaks'
import { forecastDemand } from '#server/rotation/forecast-demand'
import { moveBlock } from '#server/rotation/move-block'
import { myDay, rotationNow } from '#server/rotation/my-queries'
import { openPlan } from '#server/rotation/open-plan'
import { publishPlan } from '#server/rotation/publish'
import { putBlock } from '#server/rotation/put-block'
import { listBlocks, listDemand } from '#server/rotation/queries'
import { removeBlock } from '#server/rotation/remove-block'
import { setDemand } from '#server/rotation/set-demand'
import { teamDay } from '#server/rotation/team-queries'

const NOW = new Date('2031-03-03T12:00:00Z')
const options = { now: NOW }

let floor: Floor
let date = '2031-03-04'
let planId = ''

beforeAll(async () => {
  floor = await makeFloor()
})

beforeEach(async () => {
  date = addDays(date, 2)
  for (const person of [floor.operator, floor.colleague])
    await makeShift(person, `${date}T07:00:00Z`, `${date}T16:00:00Z`)
  planId = (await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: date }, options)).planId
})

const at = (hour: number, minute = 0) =>
  `${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`
const put = (person: Actor, taskId: string, from?: string, to?: string, reason?: string) =>
  putBlock(floor.supervisor, { planId, personId: person.personId, taskId, from, to, reason }, options)
const board = (view: 'draft' | 'published' = 'draft', actor = floor.supervisor) =>
  teamDay(actor, { date, teamId: floor.teamId, view }, options)
const shiftOf = async (person: Actor, view: 'draft' | 'published' = 'draft') => {
  const found = (await board(view)).shifts.find((shift) => shift.personId === person.personId)
  if (!found) throw new Error('no shift')
  return found
}
const notices = async (person: Actor) => {
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from notices where person_id = ${person.personId} and kind = 'rotation.changed'
      and href = ${`/rotation?date=${date}`}`)
  return rows[0]?.n
}
/** A day within the rules: mail with two hours of voice cut by breaks. */
const arrange = async (person: Actor) => {
  await put(person, floor.mail)
  await put(person, floor.voice, at(7), at(8, 15))
  await fillBreaks(floor.supervisor, { planId }, options)
}

describe('a draft', () => {
  test('shows what it breaks, where, and is not published until it is mended', async () => {
    await put(floor.operator, floor.voice)
    const kinds = (await shiftOf(floor.operator)).broken.map((one) => one.kind)
    expect(new Set(kinds)).toEqual(new Set(['work-too-long', 'load-too-long', 'no-meal']))
    await expect(publishPlan(floor.supervisor, { planId }, options)).rejects.toMatchObject({
      reason: 'conflict',
      fault: { key: 'rotation.broken', params: { people: 1 } },
    })
    await arrange(floor.operator)
    expect((await shiftOf(floor.operator)).broken).toEqual([])
    expect(await publishPlan(floor.supervisor, { planId }, options)).toEqual({ told: 1 })
  })

  test('rests by the rule around hours away, in which nobody is put on anything', async () => {
    await put(floor.operator, floor.mail)
    await db.execute(sql`
      insert into absences (id, person_id, span, created_at)
      values (gen_random_uuid(), ${floor.operator.personId}, tstzrange(${at(9)}::timestamptz, ${at(10, 20)}::timestamptz), now())`)
    expect((await shiftOf(floor.operator)).broken.map(({ kind }) => kind)).toContain('absent')
    await fillBreaks(floor.supervisor, { planId }, options)
    const { pieces, broken } = await shiftOf(floor.operator)
    expect(broken.filter(isHard)).toEqual([])
    expect(pieces.filter(({ what }) => what === 'meal')).toHaveLength(1)
    expect(pieces.some(({ from, to }) => from < Date.parse(at(10, 30)) && to > Date.parse(at(9)))).toBe(false)
  })

  test('is seen by its planners alone until it is published', async () => {
    await arrange(floor.operator)
    const mine = async () => (await listBlocks(floor.operator, { date }, options)).items.length
    expect(await mine()).toBe(0)
    await expect(board('draft', floor.operator)).rejects.toMatchObject({ reason: 'forbidden' })
    await publishPlan(floor.supervisor, { planId }, options)
    expect(await mine()).toBeGreaterThan(4)
    const day = await myDay(floor.operator, { date }, options)
    expect(day.week.find((one) => one.date === date)?.shifts[0]?.blocks[0]?.title).toEqual({ uk: 'voice' })
    const glance = await rotationNow(floor.operator, {}, { now: new Date(at(7, 30)) })
    expect(glance.shift?.blocks).not.toHaveLength(0)
  })

  test('is planned by those who lead the team: not by others, not by its people', async () => {
    const asked = { planId, personId: floor.operator.personId, taskId: floor.mail }
    await expect(putBlock(floor.stranger, asked, options)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(putBlock(floor.operator, asked, options)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(putBlock(floor.head, asked, options)).resolves.toBeDefined()
  })

  test('says that a level is missing, and which', async () => {
    await put(floor.operator, floor.expert, at(7), at(9))
    const shift = await shiftOf(floor.operator)
    expect(shift.broken.find((one) => one.kind === 'level')?.params).toMatchObject({ level: 3, has: 0 })
    expect(shift.able).not.toContain(floor.expert)
  })

  test('lets a new block take the place of what lay there, and move and go', async () => {
    await put(floor.operator, floor.mail)
    const { blockIds } = await put(floor.operator, floor.voice, at(9), at(10))
    const pieces = async () =>
      (await shiftOf(floor.operator)).pieces.map(({ taskId, from, to }) => [taskId, (to - from) / 3_600_000])
    expect(await pieces()).toEqual([
      [floor.mail, 2],
      [floor.voice, 1],
      [floor.mail, 6],
    ])
    const id = (await shiftOf(floor.operator)).pieces.find((piece) => piece.taskId === floor.voice)?.id
    expect(blockIds).toContain(id)
    await moveBlock(floor.supervisor, { blockId: id as string, from: at(10), to: at(12) }, options)
    expect(await pieces()).toEqual([
      [floor.mail, 2],
      [floor.voice, 2],
      [floor.mail, 4],
    ])
    const moved = (await shiftOf(floor.operator)).pieces.find((piece) => piece.taskId === floor.voice)
    await removeBlock(floor.supervisor, { blockId: moved?.id as string }, options)
    expect(await pieces()).toEqual([
      [floor.mail, 2],
      [floor.mail, 4],
    ])
  })

  test('refuses what lies outside the shift, off the grid or backwards', async () => {
    await expect(put(floor.operator, floor.mail, at(5), at(8))).rejects.toMatchObject({ reason: 'invalid' })
    await expect(put(floor.operator, floor.mail, at(8, 5), at(9))).rejects.toMatchObject({
      fields: { from: { key: 'notOnGrid' } },
    })
    await expect(put(floor.operator, floor.mail, at(9), at(8))).rejects.toMatchObject({
      fields: { to: { key: 'endsBeforeStart' } },
    })
    await expect(put(floor.stranger, floor.mail)).rejects.toMatchObject({
      fields: { personId: { key: 'rotation.noShift' } },
    })
  })

  test('repeats another day by the distance from the start of the shift', async () => {
    await arrange(floor.operator)
    await publishPlan(floor.supervisor, { planId }, options)
    const source = date
    date = addDays(date, 1)
    await makeShift(floor.operator, `${date}T08:00:00Z`, `${date}T17:00:00Z`)
    planId = (await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: date }, options)).planId
    expect(await copyDay(floor.supervisor, { planId, fromDate: source }, options)).toEqual({ people: 1 })
    expect((await shiftOf(floor.operator)).broken).toEqual([])
    date = addDays(date, 1)
  })
})

describe('a published plan', () => {
  test('tells each only of their own change', async () => {
    await arrange(floor.operator)
    await arrange(floor.colleague)
    await publishPlan(floor.supervisor, { planId }, options)
    expect([await notices(floor.operator), await notices(floor.colleague)]).toEqual([1, 1])
    planId = (await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: date }, options)).planId
    const told = await shiftOf(floor.operator, 'published')
    for (const person of [floor.operator, floor.colleague]) {
      for (const piece of (await shiftOf(person, 'published')).pieces) {
        const { what, taskId, from, to } = piece
        const span = { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
        await putBlock(
          floor.supervisor,
          { planId, personId: person.personId, what, taskId: taskId ?? undefined, ...span },
          options,
        )
      }
    }
    const last = told.pieces.at(-1)
    await put(floor.operator, floor.voice, new Date(last?.from ?? 0).toISOString())
    expect(await publishPlan(floor.supervisor, { planId }, options)).toEqual({ told: 1 })
    expect([await notices(floor.operator), await notices(floor.colleague)]).toEqual([2, 1])
  })

  test('changes visibly and within the rules, its past only with a reason', async () => {
    await arrange(floor.operator)
    await publishPlan(floor.supervisor, { planId }, options)
    const last = (await shiftOf(floor.operator, 'published')).pieces.at(-1)
    const from = new Date(last?.from ?? 0).toISOString()
    await put(floor.operator, floor.voice, from)
    expect(await notices(floor.operator)).toBe(2)
    expect((await shiftOf(floor.operator, 'published')).pieces.at(-1)?.taskId).toBe(floor.voice)
    await expect(put(floor.operator, floor.voice)).rejects.toMatchObject({
      fault: { key: 'rotation.breaksRule' },
    })
    const later = { now: new Date(at(23)) }
    const again = { planId, personId: floor.operator.personId, taskId: floor.mail, from }
    await expect(putBlock(floor.supervisor, again, later)).rejects.toMatchObject({
      fields: { reason: { key: 'constraint.blocks_past_reason' } },
    })
    await putBlock(floor.supervisor, { ...again, reason: 'Черга листів після збою' }, later)
    expect((await shiftOf(floor.operator, 'published')).pieces.at(-1)?.taskId).toBe(floor.mail)
  })

  test('published by two at once is published once', async () => {
    await arrange(floor.operator)
    const both = await Promise.allSettled(
      [1, 2].map(() => publishPlan(floor.supervisor, { planId }, options)),
    )
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await notices(floor.operator)).toBe(1)
  })
})

test('demand set over demand leaves the rest of it; what is missing is shown', async () => {
  const want = (from: string, to: string, target: number) =>
    setDemand(
      floor.supervisor,
      { siteId: floor.siteId, taskId: floor.voice, from, to, minimum: 1, target },
      options,
    )
  await want(at(7), at(12), 2)
  await want(at(9), at(10), 5)
  const { items } = await listDemand(floor.operator, { taskId: floor.voice, date }, options)
  expect(items.map((row) => [row.from.slice(11, 13), row.to.slice(11, 13), row.target]).sort()).toEqual([
    ['07', '09', 2],
    ['09', '10', 5],
    ['10', '12', 2],
  ])
  await put(floor.operator, floor.voice, at(7), at(9))
  const short = (await board()).short.map(({ from, to, covered, target }) => [
    (to - from) / 3_600_000,
    covered,
    target,
  ])
  expect(short).toEqual([
    [2, 1, 2],
    [1, 0, 5],
    [2, 0, 2],
  ])
})

test('demand is counted from the contacts that are expected, and set for the stretch', async () => {
  const asked = { siteId: floor.siteId, taskId: floor.mail, from: at(8), to: at(9), handlingSeconds: 180 }
  const found = await forecastDemand(floor.supervisor, { ...asked, contacts: 200 }, options)
  // The published example: 100 contacts in half an hour need fourteen at work, twenty on shift.
  expect(found).toMatchObject({ agents: 14, onShift: 20, serviceLevel: 88.8, waitSeconds: 8 })
  const { items } = await listDemand(floor.supervisor, { taskId: floor.mail, date }, options)
  expect(items[0]).toMatchObject({ minimum: 11, target: 14 })
  expect(await forecastDemand(floor.supervisor, { ...asked, contacts: 0 }, options)).toMatchObject({
    agents: 0,
  })
  await expect(
    forecastDemand(floor.supervisor, { ...asked, contacts: 100_000, handlingSeconds: 36_000 }, options),
  ).rejects.toMatchObject({ reason: 'invalid' })
  await expect(forecastDemand(floor.operator, { ...asked, contacts: 1 }, options)).rejects.toMatchObject({
    reason: 'forbidden',
  })
})
