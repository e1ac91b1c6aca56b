import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { checklistVersions } from '#db/schema/checklists'
import { EditChecklist } from '#domain/checklists'
import { command } from '#server/command'
import { countEdit, lockDraftOf } from '#server/workplace/lock-draft-queries'

/** The name of a draft and from which shares on a round by it passes. */
export const editChecklist = command({
  verb: 'workplace.editChecklist',
  input: EditChecklist,
  output: z.object({}),
  subject: (tx, { slug }) => lockDraftOf(tx, slug),
  audit: ({ input, subject }) => ({
    kind: 'checklist',
    id: subject.draft.versionId,
    detail: { pass: input.pass, conditional: input.conditional },
  }),
  async run({ tx, input: { title, slug: _, ...scoring }, subject: { draft } }) {
    await tx
      .update(checklistVersions)
      .set({ title, scoring })
      .where(eq(checklistVersions.id, draft.versionId))
    await countEdit(tx, draft.versionId)
    return {}
  },
})
