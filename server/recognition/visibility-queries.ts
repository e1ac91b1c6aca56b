import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Actor } from '#domain/access'

/** The teams whose shared praise the actor reads: their own, and those they lead. */
export const teamsOf = (actor: Actor): string[] => {
  const led = actor.grants.flatMap(({ teamId }) => (teamId ? [teamId] : []))
  return [...new Set(actor.teamId ? [actor.teamId, ...led] : led)]
}

/**
 * Whether the actor sees the praise `p` of the receiver `r`: their own and given ones always, else as the narrower of choice and
 * wish says (`praise_reach`, written out here so that Postgres can estimate it). `team` is the receiver's team of now and whoever
 * leads it. A praise that was taken back nobody sees.
 */
export const praiseSeen = (actor: Actor): SQL => sql`
  (p.giver_id = ${actor.personId} or p.receiver_id = ${actor.personId}
    or (p.visibility = 'public' and r.praise_visibility = 'public')
    or (p.visibility <> 'private' and r.praise_visibility <> 'private' and exists (
      select 1 from current_employments te where te.person_id = r.id
        and te.team_id = any(${sql.param(teamsOf(actor))}::uuid[]))))
  and not exists (select 1 from praise_revocations x where x.praise_id = p.id)`

/**
 * Whether the idea `i` is for everybody: neither taken out of sight nor sent to a question that only some are asked. What a praise is
 * for says no more of such an idea than its own page does.
 */
export const ideaOpen: SQL = sql`
  (not i.removed and (i.campaign_id is null or exists (select from campaigns c where c.id = i.campaign_id
    and num_nonnulls(c.team_id, c.site_id, c.position_id, c.project_id) = 0)))`

/** Whether the person `r`, employed as `e`, wishes that the actor reads of them. */
export const wished = (actor: Actor): SQL => sql`
  (r.id = ${actor.personId} or r.praise_visibility = 'public'
    or (r.praise_visibility = 'team' and e.team_id = any(${sql.param(teamsOf(actor))}::uuid[])))`
