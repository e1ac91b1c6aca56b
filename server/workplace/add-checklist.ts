import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { checklists, checklistVersions } from '#db/schema/checklists'
import { AddChecklist, USUAL_SCORING } from '#domain/checklists'
import { nameFrom } from '#domain/latin'
import { command } from '#server/command'

/** A new checklist as an empty first draft. */
export const addChecklist = command({
  verb: 'workplace.editChecklist',
  input: AddChecklist,
  output: z.object({ slug: z.string() }),
  subject: () => ({ siteId: null }),
  audit: ({ result, input }) => ({
    kind: 'checklist',
    id: null,
    detail: { slug: result.slug, kind: input.kind },
  }),
  async run({ tx, input, now, newId }) {
    const { rows } = await tx.execute<{ slug: string }>(sql`select slug from checklists`)
    const taken = rows.map(({ slug }) => slug)
    const slug = nameFrom(input.title.uk, taken, '-')
    const [checklistId, versionId] = [newId(), newId()]
    await tx.insert(checklists).values({ id: checklistId, slug, kind: input.kind, createdAt: now })
    await tx.insert(checklistVersions).values({
      id: versionId,
      checklistId,
      number: 1,
      status: 'draft',
      title: input.title,
      scoring: USUAL_SCORING,
      createdAt: now,
    })
    return { slug }
  },
})
