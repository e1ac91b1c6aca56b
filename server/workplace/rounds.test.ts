import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import type { Floor } from '#db/testing/floor'
import { INSPECTION, makeFloor, makeSeat } from '#db/testing/floor'
import type { Actor } from '#domain/access'
import { listActions } from '#server/workplace/action-queries'
import { answerItems } from '#server/workplace/answer-items'
import { closeAction } from '#server/workplace/close-action'
import { showRound } from '#server/workplace/form-queries'
import { orderTea } from '#server/workplace/order-tea'
import { listRounds, mySeat } from '#server/workplace/queries'
import { reportFault } from '#server/workplace/report-fault'
import { listRoundPlaces, siteMap } from '#server/workplace/seat-queries'
import { serveTea } from '#server/workplace/serve-tea'
import { skipTea } from '#server/workplace/skip-tea'
import { startRound } from '#server/workplace/start-round'
import { submitRound } from '#server/workplace/submit-round'
import { teaNow, teaOrders } from '#server/workplace/tea-queries'
import { verifyAction } from '#server/workplace/verify-action'

const NOW = new Date('2026-03-10T10:00:00Z')
const options = { now: NOW }

let floor: Floor

beforeAll(async () => {
  floor = await makeFloor()
})

const start = (actor: Actor, workplaceId = floor.seatId, id?: string) =>
  startRound(actor, { id, checklistId: INSPECTION, workplaceId }, options)

/** Everything in order but what is given. */
const fill = async (inspectionId: string, found: Record<string, boolean | number> = {}) => {
  const round = await showRound(floor.supervisor, { inspectionId })
  const right: Record<string, number> = {
    desk_height_mm: 720,
    screen_distance_mm: 600,
    headset_mic_snr_db: 30,
  }
  const answers = round.sections
    .flatMap((section) => section.items)
    .map(({ id, key, type }) => {
      const value = found[key] ?? (type === 'yes-no' ? true : (right[key] ?? 0.3))
      return {
        itemId: id,
        state: 'answered' as const,
        ...(typeof value === 'boolean' ? { yes: value } : { number: value }),
      }
    })
  return answerItems(floor.supervisor, { inspectionId, answers }, options)
}
const open = async (actor: Actor, workplaceId: string) =>
  (await listActions(actor, { state: 'open', workplaceId }, options)).items

