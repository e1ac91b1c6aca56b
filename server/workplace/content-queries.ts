import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import type { KeptSection } from '#domain/checklist-item'
import { ITEM_METRICS, ITEM_TYPES, SEASONS } from '#domain/checklist-item'
import { Text } from '#domain/localized'

export const Scoring = z.object({
  pass: z.number(),
  conditional: z.number(),
  minSection: z.number().optional(),
  minCompleteness: z.number(),
})
const Bound = z.number().nullable()
export const Limits = z.array(
  z.object({ season: z.enum(SEASONS), failLow: Bound, okLow: Bound, okHigh: Bound, failHigh: Bound }),
)
/** A question as it is kept, in any version. */
export const WrittenItem = z.object({
  id: z.uuid(),
  key: z.string(),
  type: z.enum(ITEM_TYPES),
  title: Text,
  hint: Text.nullable(),
  weight: z.number(),
  critical: z.boolean(),
  perSeat: z.boolean(),
  naAllowed: z.boolean(),
  photoOnFail: z.boolean(),
  unit: z.string().nullable(),
  plausibleLow: Bound,
  plausibleHigh: Bound,
  scaleMin: Bound,
  scaleMax: Bound,
  instrumentKind: z.string().nullable(),
  metric: z.enum(ITEM_METRICS).nullable(),
  limits: Limits,
  options: z.array(z.object({ key: z.string(), label: Text, score: z.number() })),
  norms: z.array(z.string()),
})

/** The limits of a question, as a column. */
export const limitsOf = (itemId: SQL): SQL => sql`
  (select coalesce(json_agg(json_build_object('season', l.season, 'failLow', l.fail_low, 'okLow', l.ok_low,
    'okHigh', l.ok_high, 'failHigh', l.fail_high) order by l.season), '[]') from item_limits l where l.item_id = ${itemId})`

/** What is kept of a question, as parts of a JSON object; `i` is its row. */
export const KEPT = sql`'key', i.key, 'type', i.type, 'title', i.title, 'hint', i.hint, 'weight', i.weight,
  'critical', i.critical, 'perSeat', i.per_seat, 'naAllowed', i.na_allowed, 'photoOnFail', i.photo_on_fail, 'unit', i.unit,
  'plausibleLow', i.plausible_low, 'plausibleHigh', i.plausible_high, 'scaleMin', i.scale_min, 'scaleMax', i.scale_max,
  'instrumentKind', i.instrument_kind, 'metric', i.metric,
  'limits', ${limitsOf(sql`i.id`)},
  'options', (select coalesce(json_agg(json_build_object('key', o.key, 'label', o.label, 'score', o.score) order by o.position), '[]')
    from item_options o where o.item_id = i.id)`

const NORM_SLUGS = sql`(select coalesce(json_agg(x.norm_slug order by x.norm_slug), '[]') from item_norms x where x.item_id = i.id)`

/** A version's sections as they are copied, compared and exported; `version` is an expression of its id. */
export const keptSections = (version: ReturnType<typeof sql>) => sql`(
  select coalesce(json_agg(json_build_object('key', s.key, 'title', s.title, 'items', (
      select coalesce(json_agg(json_build_object(${KEPT}, 'norms', ${NORM_SLUGS}) order by i.position), '[]')
      from checklist_items i where i.section_id = s.id)) order by s.position), '[]')
  from checklist_sections s where s.version_id = ${version})`

export async function loadContent(tx: Tx, versionId: string): Promise<KeptSection[]> {
  const { rows } = await tx.execute<{ sections: KeptSection[] }>(
    sql`select ${keptSections(sql`${versionId}::uuid`)} as sections`,
  )
  return rows[0]?.sections ?? []
}
