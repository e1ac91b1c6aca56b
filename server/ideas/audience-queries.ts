import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Actor } from '#domain/access'
import { mayEver } from '#domain/access'

/** Whether the campaign `c` is put to the actor by where they work and as what: what they may read of it follows from this. */
export const asked = (actor: Actor): SQL => sql`
  (c.team_id is null or c.team_id = ${actor.teamId}) and (c.site_id is null or c.site_id = ${actor.siteId})
  and (c.position_id is null or c.position_id = ${actor.positionId})
  and (c.project_id is null or c.project_id = (select t.project_id from teams t where t.id = ${actor.teamId}))`

/** Whether an audience under some alias holds the employment `e` with its team `t`. */
export const holds = (alias: 'c' | 'n'): SQL => {
  const of = sql.identifier(alias)
  return sql`
  (${of}.team_id is null or ${of}.team_id = e.team_id) and (${of}.site_id is null or ${of}.site_id = e.site_id)
  and (${of}.position_id is null or ${of}.position_id = e.position_id)
  and (${of}.project_id is null or ${of}.project_id = t.project_id)`
}

/** The same for the campaign `c`. */
export const inAudience: SQL = holds('c')

/** Whether the campaign's part of the day is the actor's: by the shift they are in or that is nearest around now. */
export const onShift = (actor: Actor, now: Date): SQL => sql`
  (c.shift is null or c.shift = (
    select case when extract(hour from lower(s.span) at time zone z.time_zone) < 11 then 'morning'
      when extract(hour from lower(s.span) at time zone z.time_zone) < 17 then 'day' else 'night' end
    from shifts s join sites z on z.id = s.site_id
    where s.person_id = ${actor.personId}
      and s.span && tstzrange(${now.toISOString()}::timestamptz - interval '16 hours', ${now.toISOString()}::timestamptz + interval '16 hours')
    order by upper(s.span) > ${now.toISOString()}::timestamptz desc, lower(s.span) limit 1))`

/** A question waits until the last one of its people is answered with what comes of it. */
export const isReleased: SQL = sql`not exists (
  select 1 from campaigns o where o.kind = 'question' and o.outcome is null and o.closes_at <= c.opens_at and o.id <> c.id
    and o.created_at < c.created_at and audiences_meet(o, c))`

/** Whether a day has passed at the site of the idea `i`. */
export const isPast = (day: SQL, now: Date): SQL => sql`exists (
  select from areas x left join teams y on y.id = x.team_id join sites z on z.id = coalesce(x.site_id, y.site_id)
  where x.id = i.area_id and ${day} < (${now.toISOString()}::timestamptz at time zone z.time_zone)::date)`

/**
 * An anonymous idea `i` stands in lists, searches and counts from the next day at its site: whoever watched the box would otherwise
 * know the minute in which it came. Its own page answers at once, but nobody can guess its number.
 */
export const isOut = (now: Date): SQL => sql`
  (i.author_mode <> 'anonymous' or i.split_from is not null or ${isPast(sql`i.submitted_on`, now)})`

/**
 * Whether the actor may read the idea `i`: asked by its campaign, or its owner or author, or the author of one that was merged into
 * it, whose answer stands there; HR reads all, what it took out of sight too.
 */
export const readable = (actor: Actor): SQL =>
  mayEver(actor, 'ideas.authors')
    ? sql`true`
    : sql`((not i.removed or i.author_id = ${actor.personId})
        and (i.campaign_id is null or i.owner_id = ${actor.personId} or i.author_id = ${actor.personId}
          or i.id in (select m.merged_into from ideas m where m.author_id = ${actor.personId} and m.merged_into is not null)
          or i.campaign_id in (select c.id from campaigns c where ${asked(actor)})))`

/** The author of the idea `i` as the actor may know them: a hidden one only HR and the author; an anonymous one nobody can. */
export const authorSeen = (actor: Actor): SQL => sql`
  case when i.author_mode = 'named' or i.author_id = ${actor.personId} or ${mayEver(actor, 'ideas.authors')}
    then (select json_build_object('id', w.id, 'name', w.name) from people w where w.id = i.author_id) end`

/** The site that the area `a` belongs to. */
export const AREA_SITE: SQL = sql`coalesce(a.site_id, (select t.site_id from teams t where t.id = a.team_id))`

/** The clock on the wall of that site. */
export const AREA_ZONE: SQL = sql`(select s.time_zone from sites s where s.id = ${AREA_SITE})`

/** The day at that site. */
export const todayAt = (now: Date): SQL => sql`(
  select (${now.toISOString()}::timestamptz at time zone s.time_zone)::date from sites s where s.id = ${AREA_SITE})`

/**
 * Working days until the idea `i` of the area `a` is due; negative where late, null where decided. Written out for lists:
 * `working_days_between`, its twin, is planned and carried out apart for each row and costs four times as much.
 */
export const daysLeft = (now: Date): SQL => sql`
  case when i.due is not null then (
    select case when i.due < d.today then -1 else 1 end * (
      select count(*)::int from generate_series(1, abs(i.due - d.today)) n
      where coalesce(
        (select x.worked from site_days x where x.site_id = d.id and x.on_date = least(d.today, i.due) + n),
        extract(isodow from least(d.today, i.due) + n)::smallint = any (d.workdays)))
    from (select s.id, s.workdays, (${now.toISOString()}::timestamptz at time zone s.time_zone)::date as today
      from sites s where s.id = ${AREA_SITE} offset 0) d) end`
