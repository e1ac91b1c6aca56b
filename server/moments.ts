import { type SQL, sql } from 'drizzle-orm'

/** A moment as JSON carries it: ISO 8601 in UTC, whichever way the row is read. */
export const isoMoment = (moment: SQL): SQL =>
  sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Milliseconds of the epoch, as rules count. */
export const epochOf = (moment: SQL): SQL => sql`(extract(epoch from ${moment}) * 1000)::float8`

/** The half-open range that all spans are. */
export const spanOf = (from: number | string | Date, to: number | string | Date): string =>
  `[${new Date(from).toISOString()},${new Date(to).toISOString()})`
