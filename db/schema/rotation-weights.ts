import { jsonb, pgTable, uuid } from 'drizzle-orm/pg-core'
import type { DayWeights } from '#domain/rotation/day-weights'
import { moment } from './columns'
import { people } from './people'

/** What plans weigh unless a planner says otherwise; the latest row counts, those before it say what counted then. */
export const planWeights = pgTable('plan_weights', {
  id: uuid().primaryKey(),
  weights: jsonb().$type<DayWeights>().notNull(),
  setBy: uuid('set_by').references(() => people.id),
  setAt: moment('set_at').notNull(),
})
