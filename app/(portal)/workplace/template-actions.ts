'use server'

import { getTranslations } from 'next-intl/server'
import { attempt, formAction } from '#app/_next/forms'
import type { FormState } from '#components/ui/form-state'
import { invalid } from '#domain/refused'
import { parseSheet } from '#server/sheets'
import { addChecklist } from '#server/workplace/add-checklist'
import { draftChecklist } from '#server/workplace/draft-checklist'
import { dropChecklistDraft } from '#server/workplace/drop-checklist-draft'
import { editChecklist } from '#server/workplace/edit-checklist'
import { importChecklist } from '#server/workplace/import-checklist'
import { moveItem, moveSection } from '#server/workplace/move-content'
import { publishChecklist } from '#server/workplace/publish-checklist'
import { removeItem } from '#server/workplace/remove-item'
import { removeSection } from '#server/workplace/remove-section'
import { retireChecklist } from '#server/workplace/retire-checklist'
import { setItem } from '#server/workplace/set-item'
import { setNorm } from '#server/workplace/set-norm'
import { setSection } from '#server/workplace/set-section'

const toDraft = ({ slug }: { slug: string }) => `/workplace/drafts/${slug}`

export const addChecklistAction = formAction(addChecklist, { to: toDraft })
export const draftChecklistAction = formAction(draftChecklist, { to: toDraft })
export const editChecklistAction = formAction(editChecklist, { said: 'draftSaved' })
export const dropChecklistDraftAction = formAction(dropChecklistDraft, { to: () => '/workplace/templates' })
export const setSectionAction = formAction(setSection, { said: 'draftSaved' })
export const moveSectionAction = formAction(moveSection)
export const removeSectionAction = formAction(removeSection, { said: 'draftSaved' })
export const setItemAction = formAction(setItem, { to: toDraft })
export const moveItemAction = formAction(moveItem)
export const removeItemAction = formAction(removeItem, { to: toDraft })
export const publishChecklistAction = formAction(publishChecklist, {
  to: ({ slug }) => `/workplace/templates/${slug}`,
})
export const retireChecklistAction = formAction(retireChecklist, { to: () => '/workplace/templates' })
export const setNormAction = formAction(setNorm, { said: 'normSaved' })

/** A form cannot say in its input what a file holds, so the rows are read here and handed to the verb. */
export async function importChecklistAction(previous: FormState, data: FormData): Promise<FormState> {
  let taken = { rows: 0, changed: false }
  const state = await attempt(previous, data, async (actor) => {
    const file = data.get('file')
    if (!(file instanceof File) || !file.size) throw invalid('file', 'required')
    const rows = await parseSheet(file.name, new Uint8Array(await file.arrayBuffer()))
    const sheet = { rows, dryRun: data.get('dryRun') === 'on', slug: String(data.get('slug')) }
    taken = await importChecklist(actor, sheet)
    return undefined
  })
  if (state.status !== 'done') return state
  const t = await getTranslations('workplace.draft')
  return { ...state, message: t(taken.changed ? 'importTaken' : 'importTried', { rows: taken.rows }) }
}
