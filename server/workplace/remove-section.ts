import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { RemoveContent } from '#domain/checklists'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { countEdit, lockDraftWith } from '#server/workplace/lock-draft-queries'

/** Takes an empty section out of a draft; its questions are moved or taken out first, so that none is lost by a slip. */
export const removeSection = command({
  verb: 'workplace.editChecklist',
  input: RemoveContent,
  output: z.object({}),
  subject: (tx, { id }) => lockDraftWith(tx, 'section', id),
  audit: ({ input, subject }) => ({
    kind: 'checklist',
    id: subject.draft.versionId,
    detail: { removed: input.id },
  }),
  async run({ tx, input: { id }, subject: { draft } }) {
    const { rowCount } = await tx.execute(sql`select from checklist_items where section_id = ${id} limit 1`)
    if (rowCount) throw conflict('workplace.sectionNotEmpty')
    await tx.execute(sql`delete from checklist_sections where id = ${id}`)
    await countEdit(tx, draft.versionId)
    return {}
  },
})
