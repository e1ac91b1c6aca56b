import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { EVIDENCES, IN_FORCE } from '#domain/checklists'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visiblePlace } from '#server/workplace/action-queries'

const Action = z.object({
  itemId: z.uuid(),
  severity: z.enum(['stop', 'high', 'normal', 'low']),
  status: z.string(),
  dueAt: z.string(),
  assignee: z.string().nullable(),
})
const Norm = z.object({
  slug: z.string(),
  title: Text,
  inForce: z.enum(IN_FORCE),
  evidence: z.enum(EVIDENCES),
})
const Review = z.object({
  outcome: z.enum(['approved', 'returned']),
  by: z.string(),
  at: z.string(),
  note: z.string().nullable(),
})
const Photo = z.object({ itemId: z.uuid(), content: z.instanceof(Buffer) })
const Report = z.object({
  scoringRule: z.number(),
  actions: z.array(Action),
  norms: z.array(Norm),
  reviews: z.array(Review),
  photos: z.array(Photo),
})
export type RoundReport = z.infer<typeof Report>

/** A report shows so many photos; the round itself has them all. */
const MOST_PHOTOS = 24

/** What a round's report says beside its answers: the actions it opened, what its limits stand on, who accepted it, the photos. */
export const roundReport = query({
  verb: 'workplace.round',
  input: z.object({ inspectionId: z.uuid() }),
  output: Report,
  async run({ db, input: { inspectionId }, reach }) {
    const seen = visiblePlace(reach, {
      people: [sql`i.started_by`],
      siteId: sql`r.site_id`,
      workplaceId: sql`i.workplace_id`,
    })
    const { rows } = await db.execute<Omit<RoundReport, 'photos'>>(sql`
      select i.scoring_rule as "scoringRule",
        (select coalesce(json_agg(json_build_object('itemId', a.item_id, 'severity', a.severity, 'status', a.status,
            'dueAt', ${isoMoment(sql`a.due_at`)}, 'assignee', (select name from people where id = a.assignee_id)) order by a.due_at), '[]')
          from actions a where a.inspection_id = i.id) as actions,
        (select coalesce(json_agg(json_build_object('slug', n.slug, 'title', n.title, 'inForce', n.in_force, 'evidence', n.evidence)
            order by n.slug), '[]')
          from norms n where n.slug in (select x.norm_slug from answers a join item_norms x on x.item_id = a.item_id
            where a.inspection_id = i.id)) as norms,
        (select coalesce(json_agg(json_build_object('outcome', e.outcome, 'by', p.name, 'at', ${isoMoment(sql`e.at`)}, 'note', e.note)
            order by e.at), '[]')
          from inspection_reviews e join people p on p.id = e.by_id where e.inspection_id = i.id) as reviews
      from inspections i join rooms r on r.id = i.room_id where i.id = ${inspectionId} and ${seen}`)
    if (!rows[0]) throw notFound()
    const { rows: photos } = await db.execute<z.infer<typeof Photo>>(sql`
      select h.item_id as "itemId", c.content from answer_photos h join file_contents c on c.file_id = h.file_id
      where h.inspection_id = ${inspectionId} order by h.added_at, h.file_id limit ${MOST_PHOTOS}`)
    return { ...rows[0], photos }
  },
})
