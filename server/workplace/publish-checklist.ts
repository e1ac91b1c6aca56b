import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { faultsOfDraft, PublishChecklist } from '#domain/checklists'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { keptSections, loadContent } from '#server/workplace/content-queries'
import { lockDraftOf } from '#server/workplace/lock-draft-queries'

/** Makes a draft the version that rounds begin with, for ever as it is; a round under way keeps the version it began with. */
export const publishChecklist = command({
  verb: 'workplace.publishChecklist',
  input: PublishChecklist,
  output: z.object({ slug: z.string(), number: z.number() }),
  subject: (tx, { slug }) => lockDraftOf(tx, slug),
  audit: ({ subject, result }) => ({
    kind: 'checklist',
    id: subject.draft.versionId,
    detail: { number: result.number },
  }),
  async run({ tx, actor, input, subject: { draft }, now }) {
    const { versionId, checklistId, number } = draft
    if (input.edits !== draft.edits) throw conflict('draftEdited')
    const [fault] = faultsOfDraft(await loadContent(tx, versionId))
    if (fault) throw conflict(`workplace.draft.${fault.key}`, { section: fault.section ?? '' })
    const { rowCount } = await tx.execute(sql`
      select from checklist_versions p join checklist_versions d on d.id = ${versionId}
      where p.checklist_id = ${checklistId} and p.status = 'published' and p.title::jsonb = d.title::jsonb and p.scoring = d.scoring
        and ${keptSections(sql`p.id`)}::jsonb = ${keptSections(sql`d.id`)}::jsonb`)
    if (rowCount) throw conflict('nothingChanged')
    await tx.execute(sql`
      update checklist_versions set status = 'retired' where checklist_id = ${checklistId} and status = 'published'`)
    await tx.execute(sql`
      update checklist_versions set status = 'published', published_at = ${now}, change_note = ${input.changeNote},
        published_by = ${actor.kind === 'person' ? actor.personId : null} where id = ${versionId}`)
    return { slug: input.slug, number }
  },
})
