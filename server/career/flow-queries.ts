import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#domain/access'
import { holds } from '#domain/access'
import { LEAST_PRIVATE } from '#domain/career'
import { Text } from '#domain/localized'
import { STALLED } from '#domain/stalled'
import type { Counted } from '#server/career/consequence-queries'
import { countReady } from '#server/career/consequence-queries'
import type { Ladder } from '#server/career/ladder-queries'
import { loadPublished } from '#server/career/ladder-queries'
import { readersDay } from '#server/career/site-day-queries'
import { offeredLately } from '#server/career/stalled-case-queries'
import { query } from '#server/query'
import { everyoneRow } from '#server/reader'

/** Cases of a supervisor below which the hoarding index says nothing. */
const LEAST_CASES = 3
const BOTTLENECKS = 5

export const Flow = z.object({
  moves: z.array(
    z.object({ kind: z.string(), from: Text, to: Text, count: z.number(), median: z.number().nullable() }),
  ),
  dead: z.array(z.object({ title: Text, ready: z.number() })),
  waiting: z.array(z.object({ title: Text, slug: z.string(), ready: z.number() })),
  bottlenecks: z.array(z.object({ requirementId: z.uuid(), only: z.number() })),
  filled: z.object({
    openings: z.number(),
    inside: z.number(),
    late: z.number(),
    median: z.number().nullable(),
  }),
  /** Of the moves of twelve months, half a year old or older, after how many the person went back within half a year. */
  regret: z.object({ moves: z.number(), back: z.number() }),
  overrides: z.object({ accepted: z.number(), notReady: z.number() }),
  leavers: z.object({ all: z.number(), wished: z.number() }),
  /** What people wish, as sums alone; private wishes stand in them from five of a kind on. */
  wishes: z.array(z.object({ kind: z.string(), count: z.number() })),
  /** Who took people of whom not all was met; for HR alone. */
  deciders: z.array(z.object({ name: z.string(), accepted: z.number(), notReady: z.number() })).nullable(),
  /** Whose teams hold people back; for HR alone. */
  hoarding: z.array(z.object({ name: z.string(), cases: z.number() })).nullable(),
})
export type FlowRow = Omit<
  z.infer<typeof Flow>,
  'dead' | 'waiting' | 'bottlenecks' | 'hoarding' | 'deciders'
> & {
  moved: string[]
  opened: string[]
  lately: string[]
  hoarding: { name: string; cases: number }[]
  deciders: { name: string; accepted: number; notReady: number }[]
}

/** Cases of holding somebody back: whom, by which thing, when; `by`: who moved a release or goes along with a wish. */
const heldBack = (now: Date): SQL => sql`
  select a.person_id, a.id as thing, s.at, 'slip' as how, s.moved_by as by from release_slips s join applications a on a.id = s.application_id
  union all select a.person_id, a.id, a.applied_at, 'withdrawn', null from applications a
    where a.state = 'withdrawn' and a.withdrawn_at < a.applied_at + interval '7 days'
  union all select x.person_id, x.id, ${now.toISOString()}::timestamptz, 'wish', x.companion_id from plans x
    where x.state = 'wish' and x.visibility <> 'private'
      and x.opened_at < ${now.toISOString()}::timestamptz - make_interval(days => ${STALLED['wish-unanswered'].days})`

/**
 * The supervisor whom a case speaks of: whoever led the person's team at that moment, deputies aside; a release only where the team
 * moved it on, a wish only where it waits for the supervisor. A thing counts once, however often it slipped.
 */
const heldBy = (now: Date): SQL => sql`
  select distinct g.person_id, c.thing from (${heldBack(now)}) c cross join d
  join employments e on e.person_id = c.person_id and e.kind <> 'acting' and e.valid @> c.at::date
  join grants g on g.team_id = e.team_id and g.role = 'supervisor' and not g.deputy and g.valid @> c.at and g.person_id <> c.person_id
  where c.at::date >= d.year_ago and (c.how = 'withdrawn' or c.how = 'wish' and coalesce(c.by, g.person_id) = g.person_id
    or c.how = 'slip' and exists (select from grants m where m.person_id = c.by and m.role = 'supervisor'
      and m.team_id = e.team_id and m.valid @> c.at))`