describe('a round of a seat', () => {
  test('asks the thirteen questions of a seat; a fault becomes an action with a deadline, and people are told', async () => {
    const { inspectionId } = await start(floor.supervisor)
    const round = await showRound(floor.supervisor, { inspectionId })
    expect(round.sections.flatMap((section) => section.items)).toHaveLength(13)
    await fill(inspectionId, { chair_adjustable: false, pop_p95_s: 1.5 })
    const result = await submitRound(floor.supervisor, { inspectionId }, options)
    expect(result).toMatchObject({ verdict: 'conditional', actions: 2 })
    const actions = await open(floor.supervisor, floor.seatId)
    expect(actions.map(({ itemKey, severity, assigneeId }) => [itemKey, severity, assigneeId])).toEqual([
      ['chair_adjustable', 'high', floor.safety.personId],
      ['pop_p95_s', 'low', floor.safety.personId],
    ])
    const { rows } = await db.execute<{ person: string }>(sql`
      select person_id as person from notices where kind = 'workplace.actionOpened' and created_at = ${NOW}`)
    const told = rows.map((row) => row.person)
    expect(told).toEqual(expect.arrayContaining([floor.safety.personId, floor.operator.personId]))
    expect(told).not.toContain(floor.supervisor.personId)
    const mine = await mySeat(floor.operator, {}, options)
    expect(mine).toMatchObject({
      outcome: 'attention',
      seat: { openActions: 2, last: { verdict: 'conditional' } },
    })
  })

  test('found again counts a repeat instead of a second action', async () => {
    const { inspectionId } = await start(floor.supervisor)
    await fill(inspectionId, { chair_adjustable: false })
    await submitRound(floor.supervisor, { inspectionId }, options)
    const chair = (await open(floor.supervisor, floor.seatId)).filter(
      (action) => action.itemKey === 'chair_adjustable',
    )
    expect(chair.map((action) => action.repeats)).toEqual([1])
  })

  test('with one critical failure fails, keeps its score and goes on', async () => {
    const seat = await makeSeat(floor, floor.colleague)
    const { inspectionId } = await start(floor.supervisor, seat)
    await fill(inspectionId, { headset_limiter: false })
    const result = await submitRound(floor.supervisor, { inspectionId }, options)
    expect(result.verdict).toBe('fail')
    expect(result.score).toBeCloseTo(37 / 42, 10)
    expect((await open(floor.supervisor, seat))[0]).toMatchObject({
      severity: 'stop',
      dueAt: '2026-03-11T10:00:00.000Z',
    })
  })

  test('begun twice with one id is one; gone on with where it was begun; closed after it', async () => {
    const id = newId(NOW)
    const both = await Promise.allSettled([
      start(floor.supervisor, floor.seatId, id),
      start(floor.supervisor, floor.seatId, id),
    ])
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect((await start(floor.supervisor)).inspectionId).toBe(id)
    await fill(id)
    await submitRound(floor.supervisor, { inspectionId: id }, options)
    await expect(fill(id, { chair_adjustable: false })).rejects.toMatchObject({ reason: 'conflict' })
    await expect(submitRound(floor.supervisor, { inspectionId: id }, options)).rejects.toMatchObject({
      reason: 'conflict',
    })
  })

  test('two inspectors: the second answer to what they did not see is a conflict, nothing is overwritten', async () => {
    const { inspectionId } = await start(floor.supervisor)
    const round = await showRound(floor.supervisor, { inspectionId })
    const item = round.sections
      .flatMap((section) => section.items)
      .find((one) => one.key === 'desk_height_mm')
    const say = (actor: Actor, number: number | string, revision?: number, mutation?: string) =>
      answerItems(
        actor,
        {
          inspectionId,
          answers: [{ itemId: item?.id ?? '', state: 'answered', number, revision, mutation }],
        },
        options,
      )
    const mutation = newId(NOW)
    expect((await say(floor.supervisor, '720,5', 0, mutation)).kept[0]).toMatchObject({
      revision: 1,
      band: 'ok',
    })
    expect((await say(floor.supervisor, '720,5', 0, mutation)).kept[0]?.revision).toBe(1)
    const late = await say(floor.head, 640, 0)
    expect(late).toMatchObject({ kept: [], conflicts: [{ revision: 1, number: 720.5 }] })
    const blind = await say(floor.head, 640)
    expect(blind).toMatchObject({
      kept: [],
      conflicts: [{ revision: 1, number: 720.5, by: expect.any(String) }],
    })
    expect((await say(floor.head, 640, 1)).kept[0]).toMatchObject({ revision: 2, band: 'fail' })
    const { rows } = await db.execute<{ n: number }>(sql`
      select count(*)::int as n from answer_events where inspection_id = ${inspectionId}`)
    expect(rows[0]?.n).toBe(2)
    await submitRound(floor.supervisor, { inspectionId }, options)
  })

  test('is done where one may: own seat, the team’s seats, the site; not at a stranger’s', async () => {
    await expect(start(floor.stranger)).rejects.toMatchObject({ reason: 'not-found' })
    const { inspectionId } = await start(floor.operator)
    await expect(showRound(floor.colleague, { inspectionId })).rejects.toMatchObject({ reason: 'not-found' })
    await expect(showRound(floor.head, { inspectionId })).resolves.toMatchObject({
      startedBy: expect.any(String),
    })
    const places = async (actor: Actor) => (await listRoundPlaces(actor, {})).items.length
    expect([
      await places(floor.operator),
      await places(floor.supervisor),
      await places(floor.stranger),
    ]).toEqual([1, 2, 0])
    expect((await listRounds(floor.stranger, {})).items).toEqual([])
  })
})

