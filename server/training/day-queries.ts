import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { notFound } from '#domain/refused'
import { dateAt } from '#domain/site-time'

/** Where a session or a person has no site. */
const USUAL_ZONE = 'Europe/Kyiv'

/** On whose wall clock a session stands. */
export async function timeZoneOf(db: Reader, siteId: string | null): Promise<string> {
  if (!siteId) return USUAL_ZONE
  const { rows } = await db.execute<{ zone: string }>(
    sql`select time_zone as zone from sites where id = ${siteId}`,
  )
  if (!rows[0]) throw notFound()
  return rows[0].zone
}

/** The day on which a moment falls for somebody: by the clock of their site. */
export async function dayOf(db: Reader, personId: string, moment: Date): Promise<string> {
  const { rows } = await db.execute<{ zone: string }>(sql`
    select s.time_zone as zone from current_employments e join sites s on s.id = e.site_id where e.person_id = ${personId}`)
  return dateAt(moment, rows[0]?.zone ?? USUAL_ZONE)
}

/** The same for a query: `personId` may be a column. */
export const todayFor = (
  personId: string | SQL,
  now: Date,
): SQL => sql`(${now.toISOString()}::timestamptz at time zone coalesce(
  (select s.time_zone from current_employments e join sites s on s.id = e.site_id where e.person_id = ${personId}), ${USUAL_ZONE}))::date`
