import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import {
  checklistItems,
  checklistSections,
  checklists,
  checklistVersions,
  itemLimits,
  itemNorms,
  itemOptions,
  norms,
} from '#db/schema/checklists'
import { referenceId } from '#db/seed/reference/ids'
import { Text } from '#domain/localized'
import checklistsContent from './content/checklists.json'
import normsContent from './content/norms.json'

const Bound = z.number().nullable()
/** Fail below, ok from, ok to, fail above. */
const Limits = z.tuple([Bound, Bound, Bound, Bound])
const Item = z.object({
  key: z.string(),
  type: z.string(),
  weight: z.number(),
  critical: z.boolean(),
  title: Text,
  hint: Text.optional(),
  unit: z.string().optional(),
  plausible: z.tuple([z.number(), z.number()]).optional(),
  limits: z.partialRecord(z.enum(['any', 'warm', 'cold']), Limits).default({}),
  instrument: z.string().optional(),
  scale: z.tuple([z.number(), z.number()]).optional(),
  naAllowed: z.boolean().default(true),
  photoOnFail: z.boolean().default(false),
  perSeat: z.boolean().default(false),
  /** What the seat measures of itself. */
  metric: z.string().optional(),
  options: z.array(z.object({ key: z.string(), score: z.number(), label: Text })).default([]),
  norms: z.array(z.string()),
})
const Checklist = z.object({
  slug: z.string(),
  kind: z.string(),
  title: Text,
  scoring: z.object({
    pass: z.number(),
    conditional: z.number(),
    minSection: z.number().optional(),
    minCompleteness: z.number(),
  }),
  sections: z.array(z.object({ key: z.string(), title: Text, items: z.array(Item) })),
})
const Norm = z.object({
  slug: z.string(),
  title: Text,
  jurisdiction: z.string(),
  inForce: z.string(),
  evidence: z.string(),
  source: z.string().nullable(),
})

const itemRow = (
  item: z.infer<typeof Item>,
  place: { id: string; versionId: string; sectionId: string; position: number },
) => ({
  ...place,
  key: item.key,
  type: item.type,
  title: item.title,
  hint: item.hint ?? null,
  weight: item.weight,
  critical: item.critical,
  unit: item.unit ?? null,
  plausibleLow: item.plausible?.[0] ?? null,
  plausibleHigh: item.plausible?.[1] ?? null,
  scaleMin: item.scale?.[0] ?? null,
  scaleMax: item.scale?.[1] ?? null,
  naAllowed: item.naAllowed,
  photoOnFail: item.photoOnFail,
  instrumentKind: item.instrument ?? null,
  perSeat: item.perSeat,
  measuredBy: item.metric ? 'browser' : 'person',
  metric: item.metric ?? null,
})

const limitRows = (itemId: string, { limits }: z.infer<typeof Item>) =>
  Object.entries(limits).map(([season, [failLow, okLow, okHigh, failHigh]]) => ({
    itemId,
    season,
    failLow,
    okLow,
    okHigh,
    failHigh,
  }))

const storeSections = async (
  tx: Tx,
  versionId: string,
  { slug, sections }: z.infer<typeof Checklist>,
): Promise<void> => {
  for (const [position, section] of sections.entries()) {
    const sectionId = referenceId('checklist-section', `${slug}/1/${section.key}`)
    await tx
      .insert(checklistSections)
      .values({ id: sectionId, versionId, key: section.key, position, title: section.title })
    const items = section.items.map((item, index) => ({
      item,
      id: referenceId('checklist-item', `${slug}/1/${item.key}`),
      index,
    }))
    await tx
      .insert(checklistItems)
      .values(
        items.map(({ item, id, index }) => itemRow(item, { id, versionId, sectionId, position: index })),
      )
    const limits = items.flatMap(({ item, id }) => limitRows(id, item))
    const options = items.flatMap(({ item, id }) =>
      item.options.map((option, index) => ({ ...option, itemId: id, position: index })),
    )
    const grounds = items.flatMap(({ item, id }) => item.norms.map((normSlug) => ({ itemId: id, normSlug })))
    if (limits.length) await tx.insert(itemLimits).values(limits)
    if (options.length) await tx.insert(itemOptions).values(options)
    if (grounds.length) await tx.insert(itemNorms).values(grounds)
  }
}

const storeChecklist = async (tx: Tx, checklist: z.infer<typeof Checklist>, now: Date): Promise<void> => {
  const { slug, kind, title, scoring } = checklist
  const id = referenceId('checklist', slug)
  const made = await tx
    .insert(checklists)
    .values({ id, slug, kind, createdAt: now })
    .onConflictDoNothing()
    .returning()
  if (!made.length) return
  const versionId = referenceId('checklist-version', `${slug}/1`)
  await tx
    .insert(checklistVersions)
    .values({ id: versionId, checklistId: id, number: 1, status: 'draft', title, scoring, createdAt: now })
  await storeSections(tx, versionId, checklist)
  await tx
    .update(checklistVersions)
    .set({ status: 'published', publishedAt: now })
    .where(and(eq(checklistVersions.id, versionId), eq(checklistVersions.status, 'draft')))
}

/** The inspection, the operator's own check, and what their limits stand on. */
export async function seedWorkplaceReference(tx: Tx, now: Date): Promise<void> {
  const grounds = z.array(Norm).parse(normsContent)
  await tx
    .insert(norms)
    .values(grounds.map((norm) => ({ ...norm, changedAt: now })))
    .onConflictDoNothing()
  for (const checklist of z.array(Checklist).parse(checklistsContent))
    await storeChecklist(tx, checklist, now)
}
