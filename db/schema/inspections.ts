import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { checklistItems, checklistVersions, itemOptions } from './checklists'
import { idOf, moment } from './columns'
import { files } from './files'
import { people } from './people'
import { instruments } from './readings'
import { rooms, workplaces } from './workplace'

/** One filled-in occurrence of a checklist version; the id is made by whoever fills it in, so sending twice is one. */
export const inspections = pgTable(
  'inspections',
  {
    id: uuid().primaryKey(),
    versionId: idOf('version_id', () => checklistVersions.id),
    roomId: idOf('room_id', () => rooms.id),
    workplaceId: uuid('workplace_id'),
    status: text().notNull(),
    season: text().notNull(),
    startedAt: moment('started_at').notNull(),
    startedBy: idOf('started_by', () => people.id),
    receivedAt: moment('received_at').notNull(),
    submittedAt: moment('submitted_at'),
    submittedBy: uuid('submitted_by').references(() => people.id),
    approvedAt: moment('approved_at'),
    approvedBy: uuid('approved_by').references(() => people.id),
    /** Shares of one, unrounded; rounding is for the eye only. */
    score: doublePrecision(),
    completeness: doublePrecision(),
    verdict: text(),
    scoringRule: smallint('scoring_rule').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'inspections_seat_room',
      columns: [t.workplaceId, t.roomId],
      foreignColumns: [workplaces.id, workplaces.roomId],
    }).onUpdate('cascade'),
    unique('inspections_version').on(t.id, t.versionId),
    check(
      'inspections_status',
      sql`${t.status} in ('in-progress', 'submitted', 'returned', 'approved', 'void')`,
    ),
    check('inspections_season', sql`${t.season} in ('warm', 'cold')`),
    check('inspections_verdict', sql`${t.verdict} in ('pass', 'conditional', 'fail', 'incomplete')`),
    check(
      'inspections_submitted',
      sql`${t.status} in ('in-progress', 'void') or (${t.submittedAt} is not null and ${t.verdict} is not null)`,
    ),
    check('inspections_order', sql`${t.submittedAt} >= ${t.startedAt}`),
    check('inspections_second_person', sql`${t.approvedBy} <> ${t.startedBy}`),
    check('inspections_shares', sql`${t.score} between 0 and 1 and ${t.completeness} between 0 and 1`),
    index('inspections_seat').on(t.workplaceId, t.submittedAt.desc().nullsFirst()),
    index('inspections_seat_begun').on(
      t.workplaceId,
      t.startedAt.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
    ),
    index('inspections_begun_by').on(t.startedBy, t.startedAt.desc().nullsFirst()),
    index('inspections_room').on(t.roomId, t.startedAt.desc().nullsFirst()),
    index('inspections_recent').on(t.startedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
  ],
)

