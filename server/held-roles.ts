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

/** Refuses to take over somebody whose roles, of now or to come, reach farther than the actor. @throws Refused `forbidden` */
export async function refuseWiderRoles(tx: Tx, actor: Actor, permission: Permission, personId: string) {
  if (personId === actor.personId) return
  const { rows } = await tx.execute<Grant>(sql`
    select g.role, g.team_id as "teamId", coalesce(g.site_id, t.site_id) as "siteId"
    from grants g left join teams t on t.id = g.team_id
    where g.person_id = ${personId} and (upper(g.valid) is null or upper(g.valid) > now())`)
  if (rows.some((held) => !spans(actor, permission, held))) throw new Refused('forbidden')
}

/**
 * Refuses an act after which nobody could give roles any more. The grants are locked, so that two administrators who withdraw each
 * other at the same moment wait for one another. @throws Refused `conflict`
 */
export async function refuseLastAdmin(tx: Tx, personId: string): Promise<void> {
  const { rows: admins } = await tx.execute<{ personId: string }>(sql`
    select g.person_id as "personId" from grants g
    join current_employments e on e.person_id = g.person_id
    where g.role = 'admin' and g.valid @> now() order by g.id for update of g`)
  const others = admins.filter((admin) => admin.personId !== personId)
  if (admins.length > others.length && others.length === 0) throw conflict('lastAdmin')
}
