import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { attack, makeFloor, makeShift } from '#db/testing/floor'
import { makePerson } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { isHard } from '#domain/rotation/rules'
import { addDays } from '#domain/site-time'
import { answerSwap } from '#server/rotation/answer-swap'
import { decideSwap } from '#server/rotation/decide-swap'
import { layDays } from '#server/rotation/lay-days'
import { offerSwap } from '#server/rotation/offer-swap'
import { openPlan } from '#server/rotation/open-plan'
import { publishPlan } from '#server/rotation/publish'
import { setSwapRule } from '#server/rotation/set-swap-rule'
import { listSwaps } from '#server/rotation/swap-queries'
import { findTakers } from '#server/rotation/takers-queries'
import { teamDay } from '#server/rotation/team-queries'
import { withdrawSwap } from '#server/rotation/withdraw-swap'

const NOW = new Date('2031-07-03T12:00:00Z')
const options = { now: NOW }
let floor: Floor
let third: Actor
let date = '2031-07-04'

const at = (hour: number, minute = 0) =>
  `${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`

const clock = (time: string) => at(...(time.split(':').map(Number) as [number, number]))
const RESTS = [
  ['pause', '8:30', '8:45'],
  ['meal', '10:15', '10:45'],
  ['pause', '12:15', '12:30'],
  ['pause', '14:0', '14:15'],
] as const
const STINTS = [
  ['7:0', '8:30'],
  ['8:45', '10:15'],
  ['10:45', '12:15'],
  ['12:30', '14:0'],
  ['14:15', '16:0'],
] as const

/** Everybody answers mail; each has voice in another stint, the first person in the first. */
const publishDay = async (people: Actor[], locked = false) => {
  for (const person of people) await makeShift(person, at(7), at(16))
  const { planId } = await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: date }, options)
  const { shifts } = await teamDay(floor.supervisor, { date, teamId: floor.teamId, view: 'draft' }, options)
  const days = people.map((person, index) => ({
    shiftId: shifts.find(({ personId }) => personId === person.personId)?.shiftId ?? '',
    pieces: [
      ...RESTS.map(([what, from, to]) => ({ what, from: clock(from), to: clock(to) })),
      ...STINTS.map(([from, to], stint) => ({
        taskId: stint === index ? floor.voice : floor.mail,
        from: clock(from),
        to: clock(to),
        locked: locked && stint + index === 0,
      })),
    ],
  }))
  await layDays(floor.supervisor, { planId, days }, options)
  await publishPlan(floor.supervisor, { planId }, options)
}

beforeAll(async () => {
  floor = await makeFloor()
  third = await makePerson({ siteId: floor.siteId, teamId: floor.teamId, roles: [] })
})

beforeEach(async () => {
  date = addDays(date, 2)
  await publishDay([floor.operator, floor.colleague])
  await setSwapRule(floor.supervisor, { teamId: floor.teamId, rule: 'at-once' }, options)
})

const board = async () => (await teamDay(floor.supervisor, { date, teamId: floor.teamId }, options)).shifts
const shiftOf = async (person: Actor) => {
  const found = (await board()).find(({ personId }) => personId === person.personId)
  if (!found) throw new Error('no shift')
  return found
}
const voiceOf = async (person: Actor) => {
  const piece = (await shiftOf(person)).pieces.find(({ taskId }) => taskId === floor.voice)
  if (!piece) throw new Error('no voice')
  return { from: new Date(piece.from).toISOString(), to: new Date(piece.to).toISOString() }
}
const offerVoice = async () => {
  const { shiftId } = await shiftOf(floor.operator)
  const ask = { shiftId, ...(await voiceOf(floor.operator)), personIds: [floor.colleague.personId] }
  return (await offerSwap(floor.operator, ask, options)).swapId
}
const statusOf = async (swapId: string) => {
  const { rows } = await db.execute<{ status: string }>(sql`select status from swaps where id = ${swapId}`)
  return rows[0]?.status
}

