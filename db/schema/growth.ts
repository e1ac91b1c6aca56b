import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { competenceLevels, positions } from './career'
import { idOf, moment } from './columns'
import { people } from './people'

/** What a person wants, in their own words of four; a change of mind ends one row and begins the next. */
export const intents = pgTable(
  'intents',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    kind: text().notNull(),
    targetId: uuid('target_id').references(() => positions.id),
    visibility: text().notNull(),
    /** Until then nobody asks again. */
    askAgainOn: date('ask_again_on').notNull(),
    declaredAt: moment('declared_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    check('intents_kind', sql`${t.kind} in ('grow', 'move', 'stay', 'undecided')`),
    check('intents_visibility', sql`${t.visibility} in ('private', 'supervisor', 'open')`),
    check('intents_target', sql`${t.targetId} is null or ${t.kind} in ('grow', 'move')`),
    check('intents_order', sql`${t.endedAt} >= ${t.declaredAt}`),
    uniqueIndex('intents_one_current').on(t.personId).where(sql`ended_at is null`),
    index('intents_person').on(t.personId, t.declaredAt.desc().nullsFirst()),
  ],
)

/** Append-only: who said that a person is at a level. An answer to a proposal is a row of its own. */
export const assessments = pgTable(
  'assessments',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    competenceId: uuid('competence_id').notNull(),
    level: smallint().notNull(),
    source: text().notNull(),
    /** Null: an exam that the portal marked itself. */
    assessorId: uuid('assessor_id').references(() => people.id),
    state: text().notNull(),
    /** The row that this one confirms, rejects or withdraws. */
    answersId: uuid('answers_id'),
    reason: text(),
    at: moment('at').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'assessments_level',
      columns: [t.competenceId, t.level],
      foreignColumns: [competenceLevels.competenceId, competenceLevels.level],
    }),
    foreignKey({ name: 'assessments_answers', columns: [t.answersId], foreignColumns: [t.id] }),
    check('assessments_source', sql`${t.source} in ('self', 'supervisor', 'quality', 'exam', 'peer')`),
    check('assessments_state', sql`${t.state} in ('proposed', 'confirmed', 'rejected')`),
    check('assessments_assessor', sql`${t.source} = 'exam' or ${t.assessorId} is not null`),
    check('assessments_self', sql`(${t.source} = 'self') = (${t.assessorId} = ${t.personId})`),
    check('assessments_self_proposes', sql`${t.source} not in ('self', 'peer') or ${t.state} = 'proposed'`),
    check(
      'assessments_reason',
      sql`${t.state} <> 'rejected' or coalesce(char_length(btrim(${t.reason})) >= 10, false)`,
    ),
    check('assessments_rejects_something', sql`${t.state} <> 'rejected' or ${t.answersId} is not null`),
    uniqueIndex('assessments_answered_once').on(t.answersId).where(sql`answers_id is not null`),
    index('assessments_person').on(t.personId, t.competenceId, t.at.desc().nullsFirst()),
    index('assessments_confirmed').on(t.personId, t.competenceId, t.level).where(sql`state = 'confirmed'`),
  ],
)

/** A month's figure of a person, e.g. the quality score, with the number of contacts behind it. */
export const metricValues = pgTable(
  'metric_values',
  {
    personId: idOf('person_id', () => people.id),
    key: text().notNull(),
    month: date().notNull(),
    value: numeric({ precision: 9, scale: 2, mode: 'number' }).notNull(),
    sample: integer().notNull(),
    source: text().notNull(),
    recordedAt: moment('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.key, t.month] }),
    check('metric_values_month', sql`extract(day from ${t.month}) = 1`),
    check('metric_values_sample', sql`${t.sample} >= 0`),
    check('metric_values_key', sql`${t.key} ~ '^[a-z]+(-[a-z]+)*$'`),
  ],
)

/** A fact that counts towards a requirement, vouched for by somebody else: a newcomer brought to independence, an acting shift. */
export const evidence = pgTable(
  'evidence',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    key: text().notNull(),
    happenedOn: date('happened_on').notNull(),
    note: text(),
    recordedBy: uuid('recorded_by').references(() => people.id),
    verifiedBy: uuid('verified_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    check('evidence_verifier', sql`${t.verifiedBy} <> ${t.personId}`),
    check('evidence_key', sql`${t.key} ~ '^[a-z]+(-[a-z]+)*$'`),
    index('evidence_person').on(t.personId, t.key, t.happenedOn),
  ],
)

/** A wish that was asked about again on the day its person named: told once. */
export const intentReminders = pgTable('intent_reminders', {
  intentId: uuid('intent_id')
    .primaryKey()
    .references(() => intents.id),
  sentAt: moment('sent_at').notNull(),
})

/** Somebody strong in their place offers to bring newcomers along, without leaving the place. */
export const mentorOffers = pgTable(
  'mentor_offers',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    offeredAt: moment('offered_at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [
    check('mentor_offers_order', sql`${t.withdrawnAt} >= ${t.offeredAt}`),
    uniqueIndex('mentor_offers_one_open').on(t.personId).where(sql`withdrawn_at is null`),
  ],
)
