import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { EFFECT_BAND, EFFECT_MONTHS, effectOf, shareOf } from '#domain/training-numbers'
import { query } from '#server/query'
import { QuizNumbers, quizNumbers } from '#server/training/question-queries'

const Effect = z.object({
  n: z.number(),
  mean: z.number(),
  low: z.number(),
  high: z.number(),
  visible: z.boolean(),
})
const Row = z.object({
  slug: z.string(),
  title: Text,
  sessions: z.number(),
  seats: z.number(),
  /** Per cent of the seats of sessions that are over in which somebody sat. */
  used: z.number().nullable(),
  noShows: z.number().nullable(),
  /** Half of those who got a seat waited no longer, in days. */
  waited: z.number().nullable(),
  passRate: z.number().nullable(),
  results: z.number(),
  useful: z.number().nullable(),
  /** People who can be compared, and what comes of it from ten on. */
  compared: z.number(),
  effect: Effect.nullable(),
})
const Numbers = z.object({
  rows: z.array(Row),
  quizzes: z.array(QuizNumbers),
  /** Trainings that no rung asks for, neither by name nor by a level. */
  unasked: z.array(z.object({ slug: z.string(), title: Text })),
  /** Levels that a rung asks for and no training gives. */
  untaught: z.array(z.object({ title: Text, level: z.number(), positions: z.array(Text) })),
})
export type TrainingNumbers = z.infer<typeof Numbers>

type Counted = {
  id: string
  slug: string
  title: z.infer<typeof Text>
  sessions: number
  seats: number
  sat: number
  missed: number
  waited: number | null
  passed: number
  failed: number
  useful: number | null
}

/** What became of seats and people in the year before, by training. */
const counted = (at: SQL): SQL => sql`
  select t.id, t.slug, t.title, coalesce(s.sessions, 0)::int as sessions, coalesce(s.seats, 0)::int as seats, coalesce(n.sat, 0)::int as sat,
    coalesce(n.missed, 0)::int as missed, n.waited, coalesce(r.passed, 0)::int as passed, coalesce(r.failed, 0)::int as failed, c.useful
  from trainings t
  left join (select training_id, count(*) as sessions, sum(seats) as seats from training_sessions
    where state <> 'cancelled' and upper(period) between ${at} - interval '1 year' and ${at} group by 1) s on s.training_id = t.id
  left join (select training_id, count(*) filter (where state in ('attended', 'completed', 'failed')) as sat,
      count(*) filter (where state = 'no-show') as missed,
      round(percentile_cont(0.5) within group (order by extract(epoch from lower(period) - asked_at) / 86400)
        filter (where state in ('attended', 'completed', 'failed', 'no-show')))::int as waited
    from enrolments where session_id is not null and upper(period) between ${at} - interval '1 year' and ${at}
      and asked_at < lower(period) group by 1) n
    on n.training_id = t.id
  left join (select training_id, count(*) filter (where state = 'completed') as passed, count(*) filter (where state = 'failed') as failed
    from enrolments where state in ('completed', 'failed') and settled_at > ${at} - interval '1 year' group by 1) r on r.training_id = t.id
  left join (select training_id, round(avg(usefulness), 1)::float8 as useful from training_ratings group by 1) c
    on c.training_id = t.id
  where t.retired_at is null order by t.code`

/**
 * Attendees before and after their first pass within a year and a half, less the mean of colleagues of the same position, site and
 * band of score who had not passed it by then. Sums a group are taken once, so that the work grows with people, not with pairs.
 */
