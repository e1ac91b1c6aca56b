import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { OfChecklist } from '#domain/checklists'
import { notFound } from '#domain/refused'
import { command } from '#server/command'

/** No round begins with it any more; those under way finish, and a draft of it can bring it back. */
export const retireChecklist = command({
  verb: 'workplace.publishChecklist',
  input: OfChecklist,
  output: z.object({}),
  subject: () => ({ siteId: null }),
  audit: ({ input }) => ({ kind: 'checklist', id: null, detail: { slug: input.slug, retired: true } }),
  async run({ tx, input: { slug } }) {
    const { rowCount } = await tx.execute(sql`
      update checklist_versions v set status = 'retired' from checklists c
      where c.id = v.checklist_id and c.slug = ${slug} and v.status = 'published'`)
    if (!rowCount) throw notFound()
    return {}
  },
})
