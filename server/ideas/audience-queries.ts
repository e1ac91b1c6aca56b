import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Actor } from '#domain/access'
import { mayEver } from '#domain/access'

/** Whether the campaign `c` asks the actor: everybody, or their team, site or project. */
export const asked = (actor: Actor): SQL => sql`
  (c.team_id is null or c.team_id = ${actor.teamId}) and (c.site_id is null or c.site_id = ${actor.siteId})
  and (c.project_id is null or c.project_id = (select t.project_id from teams t where t.id = ${actor.teamId}))`

/** Whether the actor may read the idea `i`: asked by its campaign, or its owner or author; HR reads all, what it took out of sight too. */
export const readable = (actor: Actor): SQL =>
  mayEver(actor, 'ideas.authors')
    ? sql`true`
    : sql`((not i.removed or i.author_id = ${actor.personId})
        and (i.campaign_id is null or i.owner_id = ${actor.personId} or i.author_id = ${actor.personId}
          or i.campaign_id in (select c.id from campaigns c where ${asked(actor)})))`

/** The author of the idea `i` as the actor may know them: a hidden one only HR and the author; an anonymous one nobody can. */
export const authorSeen = (actor: Actor): SQL => sql`
  case when i.author_mode = 'named' or i.author_id = ${actor.personId} or ${mayEver(actor, 'ideas.authors')}
    then (select json_build_object('id', w.id, 'name', w.name) from people w where w.id = i.author_id) end`

/** The site that the area `a` belongs to. */
export const AREA_SITE: SQL = sql`coalesce(a.site_id, (select t.site_id from teams t where t.id = a.team_id))`

/** The day at that site. */
export const todayAt = (now: Date): SQL => sql`(
  select (${now.toISOString()}::timestamptz at time zone s.time_zone)::date from sites s where s.id = ${AREA_SITE})`

/** Working days until the idea `i` of the area `a` is due; negative where late, null where decided. */
export const daysLeft = (now: Date): SQL => sql`
  case when i.due is not null then working_days_between(${AREA_SITE}, ${todayAt(now)}, i.due) end`
