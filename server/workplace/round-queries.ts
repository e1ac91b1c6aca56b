import { sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client'
import type { Actor } from '#domain/access'
import { notFound } from '#domain/refused'
import type { ScoredItem, ScoringRule, Season } from '#domain/scoring'
import { limitsOf } from '#server/workplace/content-queries'
import { findRoom, findSeat, type Place } from '#server/workplace/place-queries'

export type Round = {
  id: string
  versionId: string
  kind: 'inspection' | 'self-check'
  status: 'in-progress' | 'submitted' | 'returned' | 'approved' | 'void'
  season: Season
  startedBy: string
  scoring: ScoringRule
  place: Place
}

/** A round with its place. Submitting locks for update; answering only holds it, so that two may answer at once. */
export async function lockRound(tx: Tx, id: string, actor: Actor, lock: 'update' | 'share') {
  const strength = lock === 'update' ? sql`for update of i` : sql`for share of i`
  const { rows } = await tx.execute<
    Omit<Round, 'place'> & { workplaceId: string | null; roomId: string }
  >(sql`
    select i.id, i.version_id as "versionId", c.kind, i.status, i.season, i.started_by as "startedBy", v.scoring,
      i.workplace_id as "workplaceId", i.room_id as "roomId"
    from inspections i join checklist_versions v on v.id = i.version_id join checklists c on c.id = v.checklist_id
    where i.id = ${id} ${strength}`)
  if (!rows[0]) throw notFound()
  const { workplaceId, roomId, ...round } = rows[0]
  const place = workplaceId ? await findSeat(tx, workplaceId, actor) : await findRoom(tx, roomId)
  const { people, teamId, siteId } = place
  return { ...round, place, people: [...people, round.startedBy], teamId, siteId }
}

export type Item = ScoredItem & { key: string; photoOnFail: boolean }

const SCORED = sql`
    select i.id, i.key, i.section_id as "sectionId", i.type, i.weight, i.critical, i.photo_on_fail as "photoOnFail", i.scale_min as "scaleMin", i.scale_max as "scaleMax",
      ${limitsOf(sql`i.id`)} as limits,
      (select coalesce(json_agg(json_build_object('key', o.key, 'score', o.score)), '[]') from item_options o where o.item_id = i.id) as options
    from checklist_items i`

/** What a round asks: of an inspection the items of a seat or those of a room, of a self-check all. */
export async function loadItems(
  reader: Reader,
  { versionId, kind, place }: Pick<Round, 'versionId' | 'kind' | 'place'>,
) {
  const scope = kind === 'inspection' ? sql`i.per_seat = ${place.workplaceId !== null}` : sql`true`
  const { rows } = await reader.execute<Item>(sql`${SCORED} where i.version_id = ${versionId} and ${scope}`)
  return rows
}

/** One item, to be measured again. */
export async function loadItem(reader: Reader, itemId: string): Promise<Item> {
  const { rows } = await reader.execute<Item>(sql`${SCORED} where i.id = ${itemId}`)
  if (!rows[0]) throw notFound()
  return rows[0]
}
