import { sql } from 'drizzle-orm'
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { localizedText, moment } from './columns'

/** A named job. It stays the same thing through all versions of the ladder. */
export const positions = pgTable(
  'positions',
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    title: localizedText('title').notNull(),
    purpose: localizedText('purpose').notNull(),
    family: text().notNull(),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [check('positions_family', sql`${t.family} in ('vertical', 'horizontal-inside', 'horizontal-out')`)],
)
