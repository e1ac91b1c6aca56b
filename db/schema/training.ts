import { sql } from 'drizzle-orm'
import {
  boolean,
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
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { competenceLevels } from './career'
import { idOf, localizedText, moment, timeRange } from './columns'
import { people, sites } from './people'

export const trainings = pgTable(
  'trainings',
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    code: text().notNull().unique(),
    title: localizedText('title').notNull(),
    about: localizedText('about'),
    format: text().notNull(),
    language: text().notNull(),
    hours: numeric({ precision: 5, scale: 1, mode: 'number' }).notNull(),
    /** How long a pass holds; null: for ever. */
    validMonths: integer('valid_months'),
    /** A pass confirms the levels at once, without a person's word. */
    examConfirms: boolean('exam_confirms').notNull(),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
    /** A shorter training whose pass makes a pass of this one hold anew. */
    renewedById: uuid('renewed_by_id'),
  },
  (t) => [
    foreignKey({ name: 'trainings_renewed_by', columns: [t.renewedById], foreignColumns: [t.id] }),
    check(
      'trainings_renewed_by_another',
      sql`${t.renewedById} is null or (${t.renewedById} <> ${t.id} and ${t.validMonths} is not null)`,
    ),
    check('trainings_format', sql`${t.format} in ('class', 'self-paced', 'on-the-job', 'mentoring')`),
    check('trainings_language', sql`${t.language} in ('uk', 'en')`),
    check('trainings_hours', sql`${t.hours} > 0`),
    check('trainings_valid', sql`${t.validMonths} > 0`),
  ],
)

export const trainingCompetences = pgTable(
  'training_competences',
  {
    trainingId: idOf('training_id', () => trainings.id),
    competenceId: uuid('competence_id').notNull(),
    toLevel: smallint('to_level').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.trainingId, t.competenceId] }),
    foreignKey({
      name: 'training_competences_level',
      columns: [t.competenceId, t.toLevel],
      foreignColumns: [competenceLevels.competenceId, competenceLevels.level],
    }),
    index('training_competences_reach').on(t.competenceId, t.toLevel),
  ],
)

/** A scheduled occurrence of a training. `booked` is counted by Postgres alone, so that seats cannot be given twice. */
export const trainingSessions = pgTable(
  'training_sessions',
  {
    id: uuid().primaryKey(),
    trainingId: idOf('training_id', () => trainings.id),
    period: timeRange('period').notNull(),
    seats: integer().notNull(),
    booked: integer().notNull().default(0),
    siteId: uuid('site_id').references(() => sites.id),
    place: localizedText('place').notNull(),
    trainerId: uuid('trainer_id').references(() => people.id),
    state: text().notNull(),
    createdAt: moment('created_at').notNull(),
    /** Fewer than so many, and it is better moved or cancelled. */
    least: integer().notNull().default(1),
    /** Sessions that were planned together share it. */
    seriesId: uuid('series_id'),
  },
  (t) => [
    unique('training_sessions_whole').on(t.id, t.trainingId, t.period),
    check('training_sessions_state', sql`${t.state} in ('planned', 'held', 'cancelled')`),
    check('training_sessions_seats', sql`${t.seats} > 0`),
    check('training_sessions_least', sql`${t.least} between 1 and ${t.seats}`),
    check('training_sessions_booked', sql`${t.booked} between 0 and ${t.seats}`),
    check(
      'training_sessions_period',
      sql`not isempty(${t.period}) and not lower_inf(${t.period}) and not upper_inf(${t.period}) and not upper_inc(${t.period})`,
    ),
    index('training_sessions_coming').on(t.trainingId, sql`lower(${t.period})`),
    index('training_sessions_trainer').on(t.trainerId),
    index('training_sessions_start').on(sql`lower(${t.period})`, t.id),
  ],
)

export const enrolments = pgTable(
  'enrolments',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    trainingId: idOf('training_id', () => trainings.id),
    /** Null where the training is self-paced. */
    sessionId: uuid('session_id'),
    /** The session's own period, kept equal by the foreign key; it is what must not overlap. */
    period: timeRange('period'),
    why: text().notNull(),
    state: text().notNull(),
    /** Place in the waiting list of the session, in the order of asking. */
    line: integer(),
    askedBy: idOf('asked_by', () => people.id),
    askedAt: moment('asked_at').notNull(),
    settledAt: moment('settled_at'),
    /** Why it was refused, or why the session was cancelled after which somebody asks for another. */
    reason: text(),
    /** When somebody who asks for a date could come, in their own words. */
    wish: text(),
  },
  (t) => [
    check('enrolments_why', sql`${t.why} in ('rung', 'plan', 'renewal', 'curiosity')`),
    check(
      'enrolments_state',
      sql`${t.state} in ('requested', 'waitlisted', 'booked', 'attended', 'no-show', 'completed', 'failed', 'cancelled', 'refused')`,
    ),
    check('enrolments_period', sql`(${t.sessionId} is null) = (${t.period} is null)`),
    check(
      'enrolments_line',
      sql`${t.state} <> 'waitlisted' or (${t.line} is not null and ${t.sessionId} is not null)`,
    ),
    check('enrolments_reason', sql`${t.state} <> 'refused' or char_length(btrim(${t.reason})) >= 10`),
    uniqueIndex('enrolments_one_open')
      .on(t.personId, t.trainingId)
      .where(sql`state in ('requested', 'waitlisted', 'booked', 'attended')`),
    uniqueIndex('enrolments_line_once').on(t.sessionId, t.line).where(sql`state = 'waitlisted'`),
    check('enrolments_wish', sql`char_length(${t.wish}) <= 300`),
    index('enrolments_session').on(t.sessionId),
    index('enrolments_asking').on(t.trainingId, t.askedAt).where(sql`state in ('requested', 'waitlisted')`),
    index('enrolments_person').on(t.personId, t.askedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
  ],
)

/** A pass, or a waiver for what is known already. */
export const completions = pgTable(
  'completions',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    trainingId: idOf('training_id', () => trainings.id),
    enrolmentId: uuid('enrolment_id')
      .unique()
      .references(() => enrolments.id),
    outcome: text().notNull(),
    /** Per cent. */
    score: numeric({ precision: 5, scale: 2, mode: 'number' }),
    completedOn: date('completed_on').notNull(),
    validUntil: date('valid_until'),
    recordedBy: uuid('recorded_by').references(() => people.id),
    reason: text(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    unique('completions_once_a_day').on(t.personId, t.trainingId, t.completedOn),
    check('completions_outcome', sql`${t.outcome} in ('passed', 'waived')`),
    check('completions_score', sql`${t.score} between 0 and 100`),
    check('completions_valid', sql`${t.validUntil} > ${t.completedOn}`),
    check(
      'completions_waiver',
      sql`${t.outcome} <> 'waived' or coalesce(char_length(btrim(${t.reason})) >= 10 and ${t.recordedBy} <> ${t.personId}, false)`,
    ),
    index('completions_training').on(t.trainingId, t.completedOn),
    index('completions_newest').on(t.completedOn, t.id),
  ],
)
