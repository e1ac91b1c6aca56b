import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '#db/client'
import { Text } from '#domain/localized'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { notFound } from '#domain/refused'
import { SENSOR_METRIC_KEYS } from '#domain/sensor-metrics'
import { atMost } from '#server/at-most'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visible } from '#server/visible'
import { hashSensorToken } from '#server/workplace/add-sensor'

const Sensor = z.object({
  id: z.uuid(),
  name: z.string(),
  metric: z.enum(SENSOR_METRIC_KEYS),
  unit: z.string(),
  okLow: z.number().nullable(),
  okHigh: z.number().nullable(),
  alarmAfter: z.number(),
  room: Text,
  site: Text,
  siteId: z.uuid(),
  revoked: z.boolean(),
  last: z.object({ value: z.number(), at: z.string() }).nullable(),
  alarmSince: z.string().nullable(),
})
export type SensorRow = z.infer<typeof Sensor>

const SENSOR = sql`
  s.id, s.name, s.metric, s.unit, s.ok_low as "okLow", s.ok_high as "okHigh", s.alarm_after as "alarmAfter", r.title as room,
  t.name as site, r.site_id as "siteId", s.revoked_at is not null as revoked,
  (select json_build_object('value', m.value, 'at', ${isoMoment(sql`m.taken_at`)}) from readings m
    where m.sensor_id = s.id order by m.taken_at desc limit 1) as last,
  (select ${isoMoment(sql`a.began_at`)} from sensor_alarms a where a.sensor_id = s.id and a.ended_at is null) as "alarmSince"
  from sensors s join rooms r on r.id = s.room_id join sites t on t.id = r.site_id`

/** The sensors within reach with their last value. */
export const listSensors = query({
  verb: 'workplace.sensors',
  input: Page,
  output: pageOf(Sensor),
  async run({ db, input, reach }) {
    const where = [visible(reach, { siteId: sql`r.site_id` })]
    const after = fromCursor<[string]>(input.cursor, ['string'])
    if (after) where.push(sql`s.id > ${after[0]}::uuid`)
    const { rows } = await db.execute<SensorRow>(
      sql`select ${SENSOR} where ${sql.join(where, sql` and `)} order by s.id ${atMost(input.limit + 1)}`,
    )
    return cut(rows, input.limit, (row) => [row.id])
  },
})

const Shown = Sensor.extend({
  readings: z.array(z.object({ at: z.string(), value: z.number() })),
  alarms: z.array(z.object({ id: z.uuid(), from: z.string(), to: z.string().nullable() })),
})

/** One sensor with the readings of the last day and its latest alarms. */
export const showSensor = query({
  verb: 'workplace.sensors',
  input: z.object({ sensorId: z.uuid() }),
  output: Shown,
  async run({ db, input, reach, now }) {
    const { rows } = await db.execute<z.infer<typeof Shown>>(sql`
      select x.*,
        (select coalesce(json_agg(json_build_object('at', m.taken_at, 'value', m.value) order by m.taken_at), '[]')
          from (select taken_at, value from readings where sensor_id = x.id and taken_at > ${now}::timestamptz - interval '24 hours'
            order by taken_at desc limit 1500) m) as readings,
        (select coalesce(json_agg(json_build_object('id', a.id, 'from', a.began_at, 'to', a.ended_at) order by a.began_at desc), '[]')
          from (select id, began_at, ended_at from sensor_alarms where sensor_id = x.id order by began_at desc limit 10) a) as alarms
      from (select ${SENSOR} where s.id = ${input.sensorId} and ${visible(reach, { siteId: sql`r.site_id` })}) x`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})

const Room = z.object({ id: z.uuid(), title: Text, site: Text })

/** The rooms that a sensor can be put into. */
export const listRooms = query({
  verb: 'workplace.addSensor',
  input: z.object({}),
  output: z.object({ items: z.array(Room) }),
  async run({ db, reach }) {
    const { rows } = await db.execute<z.infer<typeof Room>>(sql`
      select r.id, r.title, t.name as site from rooms r join sites t on t.id = r.site_id
      where r.retired_at is null and ${visible(reach, { siteId: sql`r.site_id` })} order by t.name ->> 'uk', r.code limit 500`)
    return { items: rows }
  },
})

/** Whose token this is; none where it was revoked or never was. */
export async function findSensor(secret: string): Promise<string | undefined> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from sensors where token_hash = ${hashSensorToken(secret)} and revoked_at is null`,
  )
  return rows[0]?.id
}
