import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { SHIFT_KINDS } from '#domain/career'
import { Hole, holesOf, incrementsOf } from '#domain/holes'
import { Text } from '#domain/localized'
import { STALLED_KINDS, WHOSE } from '#domain/stalled'
import { isInformed, usualShift } from '#server/career/informed-queries'
import type { Ladder } from '#server/career/ladder-queries'
import { loadPublished, publishedId } from '#server/career/ladder-queries'
import { ambitious, openCases } from '#server/career/stalled-case-queries'
import type { Catalogue } from '#server/career/standing-queries'
import { CatalogueCompetence, CatalogueTraining, loadCatalogue } from '#server/career/standing-queries'
import { query } from '#server/query'

const Share = z.object({ of: z.number(), met: z.number() })

const Group = Share.extend({
  by: z.enum(['team', 'site', 'shift']),
  id: z.string(),
  name: Text.nullable(),
  shift: z.enum(SHIFT_KINDS).nullable(),
})

export const Informed = Share.extend({ groups: z.array(Group) })
export type Informed = z.infer<typeof Informed>

/** Who knows their own next step: of all, and by team (`none`: those without one), site and shift, the lowest first. */
export const informedRow = sql`
  with p as materialized (
    select e.person_id, e.team_id, e.site_id, ${isInformed} as informed, ${usualShift} as shift
    from current_employments e join sites s on s.id = e.site_id
  ), groups as (
    select 'team' as by, t.id::text as id, t.name::jsonb as name, null::text as shift, count(*)::int as of,
      count(*) filter (where p.informed)::int as met from p join teams t on t.id = p.team_id group by t.id
    union all select 'team', 'none', null, null, count(*)::int, count(*) filter (where p.informed)::int
      from p where p.team_id is null having count(*) > 0
    union all select 'site', s.id::text, s.name::jsonb, null, count(*)::int, count(*) filter (where p.informed)::int
      from p join sites s on s.id = p.site_id group by s.id
    union all select 'shift', p.shift, null, p.shift, count(*)::int, count(*) filter (where p.informed)::int from p group by p.shift
  )
  select (select count(*)::int from p) as of, (select count(*)::int from p where informed) as met,
    (select coalesce(json_agg(g order by g.met::float / g.of, g.of desc), '[]') from groups g) as groups`

/** Counts are for everybody; the names behind them only for whoever leads these people (`listInformed`). */
export const informedBoard = query({
  verb: 'career.informed',
  input: z.object({}),
  output: Informed,
  async run({ db }) {
    const { rows } = await db.execute<Informed>(informedRow)
    return rows[0] as Informed
  },
})

const Override = z.object({ reason: z.string(), askedBy: z.string(), approvedBy: z.string() })
export type Override = z.infer<typeof Override>

export const Matched = Share.extend({
  /** Increments that some active training reaches, with or without a seat. */
  named: z.number(),
  versionId: z.uuid().nullable(),
  /** Every step in competence that the ladder asks, with the trainings that reach it. */
  increments: z.array(
    z.object({
      positionId: z.uuid(),
      competenceId: z.uuid(),
      level: z.number(),
      trainingIds: z.array(z.uuid()),
      open: z.boolean(),
    }),
  ),
  holes: z.array(Hole),
  positions: z.array(z.object({ id: z.uuid(), title: Text })),
  competences: z.array(CatalogueCompetence),
  trainings: z.array(CatalogueTraining),
  /** Why it was published with holes, while there are any. */
  override: Override.nullable(),
})

export const overrideRow = (versionId: SQL) => sql`
  select o.reason, a.name as "askedBy", b.name as "approvedBy" from ladder_overrides o
  join people a on a.id = o.asked_by join people b on b.id = o.approved_by
  where o.version_id = ${versionId} order by o.approved_at desc limit 1`

