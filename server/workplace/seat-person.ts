import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { seatAssignments } from '#db/schema/workplace'
import { conflict } from '#domain/refused'
import type { Context } from '#server/command'

type Acting = Pick<Context, 'tx' | 'actor' | 'now' | 'newId'>
type Seating = { personId: string; workplaceId: string; from: string; shared: boolean }

/** A day as a notice tells it, whatever the reader's time zone. */
export const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`)

/** Ends assignments on a day, by `which` of them; what would only have begun later never was. */
export async function endSeating(tx: Tx, which: ReturnType<typeof sql>, day: string): Promise<void> {
  await tx.execute(sql`
    delete from seat_assignments a where ${which} and lower(a.valid) >= ${day}::date`)
  await tx.execute(sql`
    update seat_assignments a set valid = daterange(lower(a.valid), ${day}::date)
    where ${which} and a.valid @> ${day}::date`)
}

/** Seats a person from a day on. Who left the site makes room; who works there shares, or keeps the seat. */
export async function seatPerson(
  { tx, actor, now, newId }: Acting,
  { personId, workplaceId, from, shared }: Seating,
): Promise<void> {
  await tx.execute(sql`select from workplaces where id = ${workplaceId} for update`)
  await endSeating(tx, sql`a.person_id = ${personId}`, from)
  await endSeating(
    tx,
    sql`a.workplace_id = ${workplaceId} and not exists (
      select from employments e join workplaces w on w.id = a.workplace_id
      where e.person_id = a.person_id and e.site_id = w.site_id and e.valid @> ${from}::date)`,
    from,
  )
  const others = sql`workplace_id = ${workplaceId} and valid && daterange(${from}::date, null)`
  if (shared) await tx.execute(sql`update seat_assignments set shared = true where ${others}`)
  else if ((await tx.execute(sql`select from seat_assignments where ${others}`)).rowCount)
    throw conflict('workplace.seatTaken')
  await tx.insert(seatAssignments).values({
    id: newId(),
    workplaceId,
    personId,
    shared,
    valid: `[${from},)`,
    assignedBy: actor.kind === 'person' ? actor.personId : null,
    createdAt: now,
  })
}
