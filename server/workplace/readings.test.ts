import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { receiveReadings } from '#app/_next/rest/readings'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import type { Floor } from '#db/testing/floor'
import { INSPECTION, makeFloor, makeSeat } from '#db/testing/floor'
import { makePerson } from '#db/testing/people'
import { addSensor } from '#server/workplace/add-sensor'
import { answerItems } from '#server/workplace/answer-items'
import { showRound } from '#server/workplace/form-queries'
import { myMeasures } from '#server/workplace/measure-queries'
import { measureSeat } from '#server/workplace/measure-seat'
import { revokeSensor } from '#server/workplace/revoke-sensor'
import { listSensors, showSensor } from '#server/workplace/sensor-queries'
import { startRound } from '#server/workplace/start-round'

const MINUTE = 60_000
const SELF_CHECK = referenceId('checklist', 'operator-self-check')

let floor: Floor

beforeAll(async () => {
  floor = await makeFloor()
})

describe('a seat that measures itself', () => {
  test('keeps numbers of the seat, and nothing says whose they are', async () => {
    const values = [
      { metric: 'pop_p95_s' as const, value: 0.42 },
      { metric: 'cpu_job_ms' as const, value: 40 },
    ]
    expect(await measureSeat(floor.operator, { values })).toEqual({ kept: 2 })
    const { seat } = await myMeasures(floor.operator, {})
    expect(seat?.latest.map(({ metric, value }) => [metric, value])).toEqual([
      ['cpu_job_ms', 40],
      ['pop_p95_s', 0.42],
    ])
    expect(seat?.centreMs).toBeNull()
    const { rows } = await db.execute(sql`select 1 from audit_entries where verb = 'workplace.measureSeat'`)
    expect(rows).toEqual([])
    const { rows: columns } = await db.execute<{ name: string }>(sql`
      select column_name as name from information_schema.columns where table_name = 'readings'`)
    expect(columns.map(({ name }) => name).filter((name) => /person|by$|user/.test(name))).toEqual([])
  })

  test('numbers taken while the tab was hidden do not count', async () => {
    await measureSeat(floor.operator, { noisy: true, values: [{ metric: 'pop_p95_s', value: 9 }] })
    const { seat } = await myMeasures(floor.operator, {})
    expect(seat?.latest.find(({ metric }) => metric === 'pop_p95_s')?.value).toBe(0.42)
  })

  test('answers what it has measured in the own check, until somebody says otherwise', async () => {
    const others = await Promise.all(
      [50, 80].map(async (value) => {
        const person = await makePerson({ siteId: floor.siteId, teamId: floor.teamId })
        await makeSeat(floor, person)
        return measureSeat(person, { values: [{ metric: 'cpu_job_ms', value }] })
      }),
    )
    expect(others).toHaveLength(2)
    const ears = (left: number, right: number) => [
      { metric: 'ear_left' as const, value: left },
      { metric: 'ear_right' as const, value: right },
    ]
    await measureSeat(floor.operator, { values: ears(1, 1) })
    await measureSeat(floor.operator, { values: ears(0, 1) })
    const check = { checklistId: SELF_CHECK, workplaceId: floor.seatId }
    const { inspectionId } = await startRound(floor.operator, check)
    const answered = async () => {
      const { sections } = await showRound(floor.operator, { inspectionId })
      return sections.flatMap(({ items }) => items).filter(({ answer }) => answer)
    }
    const [card, tone, ...rest] = (await answered()).toSorted((a, b) => a.key.localeCompare(b.key))
    expect(rest).toEqual([])
    expect(tone).toMatchObject({
      key: 'self_tone',
      answer: { choice: 'right', fromSeat: expect.any(String) },
    })
    expect(card).toMatchObject({
      key: 'self_pop_p95_s',
      answer: { number: 0.42, fromSeat: expect.any(String) },
    })
    const changed = { itemId: card!.id, state: 'answered' as const, number: 1.5, revision: 1 }
    await answerItems(floor.operator, { inspectionId, answers: [changed] })
    expect((await answered()).find(({ id }) => id === card!.id)?.answer).toMatchObject({
      number: 1.5,
      fromSeat: null,
    })
    const whole = await startRound(floor.head, { checklistId: INSPECTION, workplaceId: floor.seatId })
    const { sections } = await showRound(floor.head, whole)
    const ratio = sections.flatMap(({ items }) => items).find(({ key }) => key === 'cpu_ratio')
    // 40 ms against the middle of 40, 50 and 80.
    expect(ratio?.answer?.number).toBe(0.8)
  })

  test('whoever has no seat measures none', async () => {
    await expect(
      measureSeat(floor.stranger, { values: [{ metric: 'rtt_ms', value: 5 }] }),
    ).rejects.toMatchObject({ reason: 'not-found' })
  })
})