const compared = (at: SQL): SQL => sql`
  with done as (
    select training_id, person_id, date_trunc('month', min(completed_on))::date as month from completions
    where outcome = 'passed' and not exists (select from certificates x join certificate_revocations r
      on r.certificate_id = x.id where x.completion_id = completions.id) group by 1, 2 having min(completed_on) > (${at} - interval '18 months')::date),
  windows as (
    select m.month, v.person_id, e.position_id, e.site_id,
      avg(v.value) filter (where v.month < m.month) as before, avg(v.value) filter (where v.month > m.month) as after
    from (select distinct month from done) m join metric_values v on v.key = 'quality-score'
      and v.month between m.month - make_interval(months => ${EFFECT_MONTHS}) and m.month + make_interval(months => ${EFFECT_MONTHS})
    join current_employments e on e.person_id = v.person_id
    group by 1, 2, 3, 4),
  moved as (select *, after - before as moved, floor(before / ${EFFECT_BAND}::numeric) as band from windows where after is not null and before is not null),
  everybody as (select month, position_id, site_id, band, count(*) as people, sum(moved) as moved from moved group by 1, 2, 3, 4),
  taught as (
    select x.training_id, w.month, w.position_id, w.site_id, w.band, count(*) as people, sum(w.moved) as moved
    from moved w join done x on x.person_id = w.person_id and x.month <= w.month + make_interval(months => ${EFFECT_MONTHS})
    group by 1, 2, 3, 4, 5)
  select d.training_id as id, count(*)::int as n, avg(a.moved - (e.moved - t.moved) / (e.people - t.people))::float8 as mean,
    stddev_samp(a.moved - (e.moved - t.moved) / (e.people - t.people))::float8 as deviation
  from done d join moved a on a.person_id = d.person_id and a.month = d.month
  join everybody e on e.month = a.month and e.position_id = a.position_id and e.site_id = a.site_id and e.band = a.band
  join taught t on t.training_id = d.training_id and t.month = a.month and t.position_id = a.position_id and t.site_id = a.site_id
    and t.band = a.band
  where e.people > t.people group by 1`

type Orphans = Pick<TrainingNumbers, 'unasked' | 'untaught' | 'quizzes'>

const orphans = sql`
  select (select coalesce(json_agg(json_build_object('slug', t.slug, 'title', t.title) order by t.code), '[]') from trainings t
      where t.retired_at is null and not exists (
        select from requirements r join published_versions v on v.id = r.version_id
        where r.training_id = t.id or exists (select from training_competences k
          where k.training_id = t.id and k.competence_id = r.competence_id and k.to_level <= r.level))) as unasked,
    (select coalesce(json_agg(u order by u.title ->> 'uk', u.level), '[]') from (
      select c.title, r.level, jsonb_agg(distinct p.title) as positions
      from requirements r join published_versions v on v.id = r.version_id join competences c on c.id = r.competence_id
      join positions p on p.id = r.position_id
      where not exists (select from training_competences k join trainings t on t.id = k.training_id
        where t.retired_at is null and k.competence_id = r.competence_id and k.to_level >= r.level)
      group by c.id, c.title, r.level) u) as untaught,
    ${quizNumbers} as quizzes`

type Differences = { id: string; n: number; mean: number | null; deviation: number | null }
const NONE = { n: 0, mean: null, deviation: null }

/** Whether the learning centre's work works: seats, waiting, results, effect on quality, and what belongs to nothing. Sums alone. */
export const trainingNumbers = query({
  verb: 'training.numbers',
  input: z.object({}),
  output: Numbers,
  async run({ db, now }) {
    const at = sql`${now.toISOString()}::timestamptz`
    const [{ rows }, { rows: differences }, { rows: found }] = await Promise.all([
      db.execute<Counted>(counted(at)),
      db.execute<Differences>(compared(at)),
      db.execute<Orphans>(orphans),
    ])
    const byTraining = new Map(differences.map((one) => [one.id, one]))
    return {
      rows: rows.map(({ id, sat, missed, passed, failed, ...row }) => {
        const difference = byTraining.get(id) ?? NONE
        return {
          ...row,
          used: shareOf(sat, row.seats),
          noShows: shareOf(missed, sat + missed),
          passRate: shareOf(passed, passed + failed),
          results: passed + failed,
          compared: difference.n,
          effect: effectOf(difference),
        }
      }),
      quizzes: found[0]?.quizzes ?? [],
      unasked: found[0]?.unasked ?? [],
      untaught: found[0]?.untaught ?? [],
    }
  },
})
