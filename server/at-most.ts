import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'

/**
 * `limit n` as part of the text: Postgres plans a prepared statement once for all values, and without the number it would
 * prepare for a tenth of the table.
 */
export function atMost(rows: number): SQL {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError(`limit ${rows}`)
  return sql.raw(`limit ${rows}`)
}