/** How much of a ladder can be learned, from the ladder and the catalogue of this moment. */
export function matchedOf(
  ladder: Ladder | undefined,
  { competences, trainings }: Catalogue,
  override: Override | null,
): z.infer<typeof Matched> {
  const content = ladder ?? { rungs: [], moves: [], requirements: [] }
  const holes = holesOf(content, trainings)
  const increments = incrementsOf(content).map((increment) => {
    const reaching = trainings.filter(({ levels }) =>
      levels.some(
        ({ competenceId, toLevel }) => competenceId === increment.competenceId && toLevel >= increment.level,
      ),
    )
    const open = reaching.some((training) => training.open)
    return { ...increment, trainingIds: reaching.map(({ id }) => id), open }
  })
  const of = increments.length
  return {
    of,
    met: of - holes.length,
    named: of - holes.filter(({ reason }) => reason === 'no-training').length,
    versionId: ladder?.id ?? null,
    increments,
    holes,
    positions: content.rungs.map(({ positionId, title }) => ({ id: positionId, title })),
    competences,
    trainings,
    override: holes.length ? override : null,
  }
}

/** Steps in competence that the ladder asks, and how many of them a training with a free seat reaches. */
export const matchedBoard = query({
  verb: 'career.matched',
  input: z.object({}),
  output: Matched,
  async run({ db, actor, now }) {
    const [ladder, catalogue, { rows }] = await Promise.all([
      loadPublished(db, actor.positionId),
      loadCatalogue(db, now),
      db.execute<Override>(overrideRow(publishedId(actor.positionId))),
    ])
    return matchedOf(ladder, catalogue, rows[0] ?? null)
  },
})

export const Works = Share.extend({
  /** Plans that rest: neither moving nor standing still. The others of `of` have an open case each. */
  paused: z.number(),
  kinds: z.array(
    z.object({
      kind: z.enum(STALLED_KINDS),
      whose: z.enum(WHOSE),
      /** Cases of people behind the number, and those of people with neither a wish nor a plan. */
      count: z.number(),
      beside: z.number(),
      median: z.number(),
    }),
  ),
})
export type Works = z.infer<typeof Works>

/** Agreed plans and wishes of which nothing stands still, and those that rest; what stands, by kind and by function, never by name. */
export const worksRow = (now: Date): SQL => sql`
  with all_cases as materialized (${openCases(ambitious(sql`true`, now), now)}),
  wishes as materialized (
    select x.person_id, x.state = 'paused' as paused from plans x join current_employments e on e.person_id = x.person_id
    where x.state in ('wish', 'agreed', 'paused') and x.visibility <> 'private'
    union all select i.person_id, false from intents i join current_employments e on e.person_id = i.person_id
    where i.ended_at is null and i.kind in ('grow', 'move') and i.visibility <> 'private'
      and not exists (select from plans x where x.person_id = i.person_id and x.closed_at is null and x.visibility <> 'private')
  ), by_kind as (
    select k.kind, case when k.whose in ('supervisor', 'learning', 'hr') then k.whose
        when k.whose in ('person', k.person_id::text) then 'person' else 'supervisor' end as whose,
      k.days, exists (select from wishes w where w.person_id = k.person_id and not w.paused) as behind from all_cases k
  )
  select (select count(*)::int from wishes) as of,
    (select count(*)::int from wishes w where not w.paused
      and not exists (select from all_cases k where k.person_id = w.person_id)) as met,
    (select count(*)::int from wishes w where w.paused) as paused,
    (select coalesce(json_agg(x order by x.count desc, x.beside desc), '[]') from (
      select kind, whose, count(*) filter (where behind)::int as count, count(*) filter (where not behind)::int as beside, percentile_cont(0.5) within group (order by days)::int as median
      from by_kind group by 1, 2) x) as kinds`

export const worksBoard = query({
  verb: 'career.works',
  input: z.object({}),
  output: Works,
  async run({ db, now }) {
    const { rows } = await db.execute<Works>(worksRow(now))
    return rows[0] as Works
  },
})
