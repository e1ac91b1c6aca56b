import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { MOVE_KINDS, Move } from '#domain/ladder-diff'
import { Text } from '#domain/localized'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { Requirement } from '#domain/readiness'
import { notFound } from '#domain/refused'
import { atMost } from '#server/at-most'
import { LadderPosition, loadPublished } from '#server/career/ladder-queries'
import { readyPairs } from '#server/career/met-queries'
import { readersDay } from '#server/career/site-day-queries'
import { CatalogueCompetence, CatalogueTraining, loadCatalogue } from '#server/career/standing-queries'
import { query } from '#server/query'

const LadderMap = z.object({
  versionId: z.uuid(),
  ladderId: z.uuid(),
  number: z.number(),
  title: Text,
  whatChanged: Text.nullable(),
  publishedAt: z.string(),
  positions: z.array(LadderPosition),
  moves: z.array(Move),
  requirements: z.array(Requirement),
  ownPositionId: z.uuid().nullable(),
})

/** The whole published ladder with the own place on it; null where none is published yet. */
export const ladderMap = query({
  verb: 'career.map',
  input: z.object({}),
  output: LadderMap.nullable(),
  async run({ db, actor }) {
    const ladder = await loadPublished(db, actor.positionId)
    if (!ladder) return null
    const { id, ladderId, number, title, whatChanged, publishedAt, rungs, moves, requirements } = ladder
    return {
      versionId: id,
      ladderId,
      number,
      title,
      whatChanged,
      publishedAt: publishedAt ?? '',
      positions: rungs,
      moves,
      requirements,
      ownPositionId: actor.positionId,
    }
  },
})

const LevelWords = z.object({ competenceId: z.uuid(), level: z.number(), behaviour: Text })
const PositionPage = z.object({
  position: LadderPosition,
  versionNumber: z.number(),
  holders: z.number(),
  /** Honestly: how many are ready now, and how many seats were open in twelve months. */
  ready: z.number(),
  seatsAYear: z.number(),
  requirements: z.array(Requirement),
  moves: z.array(Move),
  others: z.array(LadderPosition),
  words: z.array(LevelWords),
  competences: z.array(CatalogueCompetence),
  trainings: z.array(CatalogueTraining),
  isOwn: z.boolean(),
})

/** One position of the published ladder: what it asks, its levels in words, and the trainings that reach them. */
export const findPosition = query({
  verb: 'career.position',
  input: z.object({ slug: z.string().max(100) }),
  output: PositionPage,
  async run({ db, actor, input, now }) {
    const [ladder, catalogue] = await Promise.all([
      loadPublished(db, actor.positionId),
      loadCatalogue(db, now),
    ])
    const position = ladder?.rungs.find((rung) => rung.slug === input.slug)
    if (!ladder || !position) throw notFound()
    const { positionId } = position
    const pairs = sql`select e.person_id, m.to_id as position_id, m.version_id from moves m
      join current_employments e on e.position_id = m.from_id where m.version_id = ${ladder.id} and m.to_id = ${positionId}`
    const { rows } = await db.execute<
      Pick<z.infer<typeof PositionPage>, 'holders' | 'words' | 'ready' | 'seatsAYear'>
    >(sql`
      select (select count(*)::int from current_employments e where e.position_id = ${positionId}) as holders,
        (select count(*) filter (where r.ready)::int from (${readyPairs({ pairs, now })}) r) as ready,
        (select coalesce(sum(o.seats), 0)::int from openings o where o.position_id = ${positionId}
          and o.cancelled_at is null and o.opens_on > (${readersDay(actor, now)} - interval '12 months')::date
          and o.opens_on <= ${readersDay(actor, now)}) as "seatsAYear",
        (select coalesce(json_agg(json_build_object('competenceId', l.competence_id, 'level', l.level, 'behaviour', l.behaviour)), '[]')
          from requirements r join competence_levels l on l.competence_id = r.competence_id and l.level = r.level
          where r.version_id = ${ladder.id} and r.position_id = ${positionId}) as words`)
    const moves = ladder.moves.filter(({ fromId, toId }) => fromId === positionId || toId === positionId)
    const around = new Set(moves.flatMap(({ fromId, toId }) => [fromId, toId]))
    return {
      position,
      versionNumber: ladder.number,
      holders: rows[0]?.holders ?? 0,
      ready: rows[0]?.ready ?? 0,
      seatsAYear: rows[0]?.seatsAYear ?? 0,
      requirements: ladder.requirements.filter((requirement) => requirement.positionId === positionId),
      moves,
      others: ladder.rungs.filter((rung) => rung.positionId !== positionId && around.has(rung.positionId)),
      words: rows[0]?.words ?? [],
      ...catalogue,
      isOwn: actor.positionId === positionId,
    }
  },
})

const PositionRow = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: Text,
  purpose: Text,
  family: z.enum(MOVE_KINDS),
})

/** Positions in use, by their short name. */
export const listPositions = query({
  verb: 'career.positions',
  input: Page,
  output: pageOf(PositionRow),
  async run({ db, input }) {
    const after = fromCursor<[string]>(input.cursor, ['string'])?.[0] ?? ''
    const { rows } = await db.execute<z.infer<typeof PositionRow>>(sql`
      select p.id, p.slug, p.title, p.purpose, p.family from positions p
      where p.retired_at is null and p.slug > ${after} order by p.slug ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.slug])
  },
})

const CompetenceRow = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: Text,
  cluster: z.string(),
  levels: z.array(z.object({ level: z.number(), behaviour: Text })),
})

/** Competences with each level in words. */
export const listCompetences = query({
  verb: 'career.competences',
  input: Page,
  output: pageOf(CompetenceRow),
  async run({ db, input }) {
    const after = fromCursor<[string]>(input.cursor, ['string'])?.[0] ?? ''
    const { rows } = await db.execute<z.infer<typeof CompetenceRow>>(sql`
      select c.id, c.slug, c.title, c.cluster,
        (select coalesce(json_agg(json_build_object('level', l.level, 'behaviour', l.behaviour) order by l.level), '[]')
          from competence_levels l where l.competence_id = c.id) as levels
      from competences c where c.retired_at is null and c.slug > ${after} order by c.slug ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.slug])
  },
})

const RequirementRow = Requirement.extend({ position: z.string(), title: Text.nullable() })

/** What the published ladders ask, position by position. */
export const listRequirements = query({
  verb: 'career.requirements',
  input: Page.extend({ positionId: z.uuid().optional() }),
  output: pageOf(RequirementRow),
  async run({ db, input }) {
    const after = fromCursor<[string]>(input.cursor, ['string'])?.[0]
    const { rows } = await db.execute<z.infer<typeof RequirementRow>>(sql`
      select r.id, r.position_id as "positionId", r.kind, r.competence_id as "competenceId", r.level,
        r.training_id as "trainingId", r.key, r.threshold::float8 as threshold, r.window_months as "windowMonths", r.hard, r.weight,
        p.slug as position, coalesce(c.title, t.title) as title
      from requirements r join published_versions v on v.id = r.version_id join positions p on p.id = r.position_id
      left join competences c on c.id = r.competence_id left join trainings t on t.id = r.training_id
      where (${input.positionId ?? null}::uuid is null or r.position_id = ${input.positionId ?? null}::uuid)
        and (${after ?? null}::uuid is null or r.id > ${after ?? null}::uuid)
      order by r.id ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.id])
  },
})