/** Answered, not applicable, or not measured with a reason: three honest states. */
export const answers = pgTable(
  'answers',
  {
    inspectionId: uuid('inspection_id').notNull(),
    versionId: uuid('version_id').notNull(),
    itemId: uuid('item_id').notNull(),
    state: text().notNull(),
    yes: boolean(),
    number: doublePrecision(),
    choice: text(),
    words: text(),
    comment: text(),
    reason: text(),
    instrumentId: uuid('instrument_id').references(() => instruments.id),
    /** The instrument's certificate as it stood when it was measured; a later one changes nothing. */
    calibratedUntil: date('calibrated_until'),
    measuredAt: moment('measured_at'),
    answeredBy: idOf('answered_by', () => people.id),
    answeredAt: moment('answered_at').notNull(),
    score: doublePrecision(),
    band: text(),
    /** Counts the changes; whoever writes says which one they saw. */
    revision: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.inspectionId, t.itemId] }),
    foreignKey({
      name: 'answers_inspection_version',
      columns: [t.inspectionId, t.versionId],
      foreignColumns: [inspections.id, inspections.versionId],
    }),
    foreignKey({
      name: 'answers_item_version',
      columns: [t.versionId, t.itemId],
      foreignColumns: [checklistItems.versionId, checklistItems.id],
    }),
    foreignKey({
      name: 'answers_choice',
      columns: [t.itemId, t.choice],
      foreignColumns: [itemOptions.itemId, itemOptions.key],
    }),
    check('answers_state', sql`${t.state} in ('answered', 'na', 'not-measured')`),
    check(
      'answers_one_value',
      sql`num_nonnulls(${t.yes}, ${t.number}, ${t.choice}, ${t.words}) <= 1
        and (${t.state} = 'answered' or num_nonnulls(${t.yes}, ${t.number}, ${t.choice}, ${t.words}, ${t.score}, ${t.band}) = 0)`,
    ),
    check('answers_finite', sql`${t.number} not in ('NaN', 'Infinity', '-Infinity')`),
    check(
      'answers_not_measured_reason',
      sql`${t.state} <> 'not-measured' or coalesce(btrim(${t.reason}), '') <> ''`,
    ),
    check('answers_score', sql`${t.score} between 0 and 1`),
    check('answers_band', sql`${t.band} in ('ok', 'warn', 'fail')`),
    index('answers_instrument').on(t.instrumentId).where(sql`instrument_id is not null`),
  ],
)

/** Every change of an answer, for ever; `mutation` is the sender's own id of the change, so resending changes nothing. */
export const answerEvents = pgTable(
  'answer_events',
  {
    id: uuid().primaryKey(),
    inspectionId: uuid('inspection_id').notNull(),
    itemId: uuid('item_id').notNull(),
    mutation: uuid().notNull().unique(),
    at: moment('at').notNull(),
    byId: idOf('by_id', () => people.id),
    before: jsonb(),
    after: jsonb().notNull(),
  },
  (t) => [
    foreignKey({
      name: 'answer_events_answer',
      columns: [t.inspectionId, t.itemId],
      foreignColumns: [answers.inspectionId, answers.itemId],
    }),
    index('answer_events_answer_at').on(t.inspectionId, t.itemId, t.at),
  ],
)

/** What a second person said of a submitted round, for ever. */
export const inspectionReviews = pgTable(
  'inspection_reviews',
  {
    id: uuid().primaryKey(),
    inspectionId: idOf('inspection_id', () => inspections.id),
    outcome: text().notNull(),
    note: text(),
    at: moment('at').notNull(),
    byId: idOf('by_id', () => people.id),
  },
  (t) => [
    check('inspection_reviews_outcome', sql`${t.outcome} in ('approved', 'returned')`),
    check(
      'inspection_reviews_reason',
      sql`${t.outcome} = 'approved' or coalesce(char_length(btrim(${t.note})), 0) between 3 and 500`,
    ),
    index('inspection_reviews_round').on(t.inspectionId, t.at),
  ],
)

/** A photo of what an answer says. It may come before the answer: from a phone without a connection they travel apart. */
export const answerPhotos = pgTable(
  'answer_photos',
  {
    fileId: uuid('file_id')
      .primaryKey()
      .references(() => files.id),
    inspectionId: uuid('inspection_id').notNull(),
    versionId: uuid('version_id').notNull(),
    itemId: uuid('item_id').notNull(),
    addedAt: moment('added_at').notNull(),
    addedBy: idOf('added_by', () => people.id),
  },
  (t) => [
    foreignKey({
      name: 'answer_photos_inspection_version',
      columns: [t.inspectionId, t.versionId],
      foreignColumns: [inspections.id, inspections.versionId],
    }),
    foreignKey({
      name: 'answer_photos_item_version',
      columns: [t.versionId, t.itemId],
      foreignColumns: [checklistItems.versionId, checklistItems.id],
    }),
    index('answer_photos_item').on(t.inspectionId, t.itemId),
  ],
)
