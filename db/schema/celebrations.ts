import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { idOf, moment } from './columns'
import { people } from './people'

/** Which days a person agrees to be congratulated on. Of a birthday only day and month are kept. */
export const celebrationWishes = pgTable(
  'celebration_wishes',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id),
    /** In a leap year, so that the 29th of February is a day; the year says nothing. */
    birthday: date(),
    /** The first day of work, where the person agrees that its anniversaries are shown. */
    worksSince: date('works_since'),
    setAt: moment('set_at').notNull(),
  },
  (t) => [
    check('celebration_wishes_no_age', sql`extract(year from ${t.birthday}) = 2000`),
    index('celebration_wishes_birthday').on(t.birthday).where(sql`birthday is not null`),
    index('celebration_wishes_anniversary').on(
      sql`make_date(2000, extract(month from works_since)::int, extract(day from works_since)::int)`,
    ),
  ],
)

/** Who congratulated whom on which day. A trigger refuses a day that the person did not agree to, and one that is not now at their site. */
export const celebrationGreetings = pgTable(
  'celebration_greetings',
  {
    personId: idOf('person_id', () => celebrationWishes.personId),
    kind: text().notNull(),
    celebratedOn: date('celebrated_on').notNull(),
    greeterId: idOf('greeter_id', () => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'celebration_greetings_once',
      columns: [t.personId, t.kind, t.celebratedOn, t.greeterId],
    }),
    check('celebration_greetings_kind', sql`${t.kind} in ('birthday', 'anniversary')`),
    check('celebration_greetings_not_self', sql`${t.personId} <> ${t.greeterId}`),
    index('celebration_greetings_greeter').on(t.greeterId),
  ],
)
