import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { LEAST_SAMPLE } from '#domain/readiness'
import { homeOf } from '#server/career/ladder-queries'

type Asked = {
  /** Rows of `person_id, position_id, version_id`: whom to hold against what. */
  pairs: SQL
  /** The rows of `requirements` that count; those of the pairs' versions where nothing is said. */
  only?: SQL
  now: Date
}

/** One key for a version and a position: of two Postgres, which knows nothing of what a CTE holds, expects a row where there are thousands. */
const RUNG = sql`concat(r.version_id, r.position_id)`

/**
 * One part a kind, so that each row meets only what its kind can ask: what is met by which table beside it. Kept together for all
 * kinds, the rows of 5,000 people would go to the disk and be read once a kind.
 */
const eachKind = (only: SQL, kinds: readonly (readonly [string, SQL, SQL])[]): SQL =>
  sql.join(
    kinds.map(
      ([kind, met, beside]) => sql`
  select t.person_id, t.position_id, t.version_id, t.requirement_id, t.kind, t.hard, t.weight, t.blocks, ${met} as met
  from (
    select p.person_id, p.position_id, r.version_id, r.id as requirement_id, r.kind, r.hard, r.weight,
      r.hard and r.kind <> 'approval' as blocks, r.competence_id, r.level, r.training_id, r.key, r.threshold, r.window_months
    from pair p join (
      select r.*, ${RUNG} as rung from requirements r where r.kind = ${kind} and r.version_id in (select version_id from pair) and ${only} offset 0
    ) r on r.rung = p.rung
  ) t ${beside}`,
    ),
    sql` union all `,
  )

/**
 * The SQL twin of `checkRequirement()` for any number of people at once: a row for each pair and requirement with `met`, null where
 * nobody can say yet. Everything is gathered by person once and joined, never asked row by row. A parity test keeps the twins equal.
 */
export const checksOf = ({ pairs, only = sql`true`, now }: Asked): SQL => sql`
  with pair as materialized (select r.person_id, r.position_id, r.version_id, ${RUNG} as rung from (${pairs}) r),
  w as materialized (
    select p.person_id, d.today, (
        select d.today - sum(least(coalesce(upper(h.valid), d.today), d.today) - lower(h.valid))::int from employments h
        where h.person_id = p.person_id and h.kind <> 'acting' and lower(h.valid) <= d.today) as hired_on
    from (select id as person_id from people where id in (select person_id from pair) offset 0) p
    left join current_employments e on e.person_id = p.person_id left join sites s on s.id = e.site_id
    cross join lateral (select (${now.toISOString()}::timestamptz at time zone coalesce(s.time_zone, 'UTC'))::date as today) d
  ),
  asked as materialized (
    select r.* from requirements r where r.version_id in (select version_id from pair) and ${only}
  ),
  levels as materialized (
    select a.person_id, a.competence_id, max(a.level) as level from assessments a
    where a.state = 'confirmed' and a.competence_id in (select competence_id from asked)
      and not exists (select from assessments x where x.answers_id = a.id and x.state = 'rejected')
    group by 1, 2
  ),
  held as materialized (
    select c.person_id, c.training_id, max(coalesce(c.valid_until, 'infinity'::date)) as valid_until from completions c
    where c.training_id in (select training_id from asked) and not exists (select from certificates x
      join certificate_revocations r on r.certificate_id = x.id where x.completion_id = c.id)
    group by 1, 2
  ),
  figures as materialized (
    select w.person_id, k.key, k.window_months, sum(m.sample) as sample, sum(m.value * m.sample) as total
    from (select distinct key, window_months from asked where kind = 'metric') k
    join metric_values m on m.key = k.key join w on w.person_id = m.person_id
    where m.month <= w.today and m.month >= date_trunc('month', w.today)::date - make_interval(months => k.window_months - 1)
    group by 1, 2, 3
  ),
  shown as materialized (
    select w.person_id, k.key, k.window_months, count(*) as times
    from (select distinct key, window_months from asked where kind = 'evidence') k
    join evidence v on v.key = k.key and v.verified_by is not null join w on w.person_id = v.person_id
    where k.window_months is null or v.happened_on >= w.today - make_interval(months => k.window_months)
    group by 1, 2, 3
  ),
  served as materialized (
    select e.person_id, m.version_id, m.to_id, min(lower(e.valid)) as first, sum(least(coalesce(upper(e.valid), w.today), w.today) - lower(e.valid))::int as days
    from asked r join moves m on m.version_id = r.version_id and m.to_id = r.position_id
    join employments e on e.position_id = m.from_id and e.kind <> 'acting' join w on w.person_id = e.person_id
    where r.kind = 'time-in-previous' and lower(e.valid) <= w.today
    group by 1, 2, 3
  )
  ${eachKind(only, [
    [
      'competence',
      sql`coalesce(l.level, 0) >= t.level`,
      sql`
      left join levels l on l.person_id = t.person_id and l.competence_id = t.competence_id`,
    ],
    [
      'training',
      sql`coalesce(h.valid_until >= w.today, false)`,
      sql`
      join w on w.person_id = t.person_id left join held h on h.person_id = t.person_id and h.training_id = t.training_id`,
    ],
    [
      'metric',
      sql`case when coalesce(f.sample, 0) < ${LEAST_SAMPLE} then null else f.total / f.sample >= t.threshold end`,
      sql`
      left join figures f on f.person_id = t.person_id and f.key = t.key and f.window_months = t.window_months`,
    ],
    [
      'evidence',
      sql`coalesce(v.times, 0) >= t.threshold`,
      sql`
      left join shown v on v.person_id = t.person_id and v.key = t.key and coalesce(v.window_months, 0) = coalesce(t.window_months, 0)`,
    ],
    [
      'tenure',
      sql`coalesce(w.hired_on + make_interval(months => t.threshold::int) <= w.today, false)`,
      sql`
      join w on w.person_id = t.person_id`,
    ],
    [
      'time-in-previous',
      sql`coalesce(d.first + make_interval(months => t.threshold::int) <= d.first + d.days, false)`,
      sql`
      left join served d on d.person_id = t.person_id and d.to_id = t.position_id and d.version_id = t.version_id`,
    ],
    ['approval', sql`null::boolean`, sql``],
  ])}`

