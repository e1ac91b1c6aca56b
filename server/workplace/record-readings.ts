import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { readings } from '#db/schema/readings'
import { invalid, notFound } from '#domain/refused'
import { SENSOR_METRICS, type SensorMetric } from '#domain/sensor-metrics'
import { outSince, RecordReadings } from '#domain/sensors'
import { command } from '#server/command'

const MINUTE = 60_000
const AHEAD = 5 * MINUTE
const LOOK_BACK_DAYS = 2

type Sensor = {
  id: string
  roomId: string
  siteId: string
  name: string
  metric: SensorMetric
  unit: string
  okLow: number | null
  okHigh: number | null
  alarmAfter: number
}

const lockSensor = async (tx: Tx, sensorId: string): Promise<Sensor> => {
  const { rows } = await tx.execute<Sensor>(sql`
    select s.id, s.room_id as "roomId", r.site_id as "siteId", s.name, s.metric, s.unit, s.ok_low as "okLow", s.ok_high as "okHigh",
      s.alarm_after as "alarmAfter"
    from sensors s join rooms r on r.id = s.room_id where s.id = ${sensorId} and s.revoked_at is null for update of s`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Raises or ends the sensor's alarm by its latest samples; the value where one was raised now. */
const judge = async (tx: Tx, sensor: Sensor, now: Date, id: string): Promise<number | null> => {
  const { rows } = await tx.execute<{ at: string; value: number }>(sql`
    select taken_at as at, value from readings where sensor_id = ${sensor.id}
      and taken_at > ${now}::timestamptz - make_interval(days => ${LOOK_BACK_DAYS}) order by taken_at`)
  const samples = rows.map(({ at, value }) => ({ at: new Date(at), value }))
  const [since, last] = [outSince(sensor, samples), samples.at(-1)]
  if (!since || !last) {
    await tx.execute(sql`
      update sensor_alarms set ended_at = greatest(began_at, ${last?.at ?? now}) where sensor_id = ${sensor.id} and ended_at is null`)
    return null
  }
  if (last.at.getTime() - since.getTime() < sensor.alarmAfter * MINUTE) return null
  const { rowCount } = await tx.execute(sql`
    insert into sensor_alarms (id, sensor_id, began_at, raised_at) values (${id}, ${sensor.id}, ${since}, greatest(${since}::timestamptz, ${now}))
    on conflict do nothing`)
  return rowCount ? last.value : null
}

/** Keeps what a sensor sends, each moment once, and tells those who answer for the room when it stays out of range. */
export const recordReadings = command({
  verb: 'workplace.recordReadings',
  input: RecordReadings,
  output: z.object({ kept: z.number(), alarm: z.boolean() }),
  subject: (tx, { sensorId }) => lockSensor(tx, sensorId),
  audit: ({ input, result }) => ({ kind: 'sensor', id: input.sensorId, detail: { readings: result.kept } }),
  async run({ tx, input, subject: sensor, now, newId, notify }) {
    const { low, high } = SENSOR_METRICS[sensor.metric]
    const rows = input.readings.map(({ takenAt, value }, index) => {
      if (value < low || value > high) throw invalid(`readings.${index}.value`, 'implausible')
      if (Date.parse(takenAt) > now.getTime() + AHEAD) throw invalid(`readings.${index}.takenAt`, 'wrong')
      const { roomId, metric, unit, id: sensorId } = sensor
      return {
        id: newId(),
        roomId,
        metric,
        unit,
        sensorId,
        value,
        source: 'sensor',
        takenAt: new Date(takenAt),
      }
    })
    const kept = await tx.insert(readings).values(rows).onConflictDoNothing().returning({ id: readings.id })
    const value = await judge(tx, sensor, now, newId())
    if (value !== null) {
      const { rows: told } = await tx.execute<{ id: string }>(sql`
        select distinct person_id as id from current_grants where role in ('safety', 'head') and (site_id = ${sensor.siteId} or site_id is null)`)
      const params = { name: sensor.name, value, unit: sensor.unit }
      const to = told.map(({ id }) => id)
      notify({ to, kind: 'workplace.sensorAlarm', params, href: `/workplace/sensors/${sensor.id}` })
    }
    return { kept: kept.length, alarm: value !== null }
  },
})
