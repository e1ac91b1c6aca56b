import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import type { Floor } from '#db/testing/floor'
import { attack, INSPECTION, makeFloor } from '#db/testing/floor'
import { systemActor } from '#domain/access'
import { ACTION_STATES } from '#domain/workplace'
import { acceptRisk } from '#server/workplace/accept-risk'
import { boardActions, listActions } from '#server/workplace/action-queries'
import { answerItems } from '#server/workplace/answer-items'
import { assignAction } from '#server/workplace/assign-action'
import { closeAction } from '#server/workplace/close-action'
import { escalateActions } from '#server/workplace/escalate-actions'
import { showRound } from '#server/workplace/form-queries'
import { mySeat } from '#server/workplace/queries'
import { reportFault } from '#server/workplace/report-fault'
import { startRound } from '#server/workplace/start-round'
import { submitRound } from '#server/workplace/submit-round'
import { verifyAction } from '#server/workplace/verify-action'

const NOW = new Date('2026-03-10T10:00:00Z')
const options = { now: NOW }
const HOUR = 3_600_000
const later = (hours: number) => ({ now: new Date(NOW.getTime() + hours * HOUR) })

let floor: Floor

beforeAll(async () => {
  floor = await makeFloor()
})

/** A round of the operator's seat in which one question went wrong; its action. */
const find = async (box: Floor, key: string, value: { yes?: boolean; number?: number }) => {
  const place = { checklistId: INSPECTION, workplaceId: box.seatId }
  const { inspectionId } = await startRound(box.supervisor, place, options)
  const items = (await showRound(box.supervisor, { inspectionId })).sections.flatMap((part) => part.items)
  const itemId = items.find((item) => item.key === key)?.id ?? ''
  await answerItems(
    box.supervisor,
    { inspectionId, answers: [{ itemId, state: 'answered', ...value }] },
    options,
  )
  await submitRound(box.supervisor, { inspectionId }, options)
  const { items: open } = await listActions(box.head, { state: 'open', workplaceId: box.seatId }, options)
  return open.find((action) => action.itemKey === key)?.id ?? ''
}
const shown = async (box: Floor, id: string) =>
  (await listActions(box.head, { workplaceId: box.seatId }, options)).items.find((action) => action.id === id)
const told = async (kind: string) => {
  const { rows } = await db.execute<{ id: string }>(
    sql`select person_id as id from notices where kind = ${kind}`,
  )
  return rows.map(({ id }) => id)
}

describe('verifying', () => {
  test('measures the item again: not right is given back, right closes it; the mender does not verify', async () => {
    const actionId = await find(floor, 'desk_height_mm', { number: 640 })
    await closeAction(floor.safety, { actionId, note: 'Підняли стіл' }, options)
    await expect(
      verifyAction(floor.supervisor, { actionId, outcome: 'verified' }, options),
    ).rejects.toMatchObject({
      fields: { number: { key: 'required' } },
    })
    const measured = (number: number | string) =>
      verifyAction(floor.supervisor, { actionId, number }, options)
    expect(await measured('641,5')).toEqual({ verified: false })
    expect(await shown(floor, actionId)).toMatchObject({
      status: 'open',
      doneNote: null,
      judged: { outcome: 'returned', found: { number: 641.5 } },
    })
    await closeAction(floor.safety, { actionId, note: 'Замінили ніжки' }, options)
    await expect(verifyAction(floor.safety, { actionId, number: 720 }, options)).rejects.toMatchObject({
      fault: { key: 'constraint.actions_verifier' },
    })
    expect(await measured(720)).toEqual({ verified: true })
    const { rows } = await db.execute(
      sql`select number, band from action_checks where action_id = ${actionId} order by number`,
    )
    expect(rows).toEqual([
      { number: 641.5, band: 'fail' },
      { number: 720, band: 'ok' },
    ])
  })
})

