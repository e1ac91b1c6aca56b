import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import type { LadderFault } from '#domain/ladder-faults'
import { faultsOf } from '#domain/ladder-faults'
import type { Ladder } from '#server/career/ladder-queries'
import type { Catalogue } from '#server/career/standing-queries'

type Count = { id: string; count: number }
export type Around = { competences: string[]; trainings: string[]; held: Count[]; awaited: Count[] }

/** What is retired, who stands where at this moment on the version that another was made from, and for what they have openings. */
export const aroundRow = (basedOn: SQL, now: Date): SQL => sql`
    select
      (select coalesce(json_agg(c.id), '[]') from competences c where c.retired_at is not null) as competences,
      (select coalesce(json_agg(t.id), '[]') from trainings t where t.retired_at is not null) as trainings,
      (select coalesce(json_agg(json_build_object('id', h.position_id, 'count', h.count)), '[]') from (
        select e.position_id, count(*)::int as count from current_employments e
        join rungs r on r.position_id = e.position_id and r.version_id = ${basedOn} group by 1) h) as held,
      (select coalesce(json_agg(json_build_object('id', h.position_id, 'count', h.count)), '[]') from (
        select o.position_id, count(*)::int as count from openings o join sites s on s.id = o.site_id
        join rungs r on r.position_id = o.position_id and r.version_id = ${basedOn}
        where o.cancelled_at is null and o.closes_on >= (${now.toISOString()}::timestamptz at time zone s.time_zone)::date
          or exists (select from applications a join current_employments e on e.person_id = a.person_id
            where a.opening_id = o.id and (a.state = 'submitted' or a.state = 'accepted' and a.released_at is null))
        group by 1) h) as awaited`

/** What makes a version wrong in itself. */
export function faultsAround(ladder: Ladder, catalogue: Catalogue, around: Around): LadderFault[] {
  return faultsOf(ladder, {
    teachings: catalogue.trainings,
    retired: { competences: new Set(around.competences), trainings: new Set(around.trainings) },
    held: new Map(around.held.map(({ id, count }) => [id, count])),
    awaited: new Map(around.awaited.map(({ id, count }) => [id, count])),
  })
}

export async function loadFaults(
  db: Reader,
  ladder: Ladder,
  catalogue: Catalogue,
  now: Date,
): Promise<LadderFault[]> {
  const { rows } = await db.execute<Around>(aroundRow(sql`${ladder.basedOn}::uuid`, now))
  return faultsAround(ladder, catalogue, rows[0] as Around)
}
