import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { RemoveContent } from '#domain/checklists'
import { command } from '#server/command'
import { countEdit, lockDraftWith } from '#server/workplace/lock-draft-queries'
import { dropParts } from '#server/workplace/store-checklist'

/** Takes a question out of a draft; in the versions before it stays. */
export const removeItem = command({
  verb: 'workplace.editChecklist',
  input: RemoveContent,
  output: z.object({ slug: z.string() }),
  subject: (tx, { id }) => lockDraftWith(tx, 'item', id),
  audit: ({ input, subject }) => ({
    kind: 'checklist',
    id: subject.draft.versionId,
    detail: { removed: input.id },
  }),
  async run({ tx, input: { id }, subject: { draft } }) {
    await dropParts(tx, id)
    await tx.execute(sql`delete from checklist_items where id = ${id}`)
    await countEdit(tx, draft.versionId)
    return { slug: draft.slug }
  },
})
