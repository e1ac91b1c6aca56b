import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { checklistVersions } from '#db/schema/checklists'
import { conflict, notFound } from '#domain/refused'

type Draft = { versionId: string; checklistId: string; slug: string; number: number; edits: number }
/** Templates belong to all sites. */
type OfAll = { siteId: null; draft: Draft }

const lockWhere = async (tx: Tx, which: ReturnType<typeof sql>): Promise<OfAll> => {
  const { rows } = await tx.execute<Draft>(sql`
    select v.id as "versionId", v.checklist_id as "checklistId", c.slug, v.number, v.edits
    from checklist_versions v join checklists c on c.id = v.checklist_id
    where v.status = 'draft' and ${which} for update of v`)
  if (!rows[0]) throw notFound()
  return { siteId: null, draft: rows[0] }
}

/** The draft of a checklist, locked against everybody who edits or publishes it. */
export const lockDraftOf = (tx: Tx, slug: string) => lockWhere(tx, sql`c.slug = ${slug}`)

/** The draft that a section or a question of it belongs to; what is published is not there to be edited. */
export async function lockDraftWith(tx: Tx, kind: 'section' | 'item', id: string) {
  const table = kind === 'section' ? sql`checklist_sections` : sql`checklist_items`
  const { rows } = await tx.execute<{ status: string }>(sql`
    select v.status from ${table} x join checklist_versions v on v.id = x.version_id where x.id = ${id}`)
  if (rows[0] && rows[0].status !== 'draft') throw conflict('notADraft')
  return lockWhere(tx, sql`v.id = (select version_id from ${table} where id = ${id})`)
}

export async function countEdit(tx: Tx, versionId: string): Promise<void> {
  await tx
    .update(checklistVersions)
    .set({ edits: sql`${checklistVersions.edits} + 1` })
    .where(eq(checklistVersions.id, versionId))
}
