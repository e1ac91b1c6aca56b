import { sql } from 'drizzle-orm'

/**
 * Whether a person (`e` of current_employments) knows their way: they answered the question right since they stand where they
 * stand and it was written down, for the newest version of that ladder that changed their own gap: they are asked about their own ladder, so news of
 * another one leaves what they know as it is.
 */
export const isInformed = sql`exists (
  select from recall_answers ra join ladder_versions rv on rv.id = ra.version_id
  where ra.person_id = e.person_id and ra.correct and ra.on_date >= e.since and ra.at >= (select h.created_at from employments h where h.id = e.id)
    and rv.published_at >= coalesce((select max(av.published_at) from ladder_audience la
      join ladder_versions av on av.id = la.version_id where la.person_id = e.person_id and av.ladder_id = rv.ladder_id), '-infinity'))`

/** When the shifts of a person (`e` of current_employments at the site `s`) begin, by the last one planned. */
export const usualShift = sql`coalesce((
  select case when h.hour < 11 then 'morning' when h.hour < 16 then 'day' else 'evening' end from (
    select extract(hour from lower(x.span) at time zone s.time_zone) as hour from shifts x
    where x.person_id = e.person_id order by lower(x.span) desc limit 1) h), 'office')`
