import { sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client'
import { actionPhotos } from '#db/schema/actions'
import type { Actor } from '#domain/access'
import { reach } from '#domain/access'
import { conflict } from '#domain/refused'
import { takeFiles } from '#server/attached-files'
import { visiblePlace } from '#server/workplace/action-queries'

/** Whoever may see the action or the round sees its photos; so does who reported the fault. */
export async function seesPhoto(reader: Reader, actor: Actor, fileId: string): Promise<boolean> {
  const action = visiblePlace(reach(actor, 'workplace.actions'), {
    people: [sql`a.assignee_id`],
    siteId: sql`r.site_id`,
    workplaceId: sql`a.workplace_id`,
  })
  const round = visiblePlace(reach(actor, 'workplace.round'), {
    people: [sql`i.started_by`],
    siteId: sql`r.site_id`,
    workplaceId: sql`i.workplace_id`,
  })
  const { rows } = await reader.execute<{ seen: boolean }>(sql`
    select exists (
      select from action_photos x join actions a on a.id = x.action_id join rooms r on r.id = a.room_id
      where x.file_id = ${fileId} and (${action} or exists (
        select from faults f where f.action_id = a.id and f.reported_by = ${actor.personId}))
    ) or exists (
      select from answer_photos x join inspections i on i.id = x.inspection_id join rooms r on r.id = i.room_id
      where x.file_id = ${fileId} and ${round}) as seen`)
  return rows[0]?.seen ?? false
}

type Photos = {
  tx: Tx
  actor: Actor
  now: Date
  actionId: string
  fileIds: readonly string[]
  shows: 'fault' | 'mended'
}

export async function addActionPhotos({ tx, actor, now, actionId, fileIds, shows }: Photos): Promise<void> {
  if (!fileIds.length) return
  await takeFiles({ tx, actor, now, room: 'workplace', fileIds })
  const rows = [...new Set(fileIds)].map((fileId) => ({ fileId, actionId, shows, addedAt: now }))
  await tx.insert(actionPhotos).values(rows)
}

/** Questions of a round that ask for a photo of what is wrong, were failed, and have none. */
export async function itemsWithoutPhoto(reader: Reader, inspectionId: string): Promise<string[]> {
  const { rows } = await reader.execute<{ id: string }>(sql`
    select x.id from answers a join checklist_items x on x.id = a.item_id
    where a.inspection_id = ${inspectionId} and a.band = 'fail' and x.photo_on_fail
      and not exists (select from answer_photos h where h.inspection_id = a.inspection_id and h.item_id = a.item_id)`)
  return rows.map(({ id }) => id)
}

export async function refuseUnseen(tx: Tx, inspectionId: string): Promise<void> {
  const { length: count } = await itemsWithoutPhoto(tx, inspectionId)
  if (count) throw conflict('workplace.photosMissing', { count })
}
