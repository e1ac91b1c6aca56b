'use server'

import { formAction } from '#app/_next/forms'
import { takeSheet } from '#app/_next/sheet-forms'
import type { FormState } from '#components/ui/form-state'
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

export async function importChecklistAction(previous: FormState, data: FormData): Promise<FormState> {
  const slug = String(data.get('slug'))
  return takeSheet(previous, data, (actor, sheet) => importChecklist(actor, { ...sheet, slug }))
}
