import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { checklistVersions } from '#db/schema/checklists'
import { OfChecklist } from '#domain/checklists'
import { notFound } from '#domain/refused'
import type { ScoringRule } from '#domain/scoring'
import type { Text } from '#domain/text'
import { command } from '#server/command'
import { loadContent } from '#server/workplace/content-queries'
import { storeContent } from '#server/workplace/store-checklist'

type Found = { id: string; checklistId: string; title: Text; scoring: ScoringRule; next: number }

/** Begins the next version of a checklist as a copy of the last; what is in use stays so until the draft is published. */
export const draftChecklist = command({
  verb: 'workplace.editChecklist',
  input: OfChecklist,
  output: z.object({ slug: z.string() }),
  subject: () => ({ siteId: null }),
  audit: ({ input }) => ({ kind: 'checklist', id: null, detail: { slug: input.slug, draft: true } }),
  async run({ tx, input: { slug }, now, newId }) {
    const { rows } = await tx.execute<Found>(sql`
      select v.id, v.checklist_id as "checklistId", v.title, v.scoring,
        (select max(number) + 1 from checklist_versions where checklist_id = c.id)::int as next
      from checklists c join checklist_versions v on v.checklist_id = c.id and v.status <> 'draft' where c.slug = ${slug}
      order by v.number desc limit 1`)
    const published = rows[0]
    if (!published) throw notFound()
    const { checklistId, title, scoring, next } = published
    const id = newId()
    await tx
      .insert(checklistVersions)
      .values({ id, checklistId, number: next, status: 'draft', title, scoring, createdAt: now })
    await storeContent(tx, id, await loadContent(tx, published.id), newId)
    return { slug }
  },
})
