import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import type { LadderFault } from '#domain/ladder-faults'
import { faultsOf } from '#domain/ladder-faults'
import type { Ladder } from '#server/career/ladder-queries'
import type { Catalogue } from '#server/career/standing-queries'

export type Around = { competences: string[]; trainings: string[]; held: { id: string; count: number }[] }

/** What is retired, and who stands where at this moment on the version that another was made from. */
export const aroundRow = (basedOn: SQL): SQL => sql`
    select
      (select coalesce(json_agg(c.id), '[]') from competences c where c.retired_at is not null) as competences,
      (select coalesce(json_agg(t.id), '[]') from trainings t where t.retired_at is not null) as trainings,
      (select coalesce(json_agg(json_build_object('id', h.position_id, 'count', h.count)), '[]') from (
        select e.position_id, count(*)::int as count from current_employments e
        join rungs r on r.position_id = e.position_id and r.version_id = ${basedOn} group by 1) h) as held`

/** What makes a version wrong in itself. */
export function faultsAround(ladder: Ladder, catalogue: Catalogue, around: Around): LadderFault[] {
  return faultsOf(ladder, {
    teachings: catalogue.trainings,
    retired: { competences: new Set(around.competences), trainings: new Set(around.trainings) },
    held: new Map(around.held.map(({ id, count }) => [id, count])),
  })
}

export async function loadFaults(db: Reader, ladder: Ladder, catalogue: Catalogue): Promise<LadderFault[]> {
  const { rows } = await db.execute<Around>(aroundRow(sql`${ladder.basedOn}::uuid`))
  return faultsAround(ladder, catalogue, rows[0] as Around)
}
