import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { idOf, moment } from './columns'
import { people } from './people'

/** A kind and its parameters, never a sentence: the reader's language is chosen when it is read. */
export const notices = pgTable(
  'notices',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    kind: text().notNull(),
    params: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    /** Where it leads, inside the portal. */
    href: text().notNull(),
    createdAt: moment('created_at').notNull(),
    readAt: moment('read_at'),
    mailedAt: moment('mailed_at'),
  },
  (t) => [
    index('notices_inbox').on(t.personId, t.createdAt, t.id),
    index('notices_unread').on(t.personId).where(sql`read_at is null`),
    index('notices_unmailed').on(t.createdAt).where(sql`mailed_at is null`),
  ],
)
