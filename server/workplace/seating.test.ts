import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import type { Floor } from '#db/testing/floor'
import { INSPECTION, makeFloor, VERSION } from '#db/testing/floor'
import { addRoom } from '#server/workplace/add-room'
import { addSeat } from '#server/workplace/add-seat'
import { arrangeRoom } from '#server/workplace/arrange-room'
import { roundsDue } from '#server/workplace/due-queries'
import { endSchedule } from '#server/workplace/end-schedule'
import { putEquipment } from '#server/workplace/put-equipment'
import { removeEquipment } from '#server/workplace/remove-equipment'
import { retireSeat } from '#server/workplace/retire-seat'
import { scheduleRounds } from '#server/workplace/schedule-rounds'
import { listLabels, showSeat } from '#server/workplace/seat-page-queries'

const NOW = new Date('2026-06-30T10:00:00Z')
const options = { now: NOW }

let floor: Floor

beforeAll(async () => {
  floor = await makeFloor()
})

describe('the plan of a site', () => {
  test('grows by a room and a seat, which stands where it was put and never outside', async () => {
    const { roomId } = await addRoom(
      floor.head,
      { siteId: floor.siteId, code: 'H2', title: { uk: 'Тиха зала' }, width: 8.5, depth: 6 },
      options,
    )
    const { workplaceId } = await addSeat(floor.head, { roomId, code: '2-01' }, options)
    const put = (x: number) =>
      arrangeRoom(floor.head, { roomId, seats: [{ workplaceId, x, y: 1000, turn: 90 }] }, options)
    expect(await put(3000)).toEqual({ moved: 1 })
    expect(await put(3000)).toEqual({ moved: 0 })
    await expect(put(8600)).rejects.toMatchObject({ fields: { 'seats.0.x': { key: 'outsideRoom' } } })
    await expect(addSeat(floor.head, { roomId, code: '2-01' }, options)).rejects.toMatchObject({
      fields: { code: {} },
    })
    await retireSeat(floor.head, { workplaceId }, options)
    await expect(showSeat(floor.head, { workplaceId: floor.seatId }, options)).resolves.toBeDefined()
  })

  test('keeps a seat that somebody has, and is nobody else’s to change', async () => {
    const { seatId: workplaceId, roomId } = floor
    await expect(retireSeat(floor.head, { workplaceId }, options)).rejects.toMatchObject({
      fault: { key: 'workplace.seatTaken' },
    })
    const far = await makeFloor()
    await expect(addSeat(far.head, { roomId, code: '9-99' }, options)).rejects.toMatchObject({
      reason: 'not-found',
    })
    await expect(addSeat(floor.supervisor, { roomId, code: '9-99' }, options)).rejects.toMatchObject({
      reason: 'forbidden',
    })
  })

  test('is printed as labels', async () => {
    const { rows } = await db.execute<{ slug: string }>(
      sql`select slug from sites where id = ${floor.siteId}`,
    )
    const { seats } = await listLabels(floor.head, { site: rows[0]?.slug ?? '' })
    expect(seats.map(({ id }) => id)).toContain(floor.seatId)
  })
})

test('a seat remembers its equipment; its people and those who answer for it see it, others do not', async () => {
  const { seatId: workplaceId } = floor
  const { equipmentId } = await putEquipment(
    floor.safety,
    { workplaceId, kind: 'headset', name: 'Jabra Biz 2300 № 17' },
    options,
  )
  await removeEquipment(floor.safety, { equipmentId }, options)
  const { seat } = await showSeat(floor.operator, { workplaceId }, options)
  expect(seat.equipment).toMatchObject([{ name: 'Jabra Biz 2300 № 17', until: expect.any(String) }])
  await expect(removeEquipment(floor.safety, { equipmentId }, options)).rejects.toMatchObject({
    reason: 'not-found',
  })
  await expect(showSeat(floor.colleague, { workplaceId }, options)).rejects.toMatchObject({
    reason: 'not-found',
  })
  const wish = { workplaceId, kind: 'chair' as const, name: 'Інше крісло' }
  await expect(putEquipment(floor.operator, wish, options)).rejects.toMatchObject({ reason: 'forbidden' })
})

describe('scheduled rounds', () => {
  const done = async (box: Floor, at: string) => {
    await db.execute(sql`
      insert into inspections (id, version_id, room_id, status, season, started_at, started_by, received_at, submitted_at, scoring_rule,
        verdict, score, completeness)
      values (${newId(NOW)}, ${VERSION}, ${box.roomId}, 'submitted', 'warm', ${at}, ${box.safety.personId}, ${at}, ${at}, 1, 'pass', 1, 1)`)
  }
  const dueAt = async (box: Floor, at: string) =>
    (await roundsDue(box.safety, {}, { now: new Date(at) })).items.map(({ dueOn, state, missed, late }) => ({
      dueOn,
      state,
      missed,
      late,
    }))

  test('are due on their day, late after the grace, missed when the next one’s time has come', async () => {
    const box = await makeFloor()
    const { scheduleId } = await scheduleRounds(
      box.head,
      { checklistId: INSPECTION, roomId: box.roomId, everyDays: 30, graceDays: 3, startsOn: '2026-03-01' },
      options,
    )
    const row = { missed: 0, late: 0 }
    expect(await dueAt(box, '2026-02-20T10:00:00Z')).toEqual([
      { dueOn: '2026-03-01', state: 'later', ...row },
    ])
    expect(await dueAt(box, '2026-03-01T10:00:00Z')).toEqual([{ dueOn: '2026-03-01', state: 'due', ...row }])
    expect(await dueAt(box, '2026-03-05T10:00:00Z')).toEqual([{ dueOn: '2026-03-01', state: 'late', ...row }])
    await done(box, '2026-03-10T10:00:00Z')
    expect(await dueAt(box, '2026-03-11T10:00:00Z')).toEqual([
      { dueOn: '2026-03-31', state: 'later', ...row },
    ])
    expect(await dueAt(box, '2026-03-31T10:00:00Z')).toEqual([
      { dueOn: '2026-03-31', state: 'due', missed: 0, late: 1 },
    ])
    expect(await dueAt(box, '2026-05-05T10:00:00Z')).toEqual([
      { dueOn: '2026-04-30', state: 'late', missed: 1, late: 1 },
    ])
    await done(box, '2026-04-26T10:00:00Z')
    expect(await dueAt(box, '2026-05-05T10:00:00Z')).toEqual([
      { dueOn: '2026-05-30', state: 'later', missed: 1, late: 1 },
    ])
    await endSchedule(box.head, { scheduleId }, options)
    expect(await dueAt(box, '2026-05-05T10:00:00Z')).toEqual([])
  })
})
