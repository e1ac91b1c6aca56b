import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { checklistSections } from '#db/schema/checklists'
import { SetSection } from '#domain/checklists'
import { nameFrom } from '#domain/latin'
import { command } from '#server/command'
import { countEdit, lockDraftOf } from '#server/workplace/lock-draft-queries'

/** A new section at the end of a draft, or another name for one that is there. */
export const setSection = command({
  verb: 'workplace.editChecklist',
  input: SetSection,
  output: z.object({ sectionId: z.uuid() }),
  subject: (tx, { slug }) => lockDraftOf(tx, slug),
  audit: ({ subject, result }) => ({
    kind: 'checklist',
    id: subject.draft.versionId,
    detail: { sectionId: result.sectionId },
  }),
  async run({ tx, input: { title, sectionId }, subject: { draft }, newId }) {
    const { versionId } = draft
    await countEdit(tx, versionId)
    const { rows } = await tx.execute<{ id: string; key: string; position: number }>(
      sql`select id, key, position from checklist_sections where version_id = ${versionId}`,
    )
    if (sectionId && rows.some(({ id }) => id === sectionId)) {
      await tx.update(checklistSections).set({ title }).where(eq(checklistSections.id, sectionId))
      return { sectionId }
    }
    const id = newId()
    const key = nameFrom(
      title.uk,
      rows.map((row) => row.key),
      '_',
    )
    const position = Math.max(-1, ...rows.map((row) => row.position)) + 1
    await tx.insert(checklistSections).values({ id, versionId, key, position, title })
    return { sectionId: id }
  },
})
