import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { idOf, moment, searchVector, timeRange } from './columns'
import { people } from './people'
import { completions, enrolments, trainingSessions, trainings } from './training'

/** A session that was moved or cancelled: what it was before, and why. Those concerned were told. */
export const sessionChanges = pgTable(
  'session_changes',
  {
    id: uuid().primaryKey(),
    sessionId: idOf('session_id', () => trainingSessions.id),
    kind: text().notNull(),
    before: timeRange('before').notNull(),
    reason: text().notNull(),
    changedBy: idOf('changed_by', () => people.id),
    changedAt: moment('changed_at').notNull(),
  },
  (t) => [
    check('session_changes_kind', sql`${t.kind} in ('moved', 'cancelled')`),
    check('session_changes_reason', sql`char_length(btrim(${t.reason})) >= 10`),
    index('session_changes_session').on(t.sessionId, t.changedAt),
  ],
)

/** Who said that somebody was there, or was not. */
export const attendances = pgTable('attendances', {
  enrolmentId: uuid('enrolment_id')
    .primaryKey()
    .references(() => enrolments.id),
  present: boolean().notNull(),
  markedBy: idOf('marked_by', () => people.id),
  markedAt: moment('marked_at').notNull(),
})

/** Which reminders of a pass that ends were sent: each of its days once. */
export const expiryReminders = pgTable(
  'expiry_reminders',
  {
    completionId: idOf('completion_id', () => completions.id),
    days: smallint().notNull(),
    sentAt: moment('sent_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.completionId, t.days] }),
    check('expiry_reminders_days', sql`${t.days} in (90, 60, 30, 7)`),
  ],
)

/** The normalised text that search reads: names, what it gives, in both languages. */
export const trainingTerms = pgTable(
  'training_terms',
  {
    trainingId: uuid('training_id')
      .primaryKey()
      .references(() => trainings.id),
    title: text().notNull(),
    document: searchVector('document').notNull(),
    version: smallint().notNull(),
  },
  (t) => [index('training_terms_document').using('gin', t.document)],
)

/** A training that a leader asks somebody to take by a day; done when a pass of it holds. */
export const trainingAssignments = pgTable(
  'training_assignments',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    trainingId: idOf('training_id', () => trainings.id),
    dueOn: date('due_on').notNull(),
    assignedBy: idOf('assigned_by', () => people.id),
    assignedAt: moment('assigned_at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
    /** Who took it back, and why; nobody where a later day took its place. */
    withdrawnBy: uuid('withdrawn_by').references(() => people.id),
    withdrawnFor: text('withdrawn_for'),
  },
  (t) => [
    check('training_assignments_by_another', sql`${t.assignedBy} <> ${t.personId}`),
    check(
      'training_assignments_withdrawn',
      sql`num_nonnulls(${t.withdrawnBy}, ${t.withdrawnFor}) = 0 or (num_nulls(${t.withdrawnAt}, ${t.withdrawnBy}, ${t.withdrawnFor}) = 0
        and ${t.withdrawnBy} <> ${t.personId} and char_length(btrim(${t.withdrawnFor})) >= 10)`,
    ),
    uniqueIndex('training_assignments_one_open')
      .on(t.personId, t.trainingId)
      .where(sql`withdrawn_at is null`),
  ],
)

/** How useful whoever attended found a training, passed or not: one voice a person. */
export const trainingRatings = pgTable(
  'training_ratings',
  {
    personId: idOf('person_id', () => people.id),
    trainingId: idOf('training_id', () => trainings.id),
    usefulness: smallint().notNull(),
    ratedAt: moment('rated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.trainingId] }),
    check('training_ratings_usefulness', sql`${t.usefulness} between 1 and 5`),
    index('training_ratings_training').on(t.trainingId),
  ],
)

/** Statements taken from outside learning systems (xAPI), by their own ids: each once. */
export const xapiStatements = pgTable(
  'xapi_statements',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    trainingId: idOf('training_id', () => trainings.id),
    verb: text().notNull(),
    receivedAt: moment('received_at').notNull(),
  },
  (t) => [check('xapi_statements_verb', sql`${t.verb} in ('completed', 'passed', 'failed')`)],
)
