import { sql } from 'drizzle-orm'
import { check, integer, pgTable } from 'drizzle-orm/pg-core'
import { localizedText, moment } from './columns'

/** The one organisation of this installation. */
export const organisations = pgTable(
  'organisations',
  {
    id: integer().primaryKey().default(1),
    name: localizedText('name').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [check('organisations_one', sql`${t.id} = 1`)],
)
