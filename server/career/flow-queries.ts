import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#domain/access'
import { holds } from '#domain/access'
import { LEAST_PRIVATE } from '#domain/career'
import { Text } from '#domain/localized'
import type { Counted } from '#server/career/consequence-queries'
import { countReady } from '#server/career/consequence-queries'
import type { Ladder } from '#server/career/ladder-queries'
import { loadPublished } from '#server/career/ladder-queries'
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
  regret: z.object({ moves: z.number(), back: z.number() }),
  overrides: z.object({ accepted: z.number(), notReady: z.number() }),
  leavers: z.object({ all: z.number(), wished: z.number() }),
  /** What people wish, as sums alone; private wishes stand in them from five of a kind on. */
  wishes: z.array(z.object({ kind: z.string(), count: z.number() })),
  /** Whose teams hold people back; for HR alone. */
  hoarding: z.array(z.object({ name: z.string(), cases: z.number() })).nullable(),
})
export type FlowRow = Omit<z.infer<typeof Flow>, 'dead' | 'waiting' | 'bottlenecks' | 'hoarding'> & {
  moved: string[]
  opened: string[]
  lately: string[]
  hoarding: { name: string; cases: number }[]
}

const YEAR = sql`(current_date - interval '12 months')::date`

/** Twelve months of moving as one row; names of whoever holds people back come for HR alone. */
export const flowRow = (actor: Actor): SQL => sql`
      with hops as materialized (
        select h.*, b.position_id as from_id from employments h join employments b on b.person_id = h.person_id and b.kind <> 'acting'
          and upper(b.valid) = lower(h.valid)
        where h.kind in ('up', 'across', 'out', 'back') and lower(h.valid) >= ${YEAR} and lower(h.valid) <= current_date
      )
      select y.* from ${everyoneRow} cross join lateral (select
        (select coalesce(json_agg(x order by x.count desc), '[]') from (
          select h.kind, f.title as from, t.title as to, count(*)::int as count,
            percentile_cont(0.5) within group (order by lower(h.valid) - w.on_day)::int as median
          from hops h join positions f on f.id = h.from_id join positions t on t.id = h.position_id
          left join lateral (select i.declared_at::date as on_day from intents i where i.person_id = h.person_id
            and i.target_id = h.position_id and i.declared_at::date <= lower(h.valid) and i.visibility <> 'private'
            order by i.declared_at limit 1) w on true
          group by h.kind, f.id, t.id) x) as moves,
        (select coalesce(json_agg(distinct position_id), '[]') from hops) as moved,
        (select coalesce(json_agg(distinct o.position_id), '[]') from openings o where o.opens_on >= ${YEAR}) as opened,
        (select coalesce(json_agg(distinct o.position_id), '[]') from openings o where o.closes_on >= current_date - 60) as lately,
        (select json_build_object('openings', count(*)::int, 'inside', count(*) filter (where a.taken > 0)::int,
            'late', count(*) filter (where a.last::date > o.decide_by or a.open > 0)::int,
            'median', percentile_cont(0.5) within group (order by a.last::date - o.opens_on)::int)
          from openings o cross join lateral (select count(*) filter (where state = 'accepted') as taken, max(decided_at) as last,
            count(*) filter (where state = 'submitted') as open from applications where opening_id = o.id) a
          where o.decide_by between ${YEAR} and current_date and o.cancelled_at is null) as filled,
        (select json_build_object('moves', count(*)::int, 'back', count(*) filter (where exists (select from employments b
            where b.person_id = h.person_id and b.kind = 'back' and lower(b.valid) > lower(h.valid)
              and lower(b.valid) <= lower(h.valid) + interval '6 months'))::int) from hops h where h.kind <> 'back') as regret,
        (select json_build_object('accepted', count(*)::int, 'notReady', count(*) filter (where not ready)::int)
          from applications where state = 'accepted' and decided_at::date >= ${YEAR}) as overrides,
        (select json_build_object('all', count(*)::int, 'wished', count(*) filter (where exists (select from intents i
            where i.person_id = l.person_id and i.ended_at is null and i.kind in ('grow', 'move') and i.visibility <> 'private'))::int)
          from (select person_id, max(coalesce(upper(valid), 'infinity'::date)) as ended from employments where kind <> 'acting' group by 1) l
          where l.ended between ${YEAR} and current_date) as leavers,
        (select coalesce(json_agg(x order by x.count desc), '[]') from (select w.kind, w.open + w.hidden as count from (
            select i.kind, count(*) filter (where i.visibility <> 'private')::int as open,
              case when count(*) filter (where i.visibility = 'private') >= ${LEAST_PRIVATE}
                then count(*) filter (where i.visibility = 'private') else 0 end::int as hidden
            from intents i join current_employments e on e.person_id = i.person_id where i.ended_at is null and reader.id is not null
            group by 1) w where w.open + w.hidden >= ${LEAST_PRIVATE}) x) as wishes,
        (select coalesce(json_agg(x order by x.cases desc), '[]') from (select p.name, count(*)::int as cases from (
            select s.moved_by as id from release_slips s where s.at::date >= ${YEAR}
            union all select x.companion_id from plans x where x.state = 'wish' and x.opened_at < now() - interval '14 days' and reader.id is not null
            union all select g.person_id from applications a join employments e on e.person_id = a.person_id and e.valid @> a.applied_at::date
              join grants g on g.team_id = e.team_id and g.role = 'supervisor' and g.valid @> a.applied_at
              where a.state = 'withdrawn' and a.withdrawn_at < a.applied_at + interval '7 days' and a.applied_at::date >= ${YEAR}
          ) c join people p on p.id = c.id where ${holds(actor, 'hr')}::boolean group by p.id having count(*) >= ${LEAST_CASES}) x) as hoarding
      ) y`

/** What the row of a year means on a ladder: what is dead, where people wait, what holds them up. */
export function flowOf(
  row: FlowRow,
  ladder: Ladder | undefined,
  counted: Counted,
  actor: Actor,
): z.infer<typeof Flow> {
  const isHr = holds(actor, 'hr')
  const { moved, opened, lately, hoarding, ...flow } = row
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
      db.execute<FlowRow>(flowRow(actor)),
    ])
    return flowOf(rows[0] as FlowRow, ladder, counted, actor)
  },
})
