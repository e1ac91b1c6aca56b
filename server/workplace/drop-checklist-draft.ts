import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { OfChecklist } from '#domain/checklists'
import { command } from '#server/command'
import { lockDraftOf } from '#server/workplace/lock-draft-queries'
import { dropContent } from '#server/workplace/store-checklist'

/** Throws a draft away; a checklist that never was more than a draft goes with it. */
export const dropChecklistDraft = command({
  verb: 'workplace.editChecklist',
  input: OfChecklist,
  output: z.object({}),
  subject: (tx, { slug }) => lockDraftOf(tx, slug),
  audit: ({ subject }) => ({ kind: 'checklist', id: subject.draft.versionId, detail: { dropped: true } }),
  async run({ tx, subject: { draft } }) {
    await dropContent(tx, draft.versionId)
    await tx.execute(sql`delete from checklist_versions where id = ${draft.versionId}`)
    await tx.execute(sql`
      delete from checklists c where c.id = ${draft.checklistId}
        and not exists (select from checklist_versions v where v.checklist_id = c.id)`)
    return {}
  },
})
