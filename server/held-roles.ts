import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { Actor, Grant, Permission } from '#domain/access'
import { spans } from '#domain/access'
import { conflict, Refused } from '#domain/refused'

/** The site of a team, for roles that are held for one. */
export async function siteOfTeam(tx: Tx, teamId: string | null | undefined): Promise<string | null> {
  if (!teamId) return null
  const { rows } = await tx.execute<{ siteId: string }>(
    sql`select site_id as "siteId" from teams where id = ${teamId}`,
  )
  return rows[0]?.siteId ?? null
}

/** The clock by which a role's days count: of the site it is for, or where the person works. */
export async function zoneOfSite(tx: Tx, siteId: string | null): Promise<string> {
  const { rows } = await tx.execute<{ timeZone: string }>(
    sql`select time_zone as "timeZone" from sites where id = ${siteId}`,
  )
  return rows[0]?.timeZone ?? 'UTC'
}

/** Refuses to take over somebody whose roles, of now or to come, reach farther than the actor. @throws Refused `forbidden` */
export async function refuseWiderRoles(tx: Tx, actor: Actor, permission: Permission, personId: string) {
  if (personId === actor.personId) return
  const { rows } = await tx.execute<Grant>(sql`
    select g.role, g.team_id as "teamId", coalesce(g.site_id, t.site_id) as "siteId"
    from grants g left join teams t on t.id = g.team_id
    where g.person_id = ${personId} and (upper(g.valid) is null or upper(g.valid) > now())`)
  if (rows.some((held) => !spans(actor, permission, held))) throw new Refused('forbidden')
}

// Not by the transaction's own moment: what another has withdrawn since it began must count.
// One whose days are counted would leave nobody behind.
const currentAdmins = async (tx: Tx): Promise<string[]> => {
  const { rows } = await tx.execute<{ personId: string }>(sql`
    select g.person_id as "personId" from grants g join current_employments e on e.person_id = g.person_id
    where g.role = 'admin' and g.withdrawn_by is null and upper(g.valid) is null and lower(g.valid) <= clock_timestamp()`)
  return rows.map(({ personId }) => personId)
}

/**
 * Refuses an act after which nobody could give roles any more. Two administrators who withdraw each other at the same moment wait for
 * one another here, and the second finds itself the last. @throws Refused `conflict`
 */
export async function refuseLastAdmin(tx: Tx, personId: string): Promise<void> {
  if (!(await currentAdmins(tx)).includes(personId)) return
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('the last administrator', 0))`)
  if ((await currentAdmins(tx)).every((admin) => admin === personId)) throw conflict('lastAdmin')
}
