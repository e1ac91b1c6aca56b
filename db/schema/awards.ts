import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { idOf, moment } from './columns'
import { ideas } from './ideas'
import { people } from './people'
import { praises } from './recognition'

/** How many ideas of a month there are places for; counted by the database when the first is confirmed, and constant from then on. */
export const awardMonths = pgTable(
  'award_months',
  {
    month: date().primaryKey(),
    /** Employed on the last day of the month. */
    staff: integer().notNull().default(0),
    places: smallint().notNull().default(1),
  },
  (t) => [
    unique('award_months_places').on(t.month, t.places),
    check('award_months_first_day', sql`extract(day from ${t.month}) = 1`),
    check('award_months_number', sql`${t.places} = greatest(1, least(3, round(0.01 * ${t.staff})))`),
  ],
)

/** An idea of the month: confirmed by HR in the month after, for an idea that is done. A place may stay empty. */
export const awards = pgTable(
  'awards',
  {
    month: date().notNull(),
    place: smallint().notNull(),
    places: smallint().notNull(),
    ideaId: uuid('idea_id')
      .notNull()
      .unique('awards_idea_once')
      .references(() => ideas.id),
    /** The praise of the author; none where the idea keeps its author unnamed. */
    praiseId: uuid('praise_id')
      .unique()
      .references(() => praises.id),
    /** What it is praised for; the praise of the author says the same. */
    deed: text().notNull(),
    confirmedBy: idOf('confirmed_by', () => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.month, t.place] }),
    foreignKey({
      name: 'awards_of_month',
      columns: [t.month, t.places],
      foreignColumns: [awardMonths.month, awardMonths.places],
    }),
    check('awards_deed', sql`char_length(btrim(${t.deed})) between 30 and 1000`),
    check('awards_within_places', sql`${t.place} between 1 and ${t.places}`),
  ],
)
