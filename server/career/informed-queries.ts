import { sql } from 'drizzle-orm'

/**
 * Whether a person (`e` of current_employments) knows their way: they answered the question right since they stand where they
 * stand, for the newest version that changed their own gap.
 */
export const isInformed = sql`exists (
  select from recall_answers ra join ladder_versions rv on rv.id = ra.version_id
  where ra.person_id = e.person_id and ra.correct and ra.on_date >= e.since
    and rv.published_at >= coalesce((select max(av.published_at) from ladder_audience la
      join ladder_versions av on av.id = la.version_id where la.person_id = e.person_id), '-infinity'))`
