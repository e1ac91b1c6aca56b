import { z } from 'zod'
import type { KeptSection } from '#domain/checklist-item'
import { faultsOfItem, Item } from '#domain/checklist-item'
import { localized } from '#domain/localized'
import type { ScoringRule } from '#domain/scoring'

export const EVIDENCES = ['seen', 'seen-secondary', 'memory', 'house'] as const
export const IN_FORCE = ['yes', 'no', 'unknown'] as const
export const JURISDICTIONS = ['UA', 'EU', 'UK', 'US', 'AU', 'INT', 'HOUSE'] as const
export const CHECKLIST_KINDS = ['inspection', 'self-check'] as const
export const AddChecklist = z.object({ kind: z.enum(CHECKLIST_KINDS), title: localized(120, 3) })
export const OfChecklist = z.object({ slug: z.string().max(100) })
const SetItemFields = Item.extend({ itemId: z.uuid().optional(), sectionId: z.uuid() })

/** Writes a question of a draft; without an id it is a new one. */
export const SetItem = SetItemFields.superRefine((item, context) => {
  for (const { path, key } of faultsOfItem(item))
    context.addIssue({ code: 'custom', path: path.split('.'), message: key })
})

export const SetSection = z.object({
  slug: z.string().max(100),
  sectionId: z.uuid().optional(),
  title: localized(120, 2),
})
export const MOVES = ['up', 'down'] as const
export const MoveContent = z.object({ id: z.uuid(), by: z.enum(MOVES) })
export const RemoveContent = z.object({ id: z.uuid() })
const percent = z.coerce.number().min(0).max(100)
export const EditChecklist = z
  .object({
    slug: z.string().max(100),
    title: localized(120, 3),
    pass: percent,
    conditional: percent,
    minSection: percent.optional(),
    minCompleteness: percent,
  })
  .refine(({ pass, conditional }) => conditional <= pass, { path: ['conditional'], message: 'order' })
export const PublishChecklist = z.object({
  slug: z.string().max(100),
  /** The state of the draft that was read. */
  edits: z.coerce.number().int().min(0),
  changeNote: z.string().trim().min(3, 'required').max(500),
})
export const SetNorm = z.object({
  slug: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{1,59}$/, 'format'),
  title: localized(300, 3),
  jurisdiction: z.enum(JURISDICTIONS),
  inForce: z.enum(IN_FORCE),
  evidence: z.enum(EVIDENCES),
  source: z.string().trim().max(300).optional(),
})

/** The thresholds that a new checklist begins with; HR changes them before it is published. */
export const USUAL_SCORING: ScoringRule = { pass: 85, conditional: 70, minSection: 60, minCompleteness: 80 }

export type DraftFault = { key: 'no-sections' | 'empty-section' | 'unscored'; section?: string }

/** Why a draft cannot be published yet; its questions were each checked when they were written. */
export function faultsOfDraft(sections: readonly KeptSection[]): DraftFault[] {
  if (!sections.length) return [{ key: 'no-sections' }]
  const empty = sections.flatMap(({ title, items }): DraftFault[] =>
    items.length ? [] : [{ key: 'empty-section', section: title.uk }],
  )
  const scored = sections.some(({ items }) => items.some(({ weight }) => weight > 0))
  return scored ? empty : [...empty, { key: 'unscored' }]
}
