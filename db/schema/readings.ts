import { sql } from 'drizzle-orm'
import {
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, idOf, moment } from './columns'
import { people, sites } from './people'
import { rooms, workplaces } from './workplace'

/** What a number was measured with, and until when it is calibrated. */
export const instruments = pgTable(
  'instruments',
  {
    id: uuid().primaryKey(),
    siteId: uuid('site_id').references(() => sites.id),
    kind: text().notNull(),
    model: text().notNull(),
    serial: text().notNull(),
    accuracy: text(),
    calibratedUntil: date('calibrated_until'),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [
    unique('instruments_serial').on(t.kind, t.serial),
    check(
      'instruments_kind',
      sql`${t.kind} in ('thermometer', 'hygrometer', 'co2', 'luxmeter', 'sound_level_meter', 'anemometer', 'tape')`,
    ),
  ],
)

/** A device in a room that sends numbers by itself, each with a token of its own. */
export const sensors = pgTable(
  'sensors',
  {
    id: uuid().primaryKey(),
    roomId: idOf('room_id', () => rooms.id),
    name: text().notNull(),
    metric: text().notNull(),
    unit: text().notNull(),
    okLow: doublePrecision('ok_low'),
    okHigh: doublePrecision('ok_high'),
    /** So many minutes out of range without a break are an alarm. */
    alarmAfter: smallint('alarm_after').notNull(),
    tokenHash: bytes('token_hash').notNull().unique(),
    addedBy: idOf('added_by', () => people.id),
    addedAt: moment('added_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    check('sensors_metric', sql`${t.metric} ~ '^[a-z][a-z0-9_]{2,60}$'`),
    check(
      'sensors_limits',
      sql`num_nonnulls(${t.okLow}, ${t.okHigh}) > 0 and coalesce(${t.okLow} < ${t.okHigh}, true)`,
    ),
    check('sensors_alarm_after', sql`${t.alarmAfter} between 0 and 1440`),
    index('sensors_room').on(t.roomId),
  ],
)

/** A stretch of time that a sensor was out of its range for longer than it may. */
export const sensorAlarms = pgTable(
  'sensor_alarms',
  {
    id: uuid().primaryKey(),
    sensorId: idOf('sensor_id', () => sensors.id),
    /** The first reading out of range. */
    beganAt: moment('began_at').notNull(),
    raisedAt: moment('raised_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    uniqueIndex('sensor_alarms_one_open').on(t.sensorId).where(sql`ended_at is null`),
    check(
      'sensor_alarms_order',
      sql`${t.raisedAt} >= ${t.beganAt} and coalesce(${t.endedAt} >= ${t.beganAt}, true)`,
    ),
  ],
)

/** One measured number of a seat or a room. A browser's numbers belong to the seat: no person stands here. */
export const readings = pgTable(
  'readings',
  {
    id: uuid().primaryKey(),
    roomId: idOf('room_id', () => rooms.id),
    workplaceId: uuid('workplace_id'),
    metric: text().notNull(),
    value: doublePrecision().notNull(),
    unit: text().notNull(),
    source: text().notNull(),
    instrumentId: uuid('instrument_id').references(() => instruments.id),
    takenAt: moment('taken_at').notNull(),
    sensorId: uuid('sensor_id').references(() => sensors.id),
    methodVersion: smallint('method_version').notNull().default(1),
    quality: text().notNull().default('ok'),
  },
  (t) => [
    foreignKey({
      name: 'readings_seat_room',
      columns: [t.workplaceId, t.roomId],
      foreignColumns: [workplaces.id, workplaces.roomId],
    }).onUpdate('cascade'),
    unique('readings_once')
      .on(t.roomId, t.workplaceId, t.metric, t.takenAt, t.source, t.sensorId)
      .nullsNotDistinct(),
    check('readings_source', sql`${t.source} in ('sensor', 'manual', 'browser')`),
    check('readings_quality', sql`${t.quality} in ('ok', 'noisy', 'rejected')`),
    check('readings_instrument', sql`${t.source} <> 'manual' or ${t.instrumentId} is not null`),
    check('readings_metric', sql`${t.metric} ~ '^[a-z][a-z0-9_]{2,60}$'`),
    check('readings_finite', sql`${t.value} not in ('NaN', 'Infinity', '-Infinity')`),
    // The middle of all computers is asked each time a seat compares its own.
    index('readings_speed')
      .on(t.workplaceId, t.takenAt.desc().nullsFirst())
      .where(sql`metric = 'cpu_job_ms' and source = 'browser'`),
    index('readings_sensor').on(t.sensorId, t.takenAt.desc().nullsFirst()).where(sql`sensor_id is not null`),
    check('readings_of_sensor', sql`${t.sensorId} is null or ${t.source} = 'sensor'`),
    index('readings_seat').on(t.workplaceId, t.metric, t.takenAt.desc().nullsFirst()),
  ],
)

/** What stands at a seat, from when to when: who asks why a headset crackles sees when it was changed last. */
export const equipment = pgTable(
  'equipment',
  {
    id: uuid().primaryKey(),
    workplaceId: idOf('workplace_id', () => workplaces.id),
    kind: text().notNull(),
    name: text().notNull(),
    since: moment('since').notNull(),
    putBy: uuid('put_by').references(() => people.id),
    until: moment('until'),
    removedBy: uuid('removed_by').references(() => people.id),
  },
  (t) => [
    check('equipment_kind', sql`${t.kind} in ('headset', 'computer', 'screen', 'chair', 'phone', 'other')`),
    check('equipment_name', sql`char_length(btrim(${t.name})) between 2 and 120`),
    check('equipment_order', sql`${t.until} >= ${t.since}`),
    index('equipment_seat').on(t.workplaceId),
  ],
)
