import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { HARD_STEPS_MOST, hardStepsOf, LadderFault } from '#domain/ladder-faults'
import type { Around } from '#server/career/fault-queries'
import { aroundRow, faultsAround } from '#server/career/fault-queries'
import type { Ladder } from '#server/career/ladder-queries'
import { loadVersion } from '#server/career/ladder-queries'
import { checksOf, heldPairs, reachablePairs } from '#server/career/met-queries'
import type { Catalogue } from '#server/career/standing-queries'
import { loadCatalogue } from '#server/career/standing-queries'
import { query } from '#server/query'

/**
 * Of whom a position is open to: how many are ready. Of whoever holds it: how many meet its own rules (the mirror), and of how many
 * nobody can say, since too few of their contacts were scored.
 */
const Standing = z.object({
  positionId: z.uuid(),
  ready: z.number(),
  open: z.number(),
  meets: z.number(),
  unknown: z.number(),
  holders: z.number(),
})
/** Of one requirement: how many of those of whom it is known meet it, and how many lack it alone. */
const Weight = z.object({ requirementId: z.uuid(), met: z.number(), of: z.number(), only: z.number() })
export type Counted = { positions: z.infer<typeof Standing>[]; requirements: z.infer<typeof Weight>[] }

/** Everybody against everything that a version asks of where they could go and where they stand, as one row. */
export function readyRow(versionId: SQL, now: Date): SQL {
  const pairs = sql`select *, true as reaches from (${reachablePairs(versionId)}) a
    union all select *, false from (${heldPairs(versionId)}) b`
  const asked = sql`select distinct person_id, position_id, version_id from (${pairs}) z`
  return sql`
    with all_pairs as materialized (${pairs}),
    c as materialized (${checksOf({ pairs: asked, now })}),
    pair as materialized (
      select a.person_id, a.position_id, a.reaches, coalesce(m.missing, 0) as missing, coalesce(m.lacking, 0) as lacking
      from all_pairs a left join (
        select person_id, position_id, count(*) filter (where blocks and met is not true)::int as missing,
          count(*) filter (where blocks and not met)::int as lacking from c group by 1, 2
      ) m on m.person_id = a.person_id and m.position_id = a.position_id
    )
    select
      (select coalesce(json_agg(x), '[]') from (
        select position_id as "positionId", count(*) filter (where reaches and missing = 0)::int as ready,
          count(*) filter (where reaches)::int as open, count(*) filter (where not reaches and missing = 0)::int as meets,
          count(*) filter (where not reaches and missing > 0 and lacking = 0)::int as unknown,
          count(*) filter (where not reaches)::int as holders
        from pair group by 1) x) as positions,
      (select coalesce(json_agg(x), '[]') from (
        select c.requirement_id as "requirementId", count(*) filter (where c.met)::int as met, count(c.met)::int as of,
          count(*) filter (where p.reaches and p.missing = 1 and c.blocks and c.met is not true)::int as only
        from c join pair p on p.person_id = c.person_id and p.position_id = c.position_id and p.reaches
        group by 1) x) as requirements`
}

export async function countReady(db: Reader, versionId: SQL, now: Date): Promise<Counted> {
  const { rows } = await db.execute<Counted>(readyRow(versionId, now))
  return rows[0] as Counted
}

export const Consequences = z.object({
  positions: z.array(Standing.extend({ readyBefore: z.number().nullable() })),
  requirements: z.array(Weight),
  moves: z.array(z.object({ fromId: z.uuid(), toId: z.uuid(), hardSteps: z.number() })),
  hardStepsMost: z.number(),
  faults: z.array(LadderFault),
})
export type Weighed = { counted: Counted; before: Counted | null; around: Around }

/** The columns of a statement that say what a version would mean for the people of today. */
export const weighedColumns = (versionId: string, now: Date): SQL => {
  const id = sql`${versionId}::uuid`
  const basedOn = sql`(select v.based_on from ladder_versions v where v.id = ${id} and v.state = 'draft')`
  return sql`
    (select row_to_json(x) from (${readyRow(id, now)}) x) as counted,
    case when ${basedOn} is not null then (select row_to_json(x) from (${readyRow(basedOn, now)}) x) end as before,
    (select row_to_json(x) from (${aroundRow(sql`(select v.based_on from ladder_versions v where v.id = ${id})`, now)}) x) as around`
}

export function consequencesOf(
  ladder: Ladder,
  catalogue: Catalogue,
  { counted, before, around }: Weighed,
): z.infer<typeof Consequences> {
  const readyBefore = (id: string) =>
    before?.positions.find(({ positionId }) => positionId === id)?.ready ?? null
  return {
    positions: counted.positions.map((one) => ({ ...one, readyBefore: readyBefore(one.positionId) })),
    requirements: counted.requirements,
    moves: ladder.moves.map((move) => ({
      fromId: move.fromId,
      toId: move.toId,
      hardSteps: hardStepsOf(ladder, move, catalogue.trainings),
    })),
    hardStepsMost: HARD_STEPS_MOST,
    faults: faultsAround(ladder, catalogue, around),
  }
}

/** What a version would mean for the people of today, computed anew at each look. */
export const ladderConsequences = query({
  verb: 'career.consequences',
  input: z.object({ versionId: z.uuid() }),
  output: Consequences,
  async run({ db, input, now }) {
    const [ladder, catalogue, { rows }] = await Promise.all([
      loadVersion(db, input.versionId),
      loadCatalogue(db, now),
      db.execute<Weighed>(sql`select ${weighedColumns(input.versionId, now)}`),
    ])
    return consequencesOf(ladder, catalogue, rows[0] as Weighed)
  },
})