/** Twelve months of moving as one row; names of whoever holds people back, or takes them unready, come for HR alone. */
export const flowRow = (actor: Actor, now: Date): SQL => sql`
      with d as materialized (select t.day, (t.day - interval '12 months')::date as year_ago from (select ${readersDay(actor, now)} as day) t),
      changes as materialized (
        select h.kind, h.person_id, h.position_id, b.position_id as from_id, h.site_id, lower(h.valid) as on_day
        from employments h join employments b on b.person_id = h.person_id and b.kind <> 'acting' and upper(b.valid) = lower(h.valid)
        where h.kind in ('up', 'across', 'out', 'back')
      ),
      hops as materialized (select c.* from changes c cross join d where c.on_day > d.year_ago and c.on_day <= d.day)
      select y.* from ${everyoneRow} cross join d cross join lateral (select
        (select coalesce(json_agg(x order by x.count desc), '[]') from (
          select h.kind, f.title as from, t.title as to, count(*)::int as count,
            percentile_cont(0.5) within group (order by h.on_day - w.on_day)::int as median
          from hops h join positions f on f.id = h.from_id join positions t on t.id = h.position_id
          left join lateral (select (i.declared_at at time zone s.time_zone)::date as on_day from intents i join sites s on s.id = h.site_id
            where i.person_id = h.person_id and i.target_id = h.position_id and i.visibility <> 'private'
              and (i.declared_at at time zone s.time_zone)::date <= h.on_day order by i.declared_at limit 1) w on true
          group by h.kind, f.id, t.id) x) as moves,
        (select coalesce(json_agg(distinct position_id), '[]') from hops) as moved,
        (select coalesce(json_agg(distinct o.position_id), '[]') from openings o
          where o.cancelled_at is null and o.opens_on > d.year_ago and o.opens_on <= d.day) as opened,
        (select coalesce(json_agg(distinct o.position_id), '[]') from openings o where ${offeredLately(sql`d.day`)}) as lately,
        (select json_build_object('openings', count(*)::int, 'inside', count(*) filter (where a.taken > 0)::int,
            'late', count(*) filter (where a.last > o.decide_by or a.open > 0 and o.decide_by < d.day)::int,
            'median', percentile_cont(0.5) within group (order by a.last - o.opens_on)::int)
          from openings o join sites s on s.id = o.site_id cross join lateral (select count(*) filter (where state = 'accepted') as taken,
            (max(decided_at) at time zone s.time_zone)::date as last, count(*) filter (where state = 'submitted') as open
            from applications where opening_id = o.id) a
          where o.decide_by between d.year_ago and d.day and o.cancelled_at is null) as filled,
        (select json_build_object('moves', count(*)::int, 'back', count(*) filter (where exists (select from employments b
            where b.person_id = c.person_id and b.kind = 'back' and lower(b.valid) > c.on_day
              and lower(b.valid) <= c.on_day + interval '6 months'))::int)
          from changes c where c.kind <> 'back' and c.on_day > d.day - interval '18 months' and c.on_day <= d.day - interval '6 months') as regret,
        (select json_build_object('accepted', count(*)::int, 'notReady', count(*) filter (where not ready)::int)
          from applications where state = 'accepted' and decided_at::date > d.year_ago) as overrides,
        (select coalesce(json_agg(x order by x."notReady" desc, x.name), '[]') from (
          select p.name, count(*)::int as accepted, count(*) filter (where not a.ready)::int as "notReady"
          from applications a join people p on p.id = a.decided_by
          where a.state = 'accepted' and a.decided_at::date > d.year_ago and ${holds(actor, 'hr')}::boolean
          group by p.id having bool_or(not a.ready)) x) as deciders,
        (select json_build_object('all', count(*)::int, 'wished', count(*) filter (where exists (select from intents i
            where i.person_id = l.person_id and i.ended_at is null and i.kind in ('grow', 'move') and i.visibility <> 'private'))::int)
          from (select person_id, max(coalesce(upper(valid), 'infinity'::date)) as ended from employments where kind <> 'acting' group by 1) l
          where l.ended between d.year_ago and d.day) as leavers,
        (select coalesce(json_agg(x order by x.count desc), '[]') from (select w.kind, w.open + w.hidden as count from (
            select i.kind, count(*) filter (where i.visibility <> 'private')::int as open,
              case when count(*) filter (where i.visibility = 'private') >= ${LEAST_PRIVATE}
                then count(*) filter (where i.visibility = 'private') else 0 end::int as hidden
            from intents i join current_employments e on e.person_id = i.person_id where i.ended_at is null and reader.id is not null
            group by 1) w where w.open + w.hidden >= ${LEAST_PRIVATE}) x) as wishes,
        (select coalesce(json_agg(x order by x.cases desc, x.name), '[]') from (select p.name, count(*)::int as cases
          from (${heldBy(now)}) c join people p on p.id = c.person_id where ${holds(actor, 'hr')}::boolean
          group by p.id having count(*) >= ${LEAST_CASES}) x) as hoarding
      ) y`

/** What the row of a year means on a ladder: what is dead, where people wait, what holds them up. */
export function flowOf(
  row: FlowRow,
  ladder: Ladder | undefined,
  counted: Counted,
  actor: Actor,
): z.infer<typeof Flow> {
  const isHr = holds(actor, 'hr')
  const { moved, opened, lately, hoarding, deciders, ...flow } = row
  const at = (id: string) => counted.positions.find(({ positionId }) => positionId === id)?.ready ?? 0
  const places = (ladder?.rungs ?? []).map((rung) => ({ ...rung, ready: at(rung.positionId) }))
  const reachable = places.filter(({ positionId }) => ladder?.moves.some(({ toId }) => toId === positionId))
  return {
    ...flow,
    dead: reachable
      .filter(
        ({ positionId, ready }) => !moved.includes(positionId) && (ready > 0 || !opened.includes(positionId)),
      )
      .map(({ title, ready }) => ({ title, ready })),
    waiting: reachable
      .filter(({ positionId, ready }) => ready > 0 && !lately.includes(positionId))
      .map(({ title, slug, ready }) => ({ title, slug, ready })),
    bottlenecks: counted.requirements
      .filter(({ only }) => only > 0)
      .toSorted((a, b) => b.only - a.only)
      .slice(0, BOTTLENECKS)
      .map(({ requirementId, only }) => ({ requirementId, only })),
    deciders: isHr ? deciders : null,
    hoarding: isHr ? hoarding : null,
  }
}

/** How people really moved in twelve months, and what hinders them. */
export const careerFlow = query({
  verb: 'career.flow',
  input: z.object({}),
  output: Flow,
  async run({ db, actor, now }) {
    const ladder = await loadPublished(db, actor.positionId)
    const [counted, { rows }] = await Promise.all([
      ladder ? countReady(db, sql`${ladder.id}::uuid`, now) : { positions: [], requirements: [] },
      db.execute<FlowRow>(flowRow(actor, now)),
    ])
    return flowOf(rows[0] as FlowRow, ladder, counted, actor)
  },
})
