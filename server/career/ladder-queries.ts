import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { MOVE_KINDS, Move, Rung } from '#domain/ladder-diff'
import { Text } from '#domain/localized'
import { Requirement } from '#domain/readiness'
import { notFound } from '#domain/refused'

/** A position as it stands in a version of a ladder. */
export const LadderPosition = Rung.extend({
  slug: z.string(),
  family: z.enum(MOVE_KINDS),
})

export const Ladder = z.object({
  id: z.uuid(),
  ladderId: z.uuid(),
  title: Text,
  number: z.number(),
  state: z.enum(['draft', 'published', 'superseded']),
  edits: z.number(),
  basedOn: z.uuid().nullable(),
  whatChanged: Text.nullable(),
  publishedAt: z.string().nullable(),
  rungs: z.array(LadderPosition),
  moves: z.array(Move),
  requirements: z.array(Requirement),
})
export type Ladder = z.infer<typeof Ladder>

const LADDER = sql`
  select v.id, v.ladder_id as "ladderId", l.title, v.number, v.state, v.edits, v.based_on as "basedOn",
    v.what_changed as "whatChanged", to_json(v.published_at) #>> '{}' as "publishedAt",
    (select coalesce(json_agg(json_build_object('positionId', r.position_id, 'rung', r.rung, 'seats', r.seats, 'slug', p.slug,
        'title', r.title, 'purpose', r.purpose, 'family', p.family) order by r.rung nulls last, r.title ->> 'uk'), '[]')
      from rungs r join positions p on p.id = r.position_id where r.version_id = v.id) as rungs,
    (select coalesce(json_agg(json_build_object('fromId', m.from_id, 'toId', m.to_id, 'kind', m.kind)), '[]')
      from moves m where m.version_id = v.id) as moves,
    (select coalesce(json_agg(json_build_object('id', r.id, 'positionId', r.position_id, 'kind', r.kind,
        'competenceId', r.competence_id, 'level', r.level, 'trainingId', r.training_id, 'key', r.key,
        'threshold', r.threshold, 'windowMonths', r.window_months, 'hard', r.hard, 'weight', r.weight)
        order by r.kind, r.key, r.id), '[]')
      from requirements r where r.version_id = v.id) as requirements
  from ladder_versions v join ladders l on l.id = v.ladder_id`

/** The whole of one version, in one statement. */
export async function loadVersion(db: Reader, versionId: string): Promise<Ladder> {
  const { rows } = await db.execute<Ladder>(sql`${LADDER} where v.id = ${versionId}`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** A version and the one that it is compared with, by default the one that it was made from, in one statement. */
export async function loadPair(
  db: Reader,
  versionId: string,
  compareWith: string | undefined,
): Promise<{ ladder: Ladder; other: Ladder | null }> {
  const { rows } =
    await db.execute<Ladder>(sql`${LADDER} where v.id = ${versionId} or v.id = coalesce(${compareWith ?? null}::uuid,
    (select b.based_on from ladder_versions b where b.id = ${versionId}))`)
  const ladder = rows.find(({ id }) => id === versionId)
  const other = rows.find(({ id }) => id !== versionId) ?? null
  if (!ladder || (compareWith && compareWith !== versionId && !other)) throw notFound()
  return { ladder, other }
}

/** Which of the published ladders (`v` of `l`) is somebody's: the one with their position, else the oldest. */
const nearest = (positionId: SQL | string | null) => sql`
  where v.state = 'published'
  order by exists (select 1 from rungs r where r.version_id = v.id and r.position_id = ${positionId}::uuid) desc, l.created_at, l.id
  limit 1`

/** The published ladder on which a position stands; the oldest ladder where it stands on none. */
export async function loadPublished(db: Reader, positionId: string | null): Promise<Ladder | undefined> {
  const { rows } = await db.execute<Ladder>(sql`${LADDER} ${nearest(positionId)}`)
  return rows[0]
}

/** The same version's id inside a statement. */
export const publishedId = (positionId: SQL | string | null) => sql`(
  select v.id from ladder_versions v join ladders l on l.id = v.ladder_id ${nearest(positionId)})`

/** Positions whose holders look at this version: of the published ladders it is theirs. */
export const homeOf = (versionId: string) =>
  sql`(select h.id from positions h where ${publishedId(sql`h.id`)} = ${versionId}::uuid)`
