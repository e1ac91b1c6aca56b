import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { OfChecklist } from '#domain/checklists'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { query } from '#server/query'
import { KEPT, keptSections, Scoring, WrittenItem } from '#server/workplace/content-queries'

const Section = z.object({ id: z.uuid(), key: z.string(), title: Text, items: z.array(WrittenItem) })
const Before = Section.omit({ id: true, items: true }).extend({
  items: z.array(WrittenItem.omit({ id: true })),
})
const Draft = z.object({
  slug: z.string(),
  kind: z.enum(['inspection', 'self-check', 'decision']),
  number: z.number(),
  edits: z.number(),
  title: Text,
  scoring: Scoring,
  sections: z.array(Section),
  /** What is in use now; nothing where there is none yet. */
  published: z.array(Before).nullable(),
})
export type ChecklistDraft = z.infer<typeof Draft>
export type WrittenSection = z.infer<typeof Section>

const SECTIONS = sql`(
  select coalesce(json_agg(json_build_object('id', s.id, 'key', s.key, 'title', s.title, 'items', (
      select coalesce(json_agg(json_build_object('id', i.id, ${KEPT},
        'norms', (select coalesce(json_agg(x.norm_slug order by x.norm_slug), '[]') from item_norms x where x.item_id = i.id))
        order by i.position), '[]')
      from checklist_items i where i.section_id = s.id)) order by s.position), '[]')
  from checklist_sections s where s.version_id = v.id)`

/** A draft with everything in it, and beside it what is in use. */
export const showDraft = query({
  verb: 'workplace.checklistDraft',
  input: OfChecklist,
  output: Draft,
  async run({ db, input, reach }) {
    if (!reach.all) throw notFound()
    const { rows } = await db.execute<ChecklistDraft>(sql`
      select c.slug, c.kind, v.number, v.edits, v.title, v.scoring, ${SECTIONS} as sections,
        (select ${keptSections(sql`p.id`)} from checklist_versions p where p.checklist_id = c.id and p.status = 'published') as published
      from checklists c join checklist_versions v on v.checklist_id = c.id and v.status = 'draft' where c.slug = ${input.slug}`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})

const DraftRow = z.object({ slug: z.string(), title: Text, number: z.number() })

/** The drafts that are being written, and the checklists that are no longer used. */
export const listDrafts = query({
  verb: 'workplace.checklistDraft',
  input: z.object({}),
  output: z.object({ items: z.array(DraftRow), retired: z.array(DraftRow) }),
  async run({ db, reach }) {
    if (!reach.all) return { items: [], retired: [] }
    const { rows } = await db.execute<z.infer<typeof DraftRow> & { status: string }>(sql`
      select distinct on (c.slug) c.slug, v.title, v.number, v.status from checklist_versions v join checklists c on c.id = v.checklist_id
      where v.status = 'draft' or not exists (
        select from checklist_versions o where o.checklist_id = c.id and o.status <> 'retired')
      order by c.slug, v.number desc limit 200`)
    const [items, retired] = [true, false].map((written) =>
      rows.filter(({ status }) => (status === 'draft') === written),
    )
    return { items: items ?? [], retired: retired ?? [] }
  },
})
