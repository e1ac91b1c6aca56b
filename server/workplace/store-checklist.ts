import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { checklistItems, checklistSections, itemLimits, itemNorms, itemOptions } from '#db/schema/checklists'
import type { KeptItem, KeptSection } from '#domain/checklist-item'
import type { Context } from '#server/command'

type Id = Context['newId']

/** Writes the questions of a section from a place on, with everything that hangs on them. */
export async function storeItems(
  tx: Tx,
  { versionId, sectionId, from }: { versionId: string; sectionId: string; from: number },
  items: readonly KeptItem[],
  newId: Id,
): Promise<string[]> {
  if (!items.length) return []
  const made = items.map((item) => ({ item, id: newId() }))
  await tx.insert(checklistItems).values(
    made.map(({ item: { limits, options, norms, ...row }, id }, index) => ({
      ...row,
      id,
      versionId,
      sectionId,
      position: from + index,
      measuredBy: row.metric ? 'browser' : 'person',
    })),
  )
  await storeParts(tx, made)
  return made.map(({ id }) => id)
}

/** The limits, answers and norms of questions that have none yet. */
export async function storeParts(tx: Tx, made: readonly { item: KeptItem; id: string }[]): Promise<void> {
  const limits = made.flatMap(({ item, id }) => item.limits.map((one) => ({ ...one, itemId: id })))
  const options = made.flatMap(({ item, id }) =>
    item.options.map((one, position) => ({ ...one, itemId: id, position })),
  )
  const norms = made.flatMap(({ item, id }) => item.norms.map((normSlug) => ({ itemId: id, normSlug })))
  if (limits.length) await tx.insert(itemLimits).values(limits)
  if (options.length) await tx.insert(itemOptions).values(options)
  if (norms.length) await tx.insert(itemNorms).values(norms)
}

export async function storeContent(
  tx: Tx,
  versionId: string,
  sections: readonly KeptSection[],
  newId: Id,
): Promise<void> {
  for (const [position, { key, title, items }] of sections.entries()) {
    const sectionId = newId()
    await tx.insert(checklistSections).values({ id: sectionId, versionId, key, position, title })
    await storeItems(tx, { versionId, sectionId, from: 0 }, items, newId)
  }
}

/** Takes away everything that hangs on a question. */
export async function dropParts(tx: Tx, itemId: string): Promise<void> {
  for (const table of [itemLimits, itemOptions, itemNorms])
    await tx.execute(sql`delete from ${table} where item_id = ${itemId}`)
}

/** Empties a draft. */
export async function dropContent(tx: Tx, versionId: string): Promise<void> {
  for (const table of [itemLimits, itemOptions, itemNorms])
    await tx.execute(
      sql`delete from ${table} where item_id in (select id from checklist_items where version_id = ${versionId})`,
    )
  await tx.execute(sql`delete from checklist_items where version_id = ${versionId}`)
  await tx.execute(sql`delete from checklist_sections where version_id = ${versionId}`)
}
