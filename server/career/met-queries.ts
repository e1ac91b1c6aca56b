import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { LEAST_SAMPLE, MONTH_DAYS } from '#domain/readiness'

/**
 * The SQL twin of `checkRequirement()`, for many people at once: `r` is a row of requirements, `w` has `person_id` and `today`.
 * Null where nobody can say yet. A parity test keeps the twins equal.
 */
export const requirementMet: SQL = sql`case r.kind
  when 'competence' then coalesce(
    (select l.level from current_levels l where l.person_id = w.person_id and l.competence_id = r.competence_id), 0) >= r.level
  when 'training' then exists (select 1 from completions c where c.person_id = w.person_id and c.training_id = r.training_id
    and (c.valid_until is null or c.valid_until >= w.today))
  when 'metric' then (select case when coalesce(sum(m.sample), 0) < ${LEAST_SAMPLE} then null
      else sum(m.value * m.sample) / sum(m.sample) >= r.threshold end
    from metric_values m where m.person_id = w.person_id and m.key = r.key and m.month <= w.today
      and m.month >= date_trunc('month', w.today)::date - make_interval(months => r.window_months))
  when 'evidence' then (select count(*) from evidence v where v.person_id = w.person_id and v.key = r.key
      and v.verified_by is not null
      and (r.window_months is null or v.happened_on >= w.today - make_interval(months => r.window_months))) >= r.threshold
  when 'tenure' then coalesce((select min(lower(e.valid)) + make_interval(months => r.threshold::int) <= w.today
    from employments e where e.person_id = w.person_id), false)
  when 'time-in-previous' then (
    select coalesce(sum(least(coalesce(upper(e.valid), w.today), w.today) - lower(e.valid)), 0)
    from employments e where e.person_id = w.person_id and e.kind <> 'acting' and lower(e.valid) <= w.today
      and e.position_id in (select m.from_id from moves m where m.version_id = r.version_id and m.to_id = r.position_id)
  ) >= r.threshold * ${MONTH_DAYS}
end`

type Changed = { requirementIds: string[]; movesFrom: string[] }

const ids = (list: string[]): SQL => sql`${sql.param(list)}::uuid[]`

/**
 * People whose own gap a new version changes: a changed requirement of a position that they can move to, or wish for, is
 * or was missing; or a move from where they stand came or went.
 */
export const touchedPeople = ({ requirementIds, movesFrom }: Changed, now: Date): SQL => sql`
  select w.person_id from (
    select e.person_id, e.position_id, (${now.toISOString()}::timestamptz at time zone s.time_zone)::date as today
    from current_employments e join sites s on s.id = e.site_id
  ) w
  where w.position_id = any(${ids(movesFrom)})
    or exists (
      select 1 from requirements r
      where r.id = any(${ids(requirementIds)})
        and (
          exists (select 1 from moves m
            where m.version_id = r.version_id and m.from_id = w.position_id and m.to_id = r.position_id)
          or exists (select 1 from intents i
            where i.person_id = w.person_id and i.ended_at is null and i.target_id = r.position_id)
        )
        and (${requirementMet}) is not true
    )`
