import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '#domain/refused'
import { Text } from '#domain/text'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visiblePlace } from '#server/workplace/action-queries'

const Answer = z.object({
  state: z.enum(['answered', 'na', 'not-measured']),
  yes: z.boolean().nullable(),
  number: z.number().nullable(),
  choice: z.string().nullable(),
  words: z.string().nullable(),
  comment: z.string().nullable(),
  reason: z.string().nullable(),
  band: z.enum(['ok', 'warn', 'fail']).nullable(),
  revision: z.number(),
})
const Item = z.object({
  id: z.uuid(),
  key: z.string(),
  type: z.enum(['yes-no', 'scale', 'number', 'choice', 'text', 'photo']),
  title: Text,
  hint: Text.nullable(),
  critical: z.boolean(),
  unit: z.string().nullable(),
  plausibleLow: z.number().nullable(),
  plausibleHigh: z.number().nullable(),
  scaleMin: z.number().nullable(),
  scaleMax: z.number().nullable(),
  naAllowed: z.boolean(),
  measuredBy: z.enum(['person', 'browser']),
  options: z.array(z.object({ key: z.string(), label: Text })),
  answer: Answer.nullable(),
})
export type RoundItem = z.infer<typeof Item>
const Section = z.object({ id: z.uuid(), title: Text, items: z.array(Item) })
const Round = z.object({
  id: z.uuid(),
  checklist: Text,
  version: z.number(),
  kind: z.string(),
  status: z.string(),
  seat: z.string().nullable(),
  workplaceId: z.uuid().nullable(),
  room: Text,
  site: Text,
  startedAt: z.string(),
  startedBy: z.string(),
  submittedAt: z.string().nullable(),
  score: z.number().nullable(),
  completeness: z.number().nullable(),
  verdict: z.string().nullable(),
  sections: z.array(Section),
})
export type RoundForm = z.infer<typeof Round>

const ITEMS = sql`(
  select coalesce(json_agg(json_build_object('id', x.id, 'key', x.key, 'type', x.type, 'title', x.title, 'hint', x.hint,
    'critical', x.critical, 'unit', x.unit, 'plausibleLow', x.plausible_low, 'plausibleHigh', x.plausible_high,
    'scaleMin', x.scale_min, 'scaleMax', x.scale_max, 'naAllowed', x.na_allowed, 'measuredBy', x.measured_by,
    'options', (select coalesce(json_agg(json_build_object('key', o.key, 'label', o.label) order by o.position), '[]')
      from item_options o where o.item_id = x.id),
    'answer', (select json_build_object('state', a.state, 'yes', a.yes, 'number', a.number, 'choice', a.choice, 'words', a.words,
        'comment', a.comment, 'reason', a.reason, 'band', a.band, 'revision', a.revision)
      from answers a where a.inspection_id = i.id and a.item_id = x.id)) order by x.position), '[]')
  from checklist_items x
  where x.section_id = c.id and (k.kind <> 'inspection' or x.per_seat = (i.workplace_id is not null)))`

/** One round with every question that it asks and every answer so far. */
export const showRound = query({
  verb: 'workplace.round',
  input: z.object({ inspectionId: z.uuid() }),
  output: Round,
  async run({ db, input, reach }) {
    const seen = visiblePlace(reach, {
      people: [sql`i.started_by`],
      siteId: sql`r.site_id`,
      workplaceId: sql`i.workplace_id`,
    })
    const { rows } = await db.execute<RoundForm>(sql`
      select i.id, v.title as checklist, v.number as version, k.kind, i.status, w.code as seat, i.workplace_id as "workplaceId",
        r.title as room, s.name as site, ${isoMoment(sql`i.started_at`)} as "startedAt", p.name as "startedBy",
        ${isoMoment(sql`i.submitted_at`)} as "submittedAt", i.score, i.completeness, i.verdict,
        (select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title, 'items', ${ITEMS}) order by c.position), '[]')
          from checklist_sections c where c.version_id = i.version_id) as sections
      from inspections i join checklist_versions v on v.id = i.version_id join checklists k on k.id = v.checklist_id
      join rooms r on r.id = i.room_id join sites s on s.id = r.site_id join people p on p.id = i.started_by
      left join workplaces w on w.id = i.workplace_id
      where i.id = ${input.inspectionId} and ${seen}`)
    if (!rows[0]) throw notFound()
    return { ...rows[0], sections: rows[0].sections.filter((section) => section.items.length) }
  },
})
