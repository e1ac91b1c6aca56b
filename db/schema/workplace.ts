import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { dateRange, idOf, localizedText, moment } from './columns'
import { people, sites } from './people'

/** A hall or a room, drawn to scale: its sides in millimetres. */
export const rooms = pgTable(
  'rooms',
  {
    id: uuid().primaryKey(),
    siteId: idOf('site_id', () => sites.id),
    code: text().notNull(),
    title: localizedText('title').notNull(),
    widthMm: integer('width_mm').notNull(),
    depthMm: integer('depth_mm').notNull(),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [
    unique('rooms_code').on(t.siteId, t.code),
    unique('rooms_id_site').on(t.id, t.siteId),
    check('rooms_size', sql`${t.widthMm} between 1000 and 200000 and ${t.depthMm} between 1000 and 200000`),
  ],
)

/** A seat. It keeps its id when it is moved or renumbered, so its history stays its own. */
export const workplaces = pgTable(
  'workplaces',
  {
    id: uuid().primaryKey(),
    roomId: uuid('room_id').notNull(),
    siteId: uuid('site_id').notNull(),
    code: text().notNull(),
    /** The middle of the desk from the room's corner, and where the operator faces, in degrees. */
    xMm: integer('x_mm').notNull(),
    yMm: integer('y_mm').notNull(),
    turn: smallint().notNull().default(0),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [
    foreignKey({
      name: 'workplaces_room',
      columns: [t.roomId, t.siteId],
      foreignColumns: [rooms.id, rooms.siteId],
    }),
    unique('workplaces_code').on(t.roomId, t.code),
    unique('workplaces_id_room').on(t.id, t.roomId),
    index('workplaces_site').on(t.siteId),
    check('workplaces_place', sql`${t.xMm} >= 0 and ${t.yMm} >= 0 and ${t.turn} between 0 and 359`),
    check('workplaces_code_form', sql`${t.code} ~ '^[[:alnum:]-]{1,12}$'`),
  ],
)

/** Whose seat it is. Where shifts share one, both assignments say so. */
export const seatAssignments = pgTable(
  'seat_assignments',
  {
    id: uuid().primaryKey(),
    workplaceId: idOf('workplace_id', () => workplaces.id),
    personId: idOf('person_id', () => people.id),
    shared: boolean().notNull().default(false),
    valid: dateRange('valid').notNull(),
    assignedBy: uuid('assigned_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    check('seat_assignments_valid', sql`not isempty(${t.valid}) and lower(${t.valid}) is not null`),
    index('seat_assignments_person').on(t.personId),
    index('seat_assignments_workplace').on(t.workplaceId),
  ],
)

/** When tea comes by a room: minutes after its midnight, and the days of the week, Monday is 1. */
export const teaPlans = pgTable(
  'tea_plans',
  {
    id: uuid().primaryKey(),
    roomId: idOf('room_id', () => rooms.id),
    minute: smallint().notNull(),
    weekdays: smallint().array().notNull(),
    createdAt: moment('created_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    check('tea_plans_minute', sql`${t.minute} between 0 and 1439`),
    check(
      'tea_plans_weekdays',
      sql`cardinality(${t.weekdays}) between 1 and 7 and ${t.weekdays} <@ '{1,2,3,4,5,6,7}'::smallint[]`,
    ),
    uniqueIndex('tea_plans_once').on(t.roomId, t.minute).where(sql`ended_at is null`),
  ],
)

/** Somebody walks through a room with tea. */
export const teaRounds = pgTable(
  'tea_rounds',
  {
    id: uuid().primaryKey(),
    roomId: idOf('room_id', () => rooms.id),
    onDate: date('on_date').notNull(),
    plannedAt: moment('planned_at').notNull(),
    planId: uuid('plan_id').references(() => teaPlans.id),
    servedAt: moment('served_at'),
    servedBy: uuid('served_by').references(() => people.id),
    cancelledAt: moment('cancelled_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    unique('tea_rounds_time').on(t.roomId, t.plannedAt),
    unique('tea_rounds_id_room').on(t.id, t.roomId),
    index('tea_rounds_plan').on(t.planId, t.plannedAt),
    check('tea_rounds_served', sql`(${t.servedAt} is null) = (${t.servedBy} is null)`),
    check('tea_rounds_one_end', sql`num_nonnulls(${t.servedAt}, ${t.cancelledAt}) <= 1`),
  ],
)

/** No row: nobody disturbs this seat, the default for whoever is on a call. */
export const teaOrders = pgTable(
  'tea_orders',
  {
    roundId: uuid('round_id').notNull(),
    roomId: uuid('room_id').notNull(),
    workplaceId: uuid('workplace_id').notNull(),
    personId: idOf('person_id', () => people.id),
    drink: text().notNull(),
    sugar: smallint().notNull().default(0),
    orderedAt: moment('ordered_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.workplaceId, t.personId] }),
    foreignKey({
      name: 'tea_orders_round',
      columns: [t.roundId, t.roomId],
      foreignColumns: [teaRounds.id, teaRounds.roomId],
    }),
    foreignKey({
      name: 'tea_orders_seat',
      columns: [t.workplaceId, t.roomId],
      foreignColumns: [workplaces.id, workplaces.roomId],
    }),
    unique('tea_orders_person').on(t.roundId, t.personId),
    check('tea_orders_drink', sql`${t.drink} in ('tea', 'herbal', 'coffee', 'water')`),
    check('tea_orders_sugar', sql`${t.sugar} between 0 and 3`),
  ],
)