/** Everybody employed and each position that a move of the version leads to from theirs. */
export const reachablePairs = (versionId: SQL): SQL => sql`
  select e.person_id, m.to_id as position_id, m.version_id from current_employments e
  join moves m on m.from_id = e.position_id and m.version_id = ${versionId}`

/** Everybody employed and the position that they hold, where the version knows it: the mirror. */
export const heldPairs = (versionId: SQL): SQL => sql`
  select e.person_id, e.position_id, r.version_id from current_employments e
  join rungs r on r.position_id = e.position_id and r.version_id = ${versionId}`

/** Of each pair, whether nothing that blocks is missing. */
export const readyPairs = (asked: Asked): SQL => sql`
  select c.person_id, c.position_id, c.version_id, coalesce(bool_and(c.met is true) filter (where c.blocks), true) as ready
  from (${checksOf(asked)}) c group by 1, 2, 3`

type Changed = { requirementIds: string[]; movesFrom: string[]; versionId: string }

const ids = (list: string[]): SQL => sql`${sql.param(list)}::uuid[]`

/**
 * People whose own gap a new version changes: a changed requirement of a position that they can move to, or wish for, is
 * or was missing; or a move from where they stand came or went. News of a ladder that is not theirs is none. `openly` is false where a private wish alone is why.
 */
export const touchedPeople = ({ requirementIds, movesFrom, versionId }: Changed, now: Date): SQL => {
  const only = sql`r.id = any(${ids(requirementIds)})`
  const atHome = sql`e.position_id in ${homeOf(versionId)}`
  const byMove = sql`
    from requirements r join moves m on m.version_id = r.version_id and m.to_id = r.position_id
    join current_employments e on e.position_id = m.from_id where ${only} and ${atHome}`
  const pairs = sql`
    select e.person_id, r.position_id, r.version_id ${byMove}
    union select i.person_id, r.position_id, r.version_id from requirements r
    join intents i on i.target_id = r.position_id and i.ended_at is null
    join current_employments e on e.person_id = i.person_id where ${only} and ${atHome}`
  return sql`
    select person_id, bool_or(openly) as openly from (
      select e.person_id, true as openly from current_employments e where e.position_id = any(${ids(movesFrom)}) and ${atHome}
      union all select c.person_id, hidden.person_id is null or moves.person_id is not null
      from (${checksOf({ pairs, only, now })}) c
      left join (select distinct i.person_id, i.target_id from intents i where i.ended_at is null and i.visibility = 'private') hidden
        on hidden.person_id = c.person_id and hidden.target_id = c.position_id
      left join (select distinct e.person_id, r.id ${byMove}) moves on moves.person_id = c.person_id and moves.id = c.requirement_id
      where c.met is not true
    ) x group by 1`
}