describe('a stopping fault', () => {
  test('closes the seat until it is verified as mended', async () => {
    const box = await makeFloor()
    const actionId = await find(box, 'headset_limiter', { yes: false })
    expect((await mySeat(box.operator, {}, options)).seat?.closed).toBe(true)
    expect(await told('workplace.placeClosed')).toContain(box.operator.personId)
    expect(
      await attack(
        db.execute(sql`
      update closures set reopened_at = ${NOW}, reopened_by = ${box.head.personId} where action_id = ${actionId}`),
      ),
    ).toBe('actions_stop_guarded')
    await closeAction(box.safety, { actionId, note: 'Видано нову гарнітуру' }, options)
    expect((await mySeat(box.operator, {}, options)).seat?.closed).toBe(true)
    await verifyAction(box.supervisor, { actionId, pick: 'yes' }, options)
    expect((await mySeat(box.operator, {}, options)).seat?.closed).toBe(false)
  })

  test('or until a named person, not its mender, answers for it in writing', async () => {
    const box = await makeFloor()
    const actionId = await find(box, 'headset_limiter', { yes: false })
    const reason = 'Гучність обмежено в налаштуваннях АТС до понеділка'
    await expect(acceptRisk(box.supervisor, { actionId, reason }, options)).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await expect(acceptRisk(box.safety, { actionId, reason }, options)).rejects.toMatchObject({
      fault: { key: 'constraint.risk_acceptances_named' },
    })
    await expect(acceptRisk(box.head, { actionId, reason: 'ок' }, options)).rejects.toMatchObject({
      reason: 'invalid',
    })
    await acceptRisk(box.head, { actionId, reason }, options)
    expect(await shown(box, actionId)).toMatchObject({ closed: false, accepted: { reason }, status: 'open' })
    expect(await attack(db.execute(sql`update risk_acceptances set reason = 'Нічого страшного немає'`))).toBe(
      'risk_acceptances_append_only',
    )
  })

  test('cannot stand open with neither', async () => {
    const insert = db.execute(sql`
      insert into actions (id, room_id, workplace_id, item_key, severity, opened_at, due_at, status)
      values (${newId(NOW)}, ${floor.roomId}, ${floor.seatId}, 'fault_air', 'stop', ${NOW}, ${later(24).now}, 'open')`)
    expect(await attack(insert)).toBe('actions_stop_guarded')
  })
})

test('the board shows what the three lists show', async () => {
  const box = await makeFloor()
  await find(box, 'headset_limiter', { yes: false })
  await closeAction(
    box.safety,
    { actionId: await find(box, 'chair_adjustable', { yes: false }), note: 'Замінили механізм' },
    options,
  )
  const lists = await Promise.all(
    ACTION_STATES.map((state) => listActions(box.head, { state, limit: 12 }, options)),
  )
  const { items } = await boardActions(box.head, {}, options)
  expect(items).toEqual(lists.flatMap((list) => list.items))
  expect(items.map(({ status }) => status)).toEqual(['open', 'done'])
})

describe('an action', () => {
  test('is given to somebody of its site, and then is in work', async () => {
    const { actionId } = await reportFault(floor.operator, { kind: 'screen' }, options)
    await expect(
      assignAction(floor.supervisor, { actionId, assigneeId: floor.colleague.personId }, options),
    ).rejects.toMatchObject({ fields: { assigneeId: {} } })
    await assignAction(floor.supervisor, { actionId, assigneeId: floor.head.personId }, options)
    expect(await shown(floor, actionId)).toMatchObject({
      status: 'in-progress',
      assigneeId: floor.head.personId,
    })
  })

  test('is spoken of at half time to its mender and at the deadline up the line, once each', async () => {
    const box = await makeFloor()
    await find(box, 'headset_limiter', { yes: false })
    const run = async (hours: number) => {
      await escalateActions(systemActor(), {}, later(hours))
      const [half, overdue] = [await told('workplace.actionHalf'), await told('workplace.actionOverdue')]
      const mine = [box.safety, box.supervisor, box.head, box.stranger].map(({ personId }) => personId)
      return [half, overdue].map((all) => mine.map((id) => all.filter((one) => one === id).length))
    }
    expect(await run(11)).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ])
    expect(await run(12)).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ])
    expect(await run(13)).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ])
    expect(await run(24)).toEqual([
      [1, 0, 0, 0],
      [1, 1, 1, 0],
    ])
    expect(await run(48)).toEqual([
      [1, 0, 0, 0],
      [1, 1, 1, 0],
    ])
  })
})
