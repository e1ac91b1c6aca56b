import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { referenceId } from '#db/seed/reference/ids'
import type { Floor } from '#db/testing/floor'
import { attack, INSPECTION, makeFloor } from '#db/testing/floor'
import { SCORING_RULE } from '#domain/scoring'
import { listActions } from '#server/workplace/action-queries'
import { answerItems } from '#server/workplace/answer-items'
import { showRound } from '#server/workplace/form-queries'
import { actionsAt } from '#server/workplace/open-actions'
import { findSeat } from '#server/workplace/place-queries'
import { mySeat } from '#server/workplace/queries'
import { reviewRound } from '#server/workplace/review-round'
import { showSeat } from '#server/workplace/seat-page-queries'
import { siteMap } from '#server/workplace/seat-queries'
import { startRound } from '#server/workplace/start-round'
import { submitRound } from '#server/workplace/submit-round'

const NOW = new Date('2026-03-10T10:00:00Z')
const options = { now: NOW }
const DAY = 86_400_000

let floor: Floor

beforeEach(async () => {
  floor = await makeFloor()
})

const begin = () =>
  startRound(floor.supervisor, { checklistId: INSPECTION, workplaceId: floor.seatId }, options)
const itemOf = async (inspectionId: string, key: string) => {
  const { sections } = await showRound(floor.supervisor, { inspectionId })
  const item = sections.flatMap(({ items }) => items).find((one) => one.key === key)
  return { itemId: item?.id ?? '', revision: item?.answer?.revision ?? 0 }
}
type Wish = { state?: 'answered' | 'not-measured'; yes?: boolean; reason?: string }

/** Answers the headset's limiter, a critical question, and hands the round in. */
const handIn = async (inspectionId: string, wish: Wish) => {
  const answer = {
    ...(await itemOf(inspectionId, 'headset_limiter')),
    state: 'answered' as const,
    ...wish,
  }
  await answerItems(floor.supervisor, { inspectionId, answers: [answer] }, options)
  return submitRound(floor.supervisor, { inspectionId }, options)
}
const giveBack = (inspectionId: string) =>
  reviewRound(floor.head, { inspectionId, outcome: 'returned', note: 'Перевірте ще раз' }, options)
const isClosed = async () => (await mySeat(floor.operator, {}, options)).seat?.closed
const standing = async () =>
  (await listActions(floor.head, { state: 'open', workplaceId: floor.seatId }, options)).items

describe('a seat closed by a round that was given back', () => {
  test('opens when the fault was a mistake', async () => {
    const { inspectionId } = await begin()
    await handIn(inspectionId, { yes: false })
    expect(await isClosed()).toBe(true)
    await giveBack(inspectionId)
    await handIn(inspectionId, { yes: true })
    expect(await standing()).toEqual([])
    expect(await isClosed()).toBe(false)
  })

  test('stays closed when the second time it was not measured', async () => {
    const { inspectionId } = await begin()
    await handIn(inspectionId, { yes: false })
    await giveBack(inspectionId)
    await handIn(inspectionId, { state: 'not-measured', reason: 'Гарнітуру забрали' })
    expect(await standing()).toMatchObject([{ itemKey: 'headset_limiter', severity: 'stop' }])
    expect(await isClosed()).toBe(true)
  })

  test('stays closed when another round has found the same', async () => {
    const first = await begin()
    await handIn(first.inspectionId, { yes: false })
    const second = await begin()
    await handIn(second.inspectionId, { yes: false })
    await giveBack(first.inspectionId)
    await handIn(first.inspectionId, { yes: true })
    expect(await standing()).toMatchObject([{ itemKey: 'headset_limiter', repeats: 1 }])
    expect(await isClosed()).toBe(true)
  })
})

test('a round is kept with the rule that it was scored with, whatever it began under', async () => {
  const { inspectionId } = await begin()
  await db.execute(sql`update inspections set scoring_rule = 1 where id = ${inspectionId}`)
  await handIn(inspectionId, { yes: true })
  const { rows } = await db.execute(
    sql`select scoring_rule as rule from inspections where id = ${inspectionId}`,
  )
  expect(rows).toEqual([{ rule: SCORING_RULE }])
})