describe('a block', () => {
  test('is offered to those who can take it within the rules, and is exchanged at once where the team wants that', async () => {
    const mine = await shiftOf(floor.operator)
    const voice = await voiceOf(floor.operator)
    const { takers } = await findTakers(floor.operator, { shiftId: mine.shiftId, ...voice }, options)
    expect(takers.map(({ personId }) => personId)).toEqual([floor.colleague.personId])
    await expect(
      findTakers(floor.colleague, { shiftId: mine.shiftId, ...voice }, options),
    ).rejects.toMatchObject({ reason: 'not-found' })
    const swapId = await offerVoice()
    const { items } = await listSwaps(floor.colleague, {}, options)
    expect(items.find(({ id }) => id === swapId)).toMatchObject({
      side: 'asked',
      tasks: [{ uk: 'voice' }],
    })
    await expect(answerSwap(third, { swapId, answer: 'yes' }, options)).rejects.toMatchObject({
      reason: 'not-found',
    })
    expect(await answerSwap(floor.colleague, { swapId, answer: 'yes' }, options)).toEqual({
      status: 'applied',
    })
    const at7 = async (person: Actor) => (await shiftOf(person)).pieces[0]?.taskId
    expect([await at7(floor.operator), await at7(floor.colleague)]).toEqual([floor.mail, floor.voice])
    for (const shift of await board()) expect(shift.broken.filter(isHard)).toEqual([])
  })

  test('waits for the supervisor where the team wants that; whoever took part does not decide', async () => {
    await setSwapRule(floor.supervisor, { teamId: floor.teamId, rule: 'approval' }, options)
    const swapId = await offerVoice()
    expect(await answerSwap(floor.colleague, { swapId, answer: 'yes' }, options)).toEqual({
      status: 'agreed',
    })
    const approve = (actor: Actor) => decideSwap(actor, { swapId, decision: 'approve' }, options)
    await expect(approve(floor.stranger)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(approve(floor.colleague)).rejects.toMatchObject({ reason: 'forbidden' })
    const { items } = await listSwaps(floor.supervisor, {}, options)
    expect(items.find(({ id }) => id === swapId)).toMatchObject({ side: 'led' })
    expect(await approve(floor.supervisor)).toEqual({ status: 'applied' })
    await expect(approve(floor.supervisor)).rejects.toMatchObject({ fault: { key: 'rotation.swapEnded' } })
    await expect(withdrawSwap(floor.operator, { swapId }, options)).rejects.toMatchObject({
      reason: 'conflict',
    })
  })

  test('that could be taken no more when the yes comes ends as impossible, and nothing changes', async () => {
    const swapId = await offerVoice()
    const { shiftId, personId } = await shiftOf(floor.colleague)
    await db.execute(sql`
      insert into absences (id, person_id, span, created_at)
      values (gen_random_uuid(), ${personId}, (select span from shifts where id = ${shiftId}), ${NOW.toISOString()})`)
    const before = (await shiftOf(floor.operator)).pieces
    expect(await answerSwap(floor.colleague, { swapId, answer: 'yes' }, options)).toEqual({
      status: 'impossible',
    })
    expect((await shiftOf(floor.operator)).pieces).toEqual(before)
    const { items } = await listSwaps(floor.operator, { past: true }, options)
    expect(items.find(({ id }) => id === swapId)).toMatchObject({ status: 'impossible' })
  })

  test('is offered once at a time, only ahead, only to somebody able', async () => {
    await offerVoice()
    await expect(offerVoice()).rejects.toMatchObject({ fault: { key: 'constraint.swaps_one_open' } })
    const { shiftId } = await shiftOf(floor.operator)
    const ask = { shiftId, from: at(15), to: at(16), personIds: [third.personId] }
    await expect(offerSwap(floor.operator, ask, options)).rejects.toMatchObject({
      fields: { personIds: { key: 'rotation.cannotTake' } },
    })
    const late = { now: new Date(at(15, 30)) }
    await expect(offerSwap(floor.operator, ask, late)).rejects.toMatchObject({
      fault: { key: 'rotation.swapPast' },
    })
  })
})

describe('a whole shift', () => {
  const offerDay = async (to: Actor[]) => {
    const { shiftId } = await shiftOf(floor.operator)
    const personIds = to.map(({ personId }) => personId)
    return (await offerSwap(floor.operator, { shiftId, personIds }, options)).swapId
  }
  const worksSometimes = async (person: Actor) => {
    const day = addDays(date, 20)
    await makeShift(person, `${day}T07:00:00Z`, `${day}T16:00:00Z`)
  }

  test('goes with its blocks to somebody free and rested around it', async () => {
    await worksSometimes(third)
    const { shiftId } = await shiftOf(floor.operator)
    const { takers } = await findTakers(floor.operator, { shiftId }, options)
    expect(takers.map(({ personId }) => personId)).toEqual([third.personId])
    const swapId = await offerDay([third])
    expect(await answerSwap(third, { swapId, answer: 'yes' }, options)).toEqual({ status: 'applied' })
    const taken = (await board()).find((shift) => shift.shiftId === shiftId)
    expect(taken).toMatchObject({ personId: third.personId })
    expect(taken?.pieces.length).toBeGreaterThan(3)
    expect((await board()).some(({ personId }) => personId === floor.operator.personId)).toBe(false)
  })

  test('is not given to somebody whose next shift is too close', async () => {
    await makeShift(third, `${addDays(date, 1)}T02:00:00Z`, `${addDays(date, 1)}T09:00:00Z`)
    await expect(offerDay([third])).rejects.toMatchObject({
      fields: { personIds: { key: 'rotation.cannotTake' } },
    })
  })
})

test('what was locked for somebody goes to nobody else, neither alone nor with the shift', async () => {
  date = addDays(date, 1)
  await publishDay([floor.operator, floor.colleague], true)
  const day = addDays(date, 20)
  await makeShift(third, `${day}T07:00:00Z`, `${day}T16:00:00Z`)
  const [mine, theirs] = [await shiftOf(floor.operator), await shiftOf(floor.colleague)]
  const takersOf = async (actor: Actor, shiftId: string, from?: string, to?: string) =>
    (await findTakers(actor, { shiftId, from, to }, options)).takers.length
  expect(await takersOf(floor.operator, mine.shiftId, clock('7:0'), clock('8:30'))).toBe(0)
  expect(await takersOf(floor.colleague, theirs.shiftId, clock('7:0'), clock('8:30'))).toBe(0)
  expect(await takersOf(floor.operator, mine.shiftId)).toBe(0)
  expect(await takersOf(floor.colleague, theirs.shiftId)).toBe(1)
  expect(await takersOf(floor.operator, mine.shiftId, clock('8:45'), clock('10:15'))).toBe(1)
})

describe('at the same moment', () => {
  test('thirty yeses of one person do it once', async () => {
    const swapId = await offerVoice()
    const all = await Promise.allSettled(
      Array.from({ length: 30 }, () => answerSwap(floor.colleague, { swapId, answer: 'yes' }, options)),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { rows } = await db.execute<{ n: number }>(sql`
      select count(*)::int as n from plan_changes c join rotation_plans p on p.id = c.plan_id where p.on_date = ${date}`)
    expect(rows[0]?.n).toBe(2)
  })

  test('two swaps that together would break a rule are not both done', async () => {
    date = addDays(date, 1)
    await publishDay([floor.operator, floor.colleague, third])
    const { shiftId } = await shiftOf(floor.operator)
    const offer = (from: string, to: string, taker: Actor) =>
      offerSwap(floor.operator, { shiftId, from, to, personIds: [taker.personId] }, options)
    // Each alone leaves a block of an hour; both would leave a quarter of one between them.
    const first = await offer(at(7), at(7, 45), floor.colleague)
    const second = await offer(at(8), at(8, 30), third)
    const answers = await Promise.all([
      answerSwap(floor.colleague, { ...first, answer: 'yes' }, options),
      answerSwap(third, { ...second, answer: 'yes' }, options),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['applied', 'impossible'])
    for (const shift of await board()) expect(shift.broken.filter(isHard)).toEqual([])
  })
})

describe('Postgres', () => {
  test('applies a swap once, by somebody who said yes, and moves a shift only by it', async () => {
    const swapId = await offerVoice()
    const set = (status: string, who: string | null = floor.colleague.personId) =>
      attack(
        db.execute(sql`
          update swaps set status = ${status}, taken_by = ${who}, applied_at = ${status === 'applied' ? NOW.toISOString() : null}::timestamptz
          where id = ${swapId}`),
      )
    expect(await set('applied')).toBe('swaps_ended')
    expect(await set('agreed')).toBe('swaps_said_yes')
    expect(await set('agreed', floor.operator.personId)).toBe('swaps_said_yes')
    await answerSwap(floor.colleague, { swapId, answer: 'yes' }, options)
    expect(await set('applied')).toBe('swaps_applied_once')
    expect(await set('withdrawn')).toBe('swaps_applied_once')
    expect(await statusOf(swapId)).toBe('applied')
    const { shiftId } = await shiftOf(floor.operator)
    const steal = sql`update shifts set person_id = ${third.personId} where id = ${shiftId}`
    expect(await attack(db.execute(steal))).toBe('shifts_person')
  })
})
