import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { checklistItems } from '#db/schema/checklists'
import { keptItem } from '#domain/checklist-item'
import { SetItem } from '#domain/checklists'
import { nameFrom } from '#domain/latin'
import { invalid, notFound } from '#domain/refused'
import { command } from '#server/command'
import { countEdit, lockDraftWith } from '#server/workplace/lock-draft-queries'
import { dropParts, storeItems, storeParts } from '#server/workplace/store-checklist'

type Known = { sectionId: string; key: string; type: string }

const lastIn = async (tx: Tx, sectionId: string): Promise<number> => {
  const { rows } = await tx.execute<{ next: number }>(
    sql`select coalesce(max(position) + 1, 0)::int as next from checklist_items where section_id = ${sectionId}`,
  )
  return rows[0]?.next ?? 0
}

/** Keys that any version of the checklist has: a new question never takes the name of one that was asked before. */
const takenKeys = async (tx: Tx, checklistId: string): Promise<string[]> => {
  const { rows } = await tx.execute<{ key: string }>(sql`
    select key from item_keys where checklist_id = ${checklistId}
    union select i.key from checklist_items i join checklist_versions v on v.id = i.version_id where v.checklist_id = ${checklistId}`)
  return rows.map(({ key }) => key)
}

/** Writes a question of a draft: a new one at the end of its section, or another wording, weight, limits of one that is there. */
export const setItem = command({
  verb: 'workplace.editChecklist',
  input: SetItem,
  output: z.object({ itemId: z.uuid(), slug: z.string() }),
  subject: (tx, { sectionId }) => lockDraftWith(tx, 'section', sectionId),
  audit: ({ subject, result }) => ({
    kind: 'checklist',
    id: subject.draft.versionId,
    detail: { itemId: result.itemId },
  }),
  async run({ tx, input, subject: { draft }, newId }) {
    const { itemId, sectionId } = input
    const { versionId, slug } = draft
    await countEdit(tx, versionId)
    if (!itemId) {
      const key = nameFrom(input.title.uk, await takenKeys(tx, draft.checklistId), '_')
      const from = await lastIn(tx, sectionId)
      const [id = ''] = await storeItems(tx, { versionId, sectionId, from }, [keptItem(input, key)], newId)
      return { itemId: id, slug }
    }
    const { rows } = await tx.execute<Known>(sql`
      select section_id as "sectionId", key, type from checklist_items where id = ${itemId} and version_id = ${versionId}`)
    const known = rows[0]
    if (!known) throw notFound()
    if (known.type !== input.type) throw invalid('type', 'typeStays')
    const item = keptItem(input, known.key)
    const { limits: _limits, options: _options, norms: _norms, ...row } = item
    const moved = known.sectionId === sectionId ? {} : { sectionId, position: await lastIn(tx, sectionId) }
    await dropParts(tx, itemId)
    await tx
      .update(checklistItems)
      .set({ ...row, ...moved, measuredBy: row.metric ? 'browser' : 'person' })
      .where(eq(checklistItems.id, itemId))
    await storeParts(tx, [{ item, id: itemId }])
    return { itemId, slug }
  },
})
