import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { idOf, moment, timeRange } from './columns'
import { people } from './people'
import { tasks } from './rotation'
import { blocks } from './rotation-plans'

/** What somebody would like to do or rather not, for all days or for one. */
export const taskWishes = pgTable(
  'task_wishes',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    taskId: idOf('task_id', () => tasks.id),
    wish: text().notNull(),
    onDate: date('on_date'),
    setAt: moment('set_at').notNull(),
  },
  (t) => [
    unique('task_wishes_one').on(t.personId, t.taskId, t.onDate).nullsNotDistinct(),
    check('task_wishes_wish', sql`${t.wish} in ('like', 'rather-not', 'not-today')`),
    check('task_wishes_day', sql`(${t.wish} = 'not-today') = (${t.onDate} is not null)`),
  ],
)

/** How tired somebody was at the end of a block, 1 not at all to 5 very; read by the person alone, and in sums of ten people. */
export const tiredness = pgTable(
  'tiredness',
  {
    blockId: uuid('block_id')
      .primaryKey()
      .references(() => blocks.id),
    personId: idOf('person_id', () => people.id),
    /** The time of the block, written by a trigger: what was said of it holds for whatever is told of those hours later. */
    span: timeRange('span').notNull().default(sql`'empty'`),
    score: smallint().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    check('tiredness_score', sql`${t.score} between 1 and 5`),
    index('tiredness_person').on(t.personId, t.at),
  ],
)
