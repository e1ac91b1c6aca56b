import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { notFound } from '#domain/refused'
import { Text } from '#domain/text'
import { atMost } from '#server/at-most'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'

const Row = z.object({
  id: z.uuid(),
  slug: z.string(),
  kind: z.enum(['inspection', 'self-check', 'decision']),
  title: Text,
  version: z.number(),
  publishedAt: z.string(),
  items: z.number(),
  critical: z.number(),
})

/** The published checklists. */
export const listChecklists = query({
  verb: 'workplace.checklists',
  input: Page,
  output: pageOf(Row),
  async run({ db, input }) {
    const after = fromCursor<[string]>(input.cursor, ['string'])
    const { rows } = await db.execute<z.infer<typeof Row>>(sql`
      select c.id, c.slug, c.kind, v.title, v.number as version, ${isoMoment(sql`v.published_at`)} as "publishedAt",
        (select count(*)::int from checklist_items i where i.version_id = v.id) as items,
        (select count(*)::int from checklist_items i where i.version_id = v.id and i.critical) as critical
      from checklists c join checklist_versions v on v.checklist_id = c.id and v.status = 'published'
      where ${after ? sql`c.slug > ${after[0]}` : sql`true`} order by c.slug ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.slug])
  },
})

const Limits = z.object({
  season: z.enum(['any', 'warm', 'cold']),
  failLow: z.number().nullable(),
  okLow: z.number().nullable(),
  okHigh: z.number().nullable(),
  failHigh: z.number().nullable(),
})
const Norm = z.object({
  slug: z.string(),
  title: Text,
  inForce: z.enum(['yes', 'no', 'unknown']),
  evidence: z.string(),
})
const Item = z.object({
  key: z.string(),
  type: z.string(),
  title: Text,
  hint: Text.nullable(),
  weight: z.number(),
  critical: z.boolean(),
  perSeat: z.boolean(),
  unit: z.string().nullable(),
  limits: z.array(Limits),
  options: z.array(z.object({ label: Text, score: z.number() })),
  norms: z.array(Norm),
})
export type ChecklistItem = z.infer<typeof Item>
const Section = z.object({ id: z.uuid(), title: Text, items: z.array(Item) })
const Checklist = Row.omit({ items: true, critical: true }).extend({ sections: z.array(Section) })

const ITEMS = sql`(
  select coalesce(json_agg(json_build_object('key', i.key, 'type', i.type, 'title', i.title, 'hint', i.hint, 'weight', i.weight,
    'critical', i.critical, 'perSeat', i.per_seat, 'unit', i.unit,
    'limits', (select coalesce(json_agg(json_build_object('season', l.season, 'failLow', l.fail_low, 'okLow', l.ok_low,
        'okHigh', l.ok_high, 'failHigh', l.fail_high) order by l.season), '[]') from item_limits l where l.item_id = i.id),
    'options', (select coalesce(json_agg(json_build_object('label', o.label, 'score', o.score) order by o.position), '[]')
      from item_options o where o.item_id = i.id),
    'norms', (select coalesce(json_agg(json_build_object('slug', n.slug, 'title', n.title, 'inForce', n.in_force, 'evidence', n.evidence)
        order by n.slug), '[]') from item_norms x join norms n on n.slug = x.norm_slug where x.item_id = i.id)) order by i.position), '[]')
  from checklist_items i where i.section_id = s.id)`

/** One published checklist: every question with its limits and what they stand on. */
export const showChecklist = query({
  verb: 'workplace.checklist',
  input: z.object({ slug: z.string().max(100) }),
  output: Checklist,
  async run({ db, input }) {
    const { rows } = await db.execute<z.infer<typeof Checklist>>(sql`
      select c.id, c.slug, c.kind, v.title, v.number as version, ${isoMoment(sql`v.published_at`)} as "publishedAt",
        (select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'items', ${ITEMS}) order by s.position), '[]')
          from checklist_sections s where s.version_id = v.id) as sections
      from checklists c join checklist_versions v on v.checklist_id = c.id and v.status = 'published'
      where c.slug = ${input.slug}`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})