describe('a fault found again', () => {
  const find = (severity: 'low' | 'normal' | 'stop', at: Date) =>
    db.transaction(async (tx) => {
      const place = await findSeat(tx, floor.seatId, floor.supervisor)
      const context = { tx, now: at, newId: () => newId(at), personId: floor.supervisor.personId }
      const open = await actionsAt(context, place)
      return open({ itemKey: 'fault_chair', severity, inspectionId: null, itemId: null })
    })

  test('worse than before is as urgent as the worse finding, and closes its place', async () => {
    const first = await find('low', NOW)
    expect(await isClosed()).toBe(false)
    const later = new Date(NOW.getTime() + DAY)
    expect(await find('stop', later)).toMatchObject({
      actionId: first.actionId,
      created: false,
      closed: true,
    })
    const dueAt = new Date(later.getTime() + DAY).toISOString()
    expect(await standing()).toMatchObject([{ severity: 'stop', repeats: 1, dueAt, closed: true }])
    expect(await isClosed()).toBe(true)
  })

  test('milder than before stays as urgent as it was', async () => {
    await find('stop', NOW)
    const { closed } = await find('low', new Date(NOW.getTime() + 3_600_000))
    expect(closed).toBe(false)
    const dueAt = new Date(NOW.getTime() + DAY).toISOString()
    expect(await standing()).toMatchObject([{ severity: 'stop', repeats: 1, dueAt, closed: true }])
  })

  test('cannot become a stopping one with its place open', async () => {
    const { actionId } = await find('normal', NOW)
    expect(await attack(db.execute(sql`update actions set severity = 'stop' where id = ${actionId}`))).toBe(
      'actions_stop_guarded',
    )
  })
})

describe('the result of a seat', () => {
  const store = (slug: string, verdict: string, day: number) => {
    const at = new Date(NOW.getTime() + day * DAY)
    return db.execute(sql`
      insert into inspections (id, version_id, room_id, workplace_id, status, season, started_at, started_by, received_at, submitted_at,
        submitted_by, score, completeness, verdict, scoring_rule)
      values (${newId(at)}, ${referenceId('checklist-version', `${slug}/1`)}, ${floor.roomId}, ${floor.seatId}, 'submitted', 'cold', ${at},
        ${floor.operator.personId}, ${at}, ${at}, ${floor.operator.personId}, 1, 1, ${verdict}, 1)`)
  }
  const shown = async () => {
    const at = { now: new Date(NOW.getTime() + 9 * DAY) }
    const { rooms } = await siteMap(floor.operator, { site: 'mine' }, at)
    const dot = rooms[0]?.seats.find(({ id }) => id === floor.seatId)
    const [mine, page] = [
      await mySeat(floor.operator, {}, at),
      await showSeat(floor.operator, { workplaceId: floor.seatId }, at),
    ]
    expect([mine.outcome, page.outcome]).toEqual([dot?.outcome, dot?.outcome])
    return dot
  }

  test('that an inspector failed is lifted by an inspector alone, not by a self-check', async () => {
    await store('workplace-inspection', 'pass', 0)
    await store('operator-self-check', 'fail', 1)
    expect(await shown()).toMatchObject({ outcome: 'failed' })
    await store('operator-self-check', 'pass', 2)
    expect(await shown()).toMatchObject({ outcome: 'passed' })
    await store('workplace-inspection', 'fail', 3)
    await store('operator-self-check', 'pass', 4)
    expect(await shown()).toMatchObject({ outcome: 'failed', verdict: 'fail', closed: false })
    await store('workplace-inspection', 'pass', 5)
    expect(await shown()).toMatchObject({ outcome: 'passed' })
  })

  test('is failed and closed where a stopping fault stands, whatever a round said after it', async () => {
    const { inspectionId } = await begin()
    await handIn(inspectionId, { yes: false })
    await store('workplace-inspection', 'pass', 1)
    expect(await shown()).toMatchObject({ outcome: 'failed', closed: true })
  })
})
