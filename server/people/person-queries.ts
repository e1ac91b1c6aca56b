import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { people } from '#db/schema/people'
import { notFound } from '#domain/refused'

export type Employed = {
  id: string
  name: string
  employmentId: string | null
  positionId: string | null
  teamId: string | null
  siteId: string | null
  since: string | null
  /** The first day on which the employment holds no more; null: it goes on. */
  until: string | null
  timeZone: string | null
}

/** A person with the employment that holds on a day, locked until the transaction ends: two moves at once wait for each other. */
export async function lockPerson(tx: Tx, personId: string): Promise<Employed & { people: string[] }> {
  const [locked] = await tx
    .select({ id: people.id })
    .from(people)
    .where(eq(people.id, personId))
    .for('update')
  if (!locked) throw notFound()
  const { rows } = await tx.execute<Employed>(sql`
    select p.id, p.name, e.id as "employmentId", e.position_id as "positionId", e.team_id as "teamId", e.site_id as "siteId",
      lower(e.valid)::text as since, upper(e.valid)::text as until, s.time_zone as "timeZone"
    from people p
    left join lateral (
      select * from employments e where e.person_id = p.id and e.kind <> 'acting' order by lower(e.valid) desc limit 1
    ) e on true
    left join sites s on s.id = e.site_id
    where p.id = ${personId}`)
  const row = rows[0] as Employed
  return { ...row, people: [row.id] }
}

/** Whether somebody who left comes back: the days between were not worked. */
export const comesBack = ({ until }: Employed, startsOn: string): boolean =>
  until !== null && until < startsOn

/** Whether what begins on a day has no end: there is none, or it is over by then. */
export const goesOn = ({ until }: Employed, startsOn: string): boolean => until === null || until <= startsOn

/** Closes the open employment the day before another begins; one that would begin on the same day is replaced. */
export async function closeEmployment(tx: Tx, employment: Employed, startsOn: string): Promise<void> {
  if (!employment.employmentId || (employment.until && goesOn(employment, startsOn))) return
  if (employment.since === startsOn) {
    await tx.execute(sql`delete from employments where id = ${employment.employmentId}`)
    return
  }
  await tx.execute(sql`
    update employments set valid = daterange(lower(valid), ${startsOn}::date) where id = ${employment.employmentId}`)
}
