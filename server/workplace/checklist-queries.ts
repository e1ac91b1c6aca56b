import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { notFound } from '#domain/refused'
import { atMost } from '#server/at-most'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { KEPT, Scoring, WrittenItem } from '#server/workplace/content-queries'

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

const NormMark = z.object({
  slug: z.string(),
  title: Text,
  inForce: z.enum(['yes', 'no', 'unknown']),
  evidence: z.string(),
  /** When a person last said whether it is in force; nobody has yet of one as shipped. */
  changedAt: z.string().nullable(),
})
const Item = WrittenItem.omit({ norms: true }).extend({ norms: z.array(NormMark) })
export type ChecklistItem = z.infer<typeof Item>
const Section = z.object({ id: z.uuid(), key: z.string(), title: Text, items: z.array(Item) })
const Version = z.object({
  number: z.number(),
  status: z.enum(['published', 'retired']),
  publishedAt: z.string(),
  publishedBy: z.string().nullable(),
  changeNote: z.string().nullable(),
})
const Checklist = Row.omit({ items: true, critical: true }).extend({
  scoring: Scoring,
  sections: z.array(Section),
  versions: z.array(Version),
})

const ITEMS = sql`(
  select coalesce(json_agg(json_build_object('id', i.id, ${KEPT},
    'norms', (select coalesce(json_agg(json_build_object('slug', n.slug, 'title', n.title, 'inForce', n.in_force, 'evidence', n.evidence,
        'changedAt', case when n.changed_by is not null then ${isoMoment(sql`n.changed_at`)} end) order by n.slug), '[]')
      from item_norms x join norms n on n.slug = x.norm_slug where x.item_id = i.id)) order by i.position), '[]')
  from checklist_items i where i.section_id = s.id)`

const VERSIONS = sql`(
  select json_agg(json_build_object('number', o.number, 'status', o.status, 'publishedAt', ${isoMoment(sql`o.published_at`)},
    'publishedBy', (select name from people where id = o.published_by), 'changeNote', o.change_note) order by o.number desc)
  from checklist_versions o where o.checklist_id = c.id and o.status <> 'draft')`

/** One version of a checklist, the one in use unless another is named: every question with its limits and what they stand on. */
export const showChecklist = query({
  verb: 'workplace.checklist',
  input: z.object({ slug: z.string().max(100), version: z.coerce.number().int().min(1).optional() }),
  output: Checklist,
  async run({ db, input }) {
    const which = input.version
      ? sql`v.number = ${input.version} and v.status <> 'draft'`
      : sql`v.status = 'published'`
    const { rows } = await db.execute<z.infer<typeof Checklist>>(sql`
      select c.id, c.slug, c.kind, v.title, v.number as version, ${isoMoment(sql`v.published_at`)} as "publishedAt", v.scoring,
        (select coalesce(json_agg(json_build_object('id', s.id, 'key', s.key, 'title', s.title, 'items', ${ITEMS}) order by s.position), '[]')
          from checklist_sections s where s.version_id = v.id) as sections, ${VERSIONS} as versions
      from checklists c join checklist_versions v on v.checklist_id = c.id and ${which}
      where c.slug = ${input.slug}`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})
