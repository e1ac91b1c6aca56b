import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { idOf, moment } from './columns'
import { people } from './people'
import { praises } from './recognition'

/** Who asked HR to look at a praise that hurts, and what HR answered. A private one is shown to HR by this alone. */
export const praiseReports = pgTable(
  'praise_reports',
  {
    praiseId: idOf('praise_id', () => praises.id),
    reportedBy: idOf('reported_by', () => people.id),
    reason: text().notNull(),
    createdAt: moment('created_at').notNull(),
    /** `revoked`: the praise was taken back; `kept`: it stands, with an answer. */
    outcome: text(),
    answer: text(),
    answeredBy: uuid('answered_by').references(() => people.id),
    answeredAt: moment('answered_at'),
  },
  (t) => [
    primaryKey({ name: 'praise_reports_once', columns: [t.praiseId, t.reportedBy] }),
    check('praise_reports_reason', sql`char_length(btrim(${t.reason})) between 10 and 500`),
    check('praise_reports_outcome', sql`${t.outcome} in ('revoked', 'kept')`),
    check(
      'praise_reports_answered',
      sql`num_nonnulls(${t.outcome}, ${t.answer}, ${t.answeredBy}, ${t.answeredAt}) in (0, 4)
        and char_length(btrim(${t.answer})) between 10 and 500`,
    ),
    check('praise_reports_by_another', sql`${t.outcome} <> 'kept' or ${t.answeredBy} <> ${t.reportedBy}`),
    index('praise_reports_open').on(t.createdAt, t.praiseId).where(sql`outcome is null`),
  ],
)
