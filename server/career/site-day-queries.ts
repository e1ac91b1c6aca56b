import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { Actor } from '#domain/access'
import { dayIn } from '#domain/months'

/**
 * The day where a person works: whoever sits down at half past midnight in Kyiv does so on a day that has not begun in UTC.
 * Of somebody employed nowhere it is the day in UTC.
 */
export async function personDay(tx: Tx, personId: string, now: Date): Promise<string> {
  const { rows } = await tx.execute<{ timeZone: string }>(sql`
    select s.time_zone as "timeZone" from current_employments e join sites s on s.id = e.site_id where e.person_id = ${personId}`)
  return dayIn(now, rows[0]?.timeZone ?? 'UTC')
}

/** The day at a site. */
export async function siteDay(tx: Tx, siteId: string, now: Date): Promise<string> {
  const { rows } = await tx.execute<{ timeZone: string }>(
    sql`select time_zone as "timeZone" from sites where id = ${siteId}`,
  )
  return dayIn(now, rows[0]?.timeZone ?? 'UTC')
}

/** The reader's day, inside a statement. */
export const readersDay = (
  { siteId }: Actor,
  now: Date,
): SQL => sql`(${now.toISOString()}::timestamptz at time zone
  coalesce((select s.time_zone from sites s where s.id = ${siteId}::uuid), 'UTC'))::date`
