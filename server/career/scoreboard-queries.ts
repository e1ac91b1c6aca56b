import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Hole, holesOf, incrementsOf } from '#domain/holes'
import { Text } from '#domain/localized'
import { STALLED_KINDS, WHOSE } from '#domain/stalled'
import { isInformed } from '#server/career/informed-queries'
import { loadPublished } from '#server/career/ladder-queries'
import { ambitious, openCases } from '#server/career/stalled-case-queries'
import { CatalogueCompetence, loadCatalogue } from '#server/career/standing-queries'
import { query } from '#server/query'

const Share = z.object({ of: z.number(), met: z.number() })

/** When somebody's shifts usually begin; `office`: they have none. */
const SHIFTS = ['morning', 'day', 'evening', 'office'] as const
const Group = Share.extend({
  by: z.enum(['team', 'site', 'shift']),
  id: z.string(),
  name: Text.nullable(),
  shift: z.enum(SHIFTS).nullable(),
})

const Informed = Share.extend({ groups: z.array(Group) })
type Informed = z.infer<typeof Informed>

/** Who knows their own next step: of all, and by team, site and shift, the lowest first. No names: counts are for everybody. */
export const informedBoard = query({
  verb: 'career.informed',
  input: z.object({}),
  output: Informed,
  async run({ db }) {
    const { rows } = await db.execute<Informed>(sql`
      with p as materialized (
        select e.person_id, e.team_id, e.site_id, ${isInformed} as informed, coalesce(case
            when last.hour < 11 then 'morning' when last.hour < 16 then 'day' when last.hour is not null then 'evening' end, 'office') as shift
        from current_employments e join sites s on s.id = e.site_id
        left join lateral (
          select extract(hour from lower(h.span) at time zone s.time_zone) as hour from shifts h
          where h.person_id = e.person_id order by lower(h.span) desc limit 1) last on true
      ), groups as (
        select 'team' as by, t.id::text as id, t.name::jsonb as name, null::text as shift, count(*)::int as of,
          count(*) filter (where p.informed)::int as met from p join teams t on t.id = p.team_id group by t.id
        union all select 'site', s.id::text, s.name::jsonb, null, count(*)::int, count(*) filter (where p.informed)::int
          from p join sites s on s.id = p.site_id group by s.id
        union all select 'shift', p.shift, null, p.shift, count(*)::int, count(*) filter (where p.informed)::int from p group by p.shift
      )
      select (select count(*)::int from p) as of, (select count(*)::int from p where informed) as met,
        (select coalesce(json_agg(g order by g.met::float / g.of, g.of desc), '[]') from groups g) as groups`)
    return rows[0] as Informed
  },
})

const Matched = Share.extend({
  /** Increments that some active training reaches, with or without a seat. */
  named: z.number(),
  versionId: z.uuid().nullable(),
  holes: z.array(Hole),
  positions: z.array(z.object({ id: z.uuid(), title: Text })),
  competences: z.array(CatalogueCompetence),
  /** Why it was published with holes, while there are any. */
  override: z.object({ reason: z.string(), askedBy: z.string(), approvedBy: z.string() }).nullable(),
})

/** Steps in competence that the ladder asks, and how many of them a training with a free seat reaches. */
export const matchedBoard = query({
  verb: 'career.matched',
  input: z.object({}),
  output: Matched,
  async run({ db, actor, now }) {
    const [ladder, catalogue] = await Promise.all([
      loadPublished(db, actor.positionId),
      loadCatalogue(db, now),
    ])
    const { competences } = catalogue
    if (!ladder)
      return {
        of: 0,
        met: 0,
        named: 0,
        versionId: null,
        holes: [],
        positions: [],
        competences,
        override: null,
      }
    const of = incrementsOf(ladder).length
    const holes = holesOf(ladder, catalogue.trainings)
    const { rows } = await db.execute<NonNullable<z.infer<typeof Matched>['override']>>(sql`
      select o.reason, a.name as "askedBy", b.name as "approvedBy" from ladder_overrides o
      join people a on a.id = o.asked_by join people b on b.id = o.approved_by
      where o.version_id = ${ladder.id} order by o.approved_at desc limit 1`)
    return {
      of,
      met: of - holes.length,
      named: of - holes.filter(({ reason }) => reason === 'no-training').length,
      versionId: ladder.id,
      holes,
      positions: ladder.rungs.map(({ positionId, title }) => ({ id: positionId, title })),
      competences,
      override: holes.length ? (rows[0] ?? null) : null,
    }
  },
})

const Works = Share.extend({
  kinds: z.array(
    z.object({ kind: z.enum(STALLED_KINDS), whose: z.enum(WHOSE), count: z.number(), median: z.number() }),
  ),
})
type Works = z.infer<typeof Works>

/** Agreed plans and wishes of which nothing stands still; what stands, by kind and by function, never by name. */
export const worksBoard = query({
  verb: 'career.works',
  input: z.object({}),
  output: Works,
  async run({ db, now }) {
    const { rows } = await db.execute<Works>(sql`
      with all_cases as materialized (${openCases(ambitious(sql`true`, now), now)}),
      wishes as materialized (
        select x.person_id from plans x join current_employments e on e.person_id = x.person_id
        where x.state in ('wish', 'agreed') and x.visibility <> 'private'
        union all select i.person_id from intents i join current_employments e on e.person_id = i.person_id
        where i.ended_at is null and i.kind in ('grow', 'move') and i.visibility <> 'private'
          and not exists (select from plans x where x.person_id = i.person_id and x.closed_at is null)
      ), by_kind as (
        select k.kind, case when k.whose in ('supervisor', 'learning', 'hr') then k.whose
            when k.whose in ('person', k.person_id::text) then 'person' else 'supervisor' end as whose,
          k.days from all_cases k
      )
      select (select count(*)::int from wishes) as of,
        (select count(*)::int from wishes w where not exists (select from all_cases k where k.person_id = w.person_id)) as met,
        (select coalesce(json_agg(x order by x.count desc), '[]') from (
          select kind, whose, count(*)::int as count, percentile_cont(0.5) within group (order by days)::int as median
          from by_kind group by 1, 2) x) as kinds`)
    return rows[0] as Works
  },
})