describe('a fault', () => {
  test('reported by thirty at once is one action; it is mended by one, verified by another, and the reporter sees it', async () => {
    const box = await makeFloor()
    const all = await Promise.all(
      Array.from({ length: 30 }, () =>
        reportFault(box.operator, { kind: 'headset', note: 'тріщить' }, options),
      ),
    )
    expect(new Set(all.map((one) => one.actionId)).size).toBe(1)
    expect(all.filter((one) => !one.repeated)).toHaveLength(1)
    const actionId = all[0]?.actionId ?? ''
    await expect(closeAction(box.operator, { actionId, note: 'само минуло' }, options)).rejects.toMatchObject(
      { reason: 'not-found' },
    )
    await closeAction(box.safety, { actionId, note: 'Замінено гарнітуру' }, options)
    await expect(verifyAction(box.safety, { actionId, outcome: 'verified' }, options)).rejects.toMatchObject({
      fault: { key: 'constraint.actions_verifier' },
    })
    await verifyAction(box.supervisor, { actionId, outcome: 'returned', note: 'Знову тріщить' }, options)
    await closeAction(box.safety, { actionId, note: 'Замінено кабель' }, options)
    await verifyAction(box.supervisor, { actionId, outcome: 'verified' }, options)
    const { seat } = await mySeat(box.operator, {}, options)
    expect(seat?.faults[0]).toMatchObject({
      kind: 'headset',
      status: 'verified',
      doneNote: 'Замінено кабель',
    })
    expect((await reportFault(box.operator, { kind: 'headset' }, options)).repeated).toBe(false)
  })

  test('is reported at the own seat, not at a stranger’s', async () => {
    const box = await makeFloor()
    await expect(reportFault(box.colleague, { kind: 'chair' }, options)).rejects.toMatchObject({
      reason: 'not-found',
    })
    const asked = { kind: 'chair' as const, workplaceId: box.seatId }
    await expect(reportFault(box.colleague, asked, options)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(reportFault(box.supervisor, asked, options)).resolves.toMatchObject({ repeated: false })
  })
})

test('the map shows each seat’s last result with its age, an old one grey', async () => {
  const slug =
    (await db.execute<{ slug: string }>(sql`select slug from sites where id = ${floor.siteId}`)).rows[0]
      ?.slug ?? ''
  const at = async (now: Date) =>
    (await siteMap(floor.operator, { site: 'mine' }, { now })).rooms[0]?.seats.map((seat) =>
      seat.closed ? 'closed' : seat.outcome,
    )
  expect(await at(NOW)).toContain('attention')
  expect(new Set(await at(new Date('2026-12-01T00:00:00Z')))).toEqual(new Set(['closed', 'stale']))
  await expect(siteMap((await makeFloor()).operator, { site: slug })).rejects.toMatchObject({
    reason: 'not-found',
  })
})

test('tea: ordered, changed, taken back, carried round; after that it is late', async () => {
  const roundId = newId(NOW)
  await db.execute(sql`
    insert into tea_rounds (id, room_id, on_date, planned_at, created_at)
    values (${roundId}, ${floor.roomId}, '2026-03-10', ${new Date('2026-03-10T12:00:00Z')}, ${NOW})`)
  expect((await teaNow(floor.operator, {}, options)).round).toMatchObject({ roundId, drink: null })
  await orderTea(floor.operator, { roundId, drink: 'coffee', sugar: 1 }, options)
  await orderTea(floor.operator, { roundId, drink: 'herbal' }, options)
  const welfare: Actor = { ...floor.head, grants: [{ role: 'welfare', teamId: null, siteId: floor.siteId }] }
  expect((await teaOrders(welfare, {}, options)).items[0]?.orders).toMatchObject([
    { drink: 'herbal', sugar: 0 },
  ])
  await expect(orderTea(floor.stranger, { roundId, drink: 'tea' }, options)).rejects.toMatchObject({
    reason: 'not-found',
  })
  await skipTea(floor.operator, { roundId }, options)
  expect((await teaOrders(welfare, {}, options)).items[0]?.orders).toEqual([])
  await serveTea(welfare, { roundId }, options)
  await expect(orderTea(floor.operator, { roundId, drink: 'tea' }, options)).rejects.toMatchObject({
    reason: 'conflict',
  })
})
