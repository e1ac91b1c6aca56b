import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { localizedText, moment } from './columns'
import { people } from './people'
import { enrolments, trainings } from './training'

/** What is shown and done in a training on the job or with a mentor, in its order. */
export const trainingChecks = pgTable(
  'training_checks',
  {
    id: uuid().primaryKey(),
    trainingId: uuid('training_id')
      .notNull()
      .references(() => trainings.id),
    position: smallint().notNull(),
    title: localizedText('title').notNull(),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [
    check('training_checks_position', sql`${t.position} between 1 and 100`),
    index('training_checks_current').on(t.trainingId, t.position).where(sql`retired_at is null`),
  ],
)

/** Who saw it done: a mentor or whoever answers for the person, never the person. */
export const checkSignoffs = pgTable(
  'check_signoffs',
  {
    enrolmentId: uuid('enrolment_id')
      .notNull()
      .references(() => enrolments.id),
    checkId: uuid('check_id')
      .notNull()
      .references(() => trainingChecks.id),
    signedBy: uuid('signed_by')
      .notNull()
      .references(() => people.id),
    signedAt: moment('signed_at').notNull(),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.enrolmentId, t.checkId] }),
    check('check_signoffs_note', sql`char_length(${t.note}) <= 500`),
  ],
)
