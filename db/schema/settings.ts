import { sql } from 'drizzle-orm'
import { check, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { localizedText, moment } from './columns'
import { people } from './people'

/** The one organisation of this installation. */
export const organisations = pgTable(
  'organisations',
  {
    id: integer().primaryKey().default(1),
    name: localizedText('name').notNull(),
    createdAt: moment('created_at').notNull(),
    /** Questions and pulses that one person may be asked in a week. */
    questionsWeekly: smallint('questions_weekly').notNull().default(2),
  },
  (t) => [
    check('organisations_one', sql`${t.id} = 1`),
    check('organisations_questions', sql`${t.questionsWeekly} between 1 and 7`),
  ],
)

/** Names of one thing, for search: call-центр, кол-центр, КЦ. */
export const searchSynonyms = pgTable(
  'search_synonyms',
  {
    id: uuid().primaryKey(),
    names: text().array().notNull(),
    setBy: uuid('set_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [check('search_synonyms_names', sql`cardinality(${t.names}) between 2 and 20`)],
)
