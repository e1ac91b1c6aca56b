import { boolean, date, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { idOf, localizedText, moment } from './columns'
import { people, sites } from './people'

/** Days of a site that differ from its week: holidays, and Saturdays worked instead. */
export const siteDays = pgTable(
  'site_days',
  {
    siteId: idOf('site_id', () => sites.id),
    onDate: date('on_date').notNull(),
    worked: boolean().notNull(),
    name: localizedText('name'),
    setBy: uuid('set_by').references(() => people.id),
    setAt: moment('set_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.onDate] })],
)
