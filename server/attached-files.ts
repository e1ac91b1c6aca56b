import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { Actor } from '#domain/access'
import type { FileRoom } from '#domain/files'
import { invalid } from '#domain/refused'

type Taking = { tx: Tx; actor: Actor; now: Date; room: FileRoom; fileIds: readonly string[] }

/**
 * Gives loose files to a thing of a room: one's own, or those that were sent without a name. The room then stores which thing has
 * which. Each file has one thing. @throws Refused `invalid` where one of them is not there to be taken.
 */
export async function takeFiles({ tx, actor, now, room, fileIds }: Taking): Promise<void> {
  const wanted = [...new Set(fileIds)]
  if (!wanted.length) return
  const { rows } = await tx.execute<{ id: string }>(sql`
    update files set attached_at = case when uploaded_by is null then date_trunc('day', ${now}::timestamptz) else ${now}::timestamptz end
    where id = any(${sql.param(wanted)}::uuid[]) and room = ${room} and attached_at is null
      and (uploaded_by = ${actor.personId} or uploaded_by is null)
    returning id`)
  if (rows.length !== wanted.length) throw invalid('fileIds', 'fileGone')
}
