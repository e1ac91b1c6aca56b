import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client'

/** Whose clock counts for what belongs to no site: the months of the whole organisation. */
export const HOME_ZONE = 'Europe/Kyiv'

/** The day where a person works. Whoever sits down at half past midnight does so on a day that has not begun in UTC. */
export const dayOf = (person: string | SQL, now: Date): SQL =>
  sql`person_day(${person}::uuid, ${now.toISOString()}::timestamptz)`

/** The first day of the month there. */
export const monthOf = (person: string | SQL, now: Date): SQL =>
  sql`date_trunc('month', ${dayOf(person, now)})::date`

export async function readDay(reader: Reader, personId: string, now: Date): Promise<string> {
  const { rows } = await reader.execute<{ day: string }>(sql`select ${dayOf(personId, now)}::text as day`)
  return rows[0]?.day ?? now.toISOString().slice(0, 10)
}
