import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { attack, makeFloor, makeShift } from '#db/testing/floor'
import { makePerson } from '#db/testing/people'
import { isBlockedBy } from '#db/testing/waits'
import type { Actor } from '#domain/access'
import { isHard } from '#domain/rotation/rules'
import { addDays } from '#domain/site-time'
import { answerSwap } from '#server/rotation/answer-swap'
import { decideSwap } from '#server/rotation/decide-swap'
import { layDays } from '#server/rotation/lay-days'
import { offerSwap } from '#server/rotation/offer-swap'
import { openPlan } from '#server/rotation/open-plan'
import { publishPlan } from '#server/rotation/publish'
import { putBlock } from '#server/rotation/put-block'
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

type Lay = { locked?: boolean; first?: number; task?: string }

/** Everybody answers mail; each has voice, or another task, in another stint, the first person in the first or a later one. */
const layDay = async (people: Actor[], { locked = false, first = 0, task = floor.voice }: Lay = {}) => {
  const { planId } = await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: date }, options)
  const { shifts } = await teamDay(floor.supervisor, { date, teamId: floor.teamId, view: 'draft' }, options)
  const days = people.map((person, index) => ({
    shiftId: shifts.find(({ personId }) => personId === person.personId)?.shiftId ?? '',
    pieces: [
      ...RESTS.map(([what, from, to]) => ({ what, from: clock(from), to: clock(to) })),
      ...STINTS.map(([from, to], stint) => ({
        taskId: stint === index + first ? task : floor.mail,
        from: clock(from),
        to: clock(to),
        locked: locked && stint + index === 0,
      })),
    ],
  }))
  await layDays(floor.supervisor, { planId, days }, options)
  return planId
}
const publishDay = async (people: Actor[], locked = false) => {
  for (const person of people) await makeShift(person, at(7), at(16))
  await publishPlan(floor.supervisor, { planId: await layDay(people, { locked }) }, options)
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

describe('a day that is planned anew', () => {
  const LATER = { now: new Date(NOW.getTime() + 60_000) }
  const both = () => [floor.operator, floor.colleague]
  const agree = async () => {
    await setSwapRule(floor.supervisor, { teamId: floor.teamId, rule: 'approval' }, options)
    const swapId = await offerVoice()
    await answerSwap(floor.colleague, { swapId, answer: 'yes' }, options)
    return swapId
  }
  const approve = (swapId: string) => decideSwap(floor.supervisor, { swapId, decision: 'approve' }, LATER)
  const tasksAt7 = async () => {
    const first = async (person: Actor) => (await shiftOf(person)).pieces[0]?.taskId
    return [await first(floor.operator), await first(floor.colleague)]
  }
  const heard = async () => {
    const { rows } = await db.execute<{ id: string }>(sql`
      select person_id as id from notices where kind = 'rotation.swapChanged' and params ->> 'day' = ${String(Date.parse(`${date}T12:00:00Z`))} order by id`)
    return rows.map(({ id }) => id).sort()
  }
  const people = () => both().map(({ personId }) => personId)

  test('gives a swap back that was about other blocks, and both hear it', async () => {
    const swapId = await agree()
    await publishPlan(floor.supervisor, { planId: await layDay(both(), { first: 2 }) }, LATER)
    expect(await statusOf(swapId)).toBe('changed')
    expect(await heard()).toEqual(people().sort())
    await expect(approve(swapId)).rejects.toMatchObject({ fault: { key: 'rotation.swapEnded' } })
    expect(await tasksAt7()).toEqual([floor.mail, floor.mail])
  })

  test('lets a swap be whose blocks are the same', async () => {
    const swapId = await agree()
    await publishPlan(floor.supervisor, { planId: await layDay(both()) }, LATER)
    expect(await approve(swapId)).toEqual({ status: 'applied' })
    expect(await tasksAt7()).toEqual([floor.mail, floor.voice])
    expect(await heard()).toEqual([])
  })

  test('by a hand gives back what it touched and nothing else', async () => {
    const swapId = await agree()
    const plan = sql`(select id from rotation_plans where team_id = ${floor.teamId} and on_date = ${date} and status = 'published')`
    const { rows } = await db.execute<{ id: string }>(sql`select id from ${plan} p`)
    const put = (person: Actor, from: string, to: string) =>
      putBlock(
        floor.supervisor,
        { planId: rows[0]?.id ?? '', personId: person.personId, taskId: floor.voice, from, to },
        LATER,
      )
    await put(floor.colleague, clock('14:15'), clock('15:0'))
    expect(await statusOf(swapId)).toBe('agreed')
    await put(floor.colleague, clock('7:0'), clock('7:45'))
    expect(await statusOf(swapId)).toBe('changed')
  })

  test('at the moment of an approval: the one or the other, never a swap of blocks that nobody agreed on', async () => {
    const { mail, voice } = floor
    const outcome = (one: PromiseSettledResult<unknown>) =>
      one.status === 'fulfilled' ? 'done' : one.reason?.fault?.key
    for (const round of [0, 1, 2, 3, 4, 5]) {
      date = addDays(date, 2)
      await publishDay(both())
      const swapId = await agree()
      const planId = await layDay(both(), { first: 2 })
      const publish = () => publishPlan(floor.supervisor, { planId }, LATER)
      const acts = round % 2 ? [publish, () => approve(swapId)] : [() => approve(swapId), publish]
      const done = await Promise.allSettled(acts.map((act) => act()))
      const [published, approved] = (round % 2 ? done : done.toReversed()).map(outcome)
      const seen = { published, approved, status: await statusOf(swapId), at7: await tasksAt7() }
      expect([
        { published: 'rotation.toldChanged', approved: 'done', status: 'applied', at7: [mail, voice] },
        { published: 'done', approved: 'done', status: 'changed', at7: [mail, mail] },
        { published: 'done', approved: 'rotation.swapEnded', status: 'changed', at7: [mail, mail] },
      ]).toContainEqual(seen)
      expect(await heard()).toHaveLength(seen.status === 'changed' ? 2 : 0)
    }
  })

  test('at the moment of a hand-over: nobody who cannot do it gets a task with the shift', async () => {
    await db.execute(sql`
      insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
      select gen_random_uuid(), person, id, 3, 'supervisor', ${floor.supervisor.personId}, 'confirmed', now() - interval '1 day'
      from unnest(${sql.param(people())}::uuid[]) person, competences where slug = 'coaching'`)
    const able = await makePerson({ siteId: floor.siteId, teamId: floor.teamId, roles: [] })
    await makeShift(able, `${addDays(date, 30)}T07:00:00Z`, `${addDays(date, 30)}T16:00:00Z`)
    const { shiftId } = await shiftOf(floor.operator)
    const offer = { shiftId, personIds: [able.personId] }
    const { swapId } = await offerSwap(floor.operator, offer, options)
    const planId = await layDay(both(), { task: floor.expert })
    let publishing: Promise<unknown> = Promise.resolve()
    await db.transaction(async (tx) => {
      await answerSwap(able, { swapId, answer: 'yes' }, { ...LATER, tx })
      publishing = publishPlan(floor.supervisor, { planId }, LATER).catch((error: unknown) => error)
      expect(await isBlockedBy(tx, publishing)).toBe(true)
    })
    expect(await publishing).toMatchObject({ fault: { key: 'rotation.broken', params: { people: 1 } } })
    expect(await statusOf(swapId)).toBe('applied')
  })
})

describe('Postgres', () => {
  test('applies no swap of other blocks than were agreed on, and keeps what was offered', async () => {
    await setSwapRule(floor.supervisor, { teamId: floor.teamId, rule: 'approval' }, options)
    const swapId = await offerVoice()
    await answerSwap(floor.colleague, { swapId, answer: 'yes' }, options)
    const forge = (table: 'swaps' | 'swap_asks') =>
      attack(
        db.execute(sql`
          update ${sql.identifier(table)} set gives = '[]' where ${sql.identifier(table === 'swaps' ? 'id' : 'swap_id')} = ${swapId}`),
      )
    expect([await forge('swaps'), await forge('swap_asks')]).not.toContain(undefined)
    await db.execute(sql`
      update rotation_plans set status = 'replaced' where status = 'published' and team_id = ${floor.teamId} and on_date = ${date}`)
    const apply = sql`update swaps set status = 'applied', applied_at = now() where id = ${swapId}`
    expect(await attack(db.execute(apply))).toBe('swaps_as_agreed')
  })

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
