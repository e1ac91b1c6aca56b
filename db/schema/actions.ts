import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { idOf, moment } from './columns'
import { files } from './files'
import { answers } from './inspections'
import { people } from './people'
import { instruments } from './readings'
import { rooms, workplaces } from './workplace'

/** A corrective action, from a failed item of a round or from a fault that somebody reported; the room and the seat say where. */
export const actions = pgTable(
  'actions',
  {
    id: uuid().primaryKey(),
    roomId: idOf('room_id', () => rooms.id),
    workplaceId: uuid('workplace_id'),
    /** What is wrong: the key of the checklist's item, or `fault_…` for a reported one. */
    itemKey: text('item_key').notNull(),
    inspectionId: uuid('inspection_id'),
    itemId: uuid('item_id'),
    severity: text().notNull(),
    assigneeId: uuid('assignee_id').references(() => people.id),
    openedAt: moment('opened_at').notNull(),
    openedBy: uuid('opened_by').references(() => people.id),
    dueAt: moment('due_at').notNull(),
    status: text().notNull(),
    doneAt: moment('done_at'),
    doneBy: uuid('done_by').references(() => people.id),
    doneNote: text('done_note'),
    verifiedAt: moment('verified_at'),
    verifiedBy: uuid('verified_by').references(() => people.id),
    /** How often the same fault was found again while this was open. */
    repeats: integer().notNull().default(0),
  },
  (t) => [
    foreignKey({
      name: 'actions_answer',
      columns: [t.inspectionId, t.itemId],
      foreignColumns: [answers.inspectionId, answers.itemId],
    }),
    foreignKey({
      name: 'actions_seat_room',
      columns: [t.workplaceId, t.roomId],
      foreignColumns: [workplaces.id, workplaces.roomId],
    }).onUpdate('cascade'),
    check(
      'actions_source',
      sql`num_nonnulls(${t.inspectionId}, ${t.itemId}) = case when ${t.itemKey} like 'fault\\_%' then 0 else 2 end`,
    ),
    check('actions_severity', sql`${t.severity} in ('stop', 'high', 'normal', 'low')`),
    check('actions_status', sql`${t.status} in ('open', 'in-progress', 'done', 'verified', 'cancelled')`),
    check('actions_due', sql`${t.dueAt} > ${t.openedAt}`),
    check(
      'actions_done',
      sql`${t.status} not in ('done', 'verified') or num_nonnulls(${t.doneAt}, ${t.doneBy}, ${t.doneNote}) = 3`,
    ),
    check(
      'actions_verified',
      sql`(${t.status} = 'verified') = (num_nonnulls(${t.verifiedAt}, ${t.verifiedBy}) = 2)`,
    ),
    check('actions_verifier', sql`${t.verifiedBy} is distinct from ${t.doneBy} or ${t.verifiedBy} is null`),
    check('actions_repeats', sql`${t.repeats} >= 0`),
    index('actions_due_open').on(t.dueAt).where(sql`status in ('open', 'in-progress')`),
    index('actions_recent').on(t.openedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('actions_seat').on(t.workplaceId),
    index('actions_assignee').on(t.assigneeId),
  ],
)

export const actionEvents = pgTable(
  'action_events',
  {
    id: uuid().primaryKey(),
    actionId: idOf('action_id', () => actions.id),
    kind: text().notNull(),
    at: moment('at').notNull(),
    byId: uuid('by_id').references(() => people.id),
    note: text(),
  },
  (t) => [
    check(
      'action_events_kind',
      sql`${t.kind} in ('opened', 'repeated', 'assigned', 'half', 'overdue', 'accepted', 'done', 'returned', 'verified', 'cancelled')`,
    ),
    index('action_events_action').on(t.actionId, t.at),
  ],
)

/** What a person at a seat said is broken; the action shows what became of it. */
export const faults = pgTable(
  'faults',
  {
    id: uuid().primaryKey(),
    workplaceId: idOf('workplace_id', () => workplaces.id),
    reportedBy: idOf('reported_by', () => people.id),
    kind: text().notNull(),
    note: text(),
    reportedAt: moment('reported_at').notNull(),
    actionId: idOf('action_id', () => actions.id),
  },
  (t) => [
    check(
      'faults_kind',
      sql`${t.kind} in ('headset', 'computer', 'screen', 'network', 'chair', 'light', 'air', 'noise', 'cleanliness', 'other')`,
    ),
    check('faults_note', sql`char_length(${t.note}) <= 500`),
    index('faults_seat').on(t.workplaceId, t.reportedAt.desc().nullsFirst()),
  ],
)

/** What was broken, as its reporter saw it, and what it looks like mended. */
export const actionPhotos = pgTable(
  'action_photos',
  {
    fileId: uuid('file_id')
      .primaryKey()
      .references(() => files.id),
    actionId: idOf('action_id', () => actions.id),
    shows: text().notNull(),
    addedAt: moment('added_at').notNull(),
  },
  (t) => [
    check('action_photos_shows', sql`${t.shows} in ('fault', 'mended')`),
    index('action_photos_action').on(t.actionId),
  ],
)

/** A place where nobody sits until its stopping fault is mended or answered for. */
export const closures = pgTable(
  'closures',
  {
    actionId: uuid('action_id')
      .primaryKey()
      .references(() => actions.id),
    roomId: idOf('room_id', () => rooms.id),
    /** None: the whole room. */
    workplaceId: uuid('workplace_id').references(() => workplaces.id),
    closedAt: moment('closed_at').notNull(),
    reopenedAt: moment('reopened_at'),
    reopenedBy: uuid('reopened_by').references(() => people.id),
  },
  (t) => [
    check('closures_reopened', sql`(${t.reopenedAt} is null) = (${t.reopenedBy} is null)`),
    check('closures_order', sql`${t.reopenedAt} >= ${t.closedAt}`),
    index('closures_now').on(t.roomId, t.workplaceId).where(sql`reopened_at is null`),
  ],
)

/** Who answers, in writing, for work going on although a critical thing is not mended. */
export const riskAcceptances = pgTable(
  'risk_acceptances',
  {
    actionId: uuid('action_id')
      .primaryKey()
      .references(() => actions.id),
    acceptedBy: idOf('accepted_by', () => people.id),
    acceptedAt: moment('accepted_at').notNull(),
    reason: text().notNull(),
  },
  (t) => [check('risk_acceptances_reason', sql`char_length(btrim(${t.reason})) between 10 and 500`)],
)

/** The item measured again after it was mended. */
export const actionChecks = pgTable(
  'action_checks',
  {
    id: uuid().primaryKey(),
    actionId: idOf('action_id', () => actions.id),
    yes: boolean(),
    number: doublePrecision(),
    choice: text(),
    band: text().notNull(),
    instrumentId: uuid('instrument_id').references(() => instruments.id),
    at: moment('at').notNull(),
    byId: idOf('by_id', () => people.id),
  },
  (t) => [
    check('action_checks_value', sql`num_nonnulls(${t.yes}, ${t.number}, ${t.choice}) = 1`),
    check('action_checks_band', sql`${t.band} in ('ok', 'warn', 'fail')`),
    index('action_checks_action').on(t.actionId, t.at),
  ],
)
