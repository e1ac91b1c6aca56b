import { pgTable } from 'drizzle-orm/pg-core'
import { moment } from './columns'

/**
 * While a row stands here, what is told to have happened in a month before is taken: the half-year of the demo. Only the owner of the
 * tables may put one; the application's role may not, so that in daily work Postgres knows no month but its own clock's.
 */
export const historyTellings = pgTable('history_tellings', { until: moment('told_until').primaryKey() })