describe('a sensor', () => {
  const add = () =>
    addSensor(floor.safety, {
      ...{ roomId: floor.roomId, name: 'CO₂ у залі', metric: 'co2_ppm' },
      ...{ okHigh: '1000', alarmAfter: 15 },
    })
  const send = async (secret: string, readings: unknown) => {
    const response = await receiveReadings(
      new Request('http://localhost/api/v1/readings', {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}` },
        body: JSON.stringify({ readings }),
      }),
    )
    return { status: response.status, ...(await response.json()) }
  }
  /** A value so many minutes ago. */
  const ago = (minutes: number, value: number) => ({
    takenAt: new Date(Date.now() - minutes * MINUTE).toISOString(),
    value,
  })
  const told = async () => {
    const { rows } = await db.execute<{ id: string }>(
      sql`select person_id as id from notices where kind = 'workplace.sensorAlarm'`,
    )
    return rows.map(({ id }) => id)
  }

  test('sends with its own token alone; the same moment twice is one, thirty at once too', async () => {
    const { sensorId, secret } = await add()
    const reading = ago(3, 600)
    const all = await Promise.all(Array.from({ length: 30 }, () => send(secret, [reading])))
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]))
    expect(all.reduce((sum, { kept }) => sum + kept, 0)).toBe(1)
    expect((await showSensor(floor.safety, { sensorId })).readings).toHaveLength(1)
    expect(await send('sviato_sensor_nobody', [reading])).toMatchObject({ status: 401 })
    expect(await send(secret, [ago(2, 1e9)])).toMatchObject({ status: 422, code: 'invalid' })
    expect(await send(secret, [ago(-60, 600)])).toMatchObject({ status: 422 })
    expect(await send(secret, 'багато')).toMatchObject({ status: 422 })
    await revokeSensor(floor.safety, { sensorId })
    expect(await send(secret, [ago(1, 600)])).toMatchObject({ status: 401 })
  })

  test('two of one kind in one room do not swallow each other’s readings', async () => {
    const [first, second] = [await add(), await add()]
    const reading = ago(4, 700)
    expect([await send(first.secret, [reading]), await send(second.secret, [reading])]).toMatchObject([
      { kept: 1 },
      { kept: 1 },
    ])
  })

  test('raises an alarm after fifteen minutes out of range, once, and ends it when all is well', async () => {
    const { sensorId, secret } = await add()
    const alarms = async () => (await showSensor(floor.safety, { sensorId })).alarms
    expect(await send(secret, [ago(40, 800), ago(30, 1200), ago(20, 1300)])).toMatchObject({ alarm: false })
    const before = (await told()).length
    expect(await send(secret, [ago(14, 1400)])).toMatchObject({ alarm: true })
    expect((await told()).slice(before)).toEqual(
      expect.arrayContaining([floor.safety.personId, floor.head.personId]),
    )
    expect(await send(secret, [ago(10, 1500)])).toMatchObject({ alarm: false })
    expect(await alarms()).toMatchObject([{ to: null }])
    await send(secret, [ago(2, 900)])
    expect(await alarms()).toMatchObject([{ to: expect.any(String) }])
  })

  test('is seen and added where somebody answers for the site', async () => {
    const { items } = await listSensors(floor.head, {})
    expect(items.length).toBeGreaterThan(2)
    await expect(listSensors(floor.operator, {})).rejects.toMatchObject({ reason: 'forbidden' })
    const far = await makeFloor()
    expect((await listSensors(far.head, {})).items).toEqual([])
    await expect(
      addSensor(far.head, { roomId: floor.roomId, name: 'Чужий', metric: 'co2_ppm', okHigh: 1000 }),
    ).rejects.toMatchObject({ reason: 'not-found' })
    await expect(
      addSensor(floor.head, { roomId: floor.roomId, name: 'Без меж', metric: 'co2_ppm' }),
    ).rejects.toMatchObject({ fields: { okHigh: {} } })
  })
})
