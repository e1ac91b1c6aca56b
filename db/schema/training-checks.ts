import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { idOf, localizedText, moment } from './columns'
import { people } from './people'
import { enrolments, trainings } from './training'

/** What is shown and done in a training on the job or with a mentor, in its order. */
export const trainingChecks = pgTable(
  'training_checks',
  {
    id: uuid().primaryKey(),
    trainingId: idOf('training_id', () => trainings.id),
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
    enrolmentId: idOf('enrolment_id', () => enrolments.id),
    checkId: idOf('check_id', () => trainingChecks.id),
    signedBy: idOf('signed_by', () => people.id),
    signedAt: moment('signed_at').notNull(),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.enrolmentId, t.checkId] }),
    check('check_signoffs_note', sql`char_length(${t.note}) <= 500`),
  ],
)
