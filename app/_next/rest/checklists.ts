import type { Operation } from '#app/_next/operations'
import { addChecklist } from '#server/workplace/add-checklist'
import { listChecklists, showChecklist } from '#server/workplace/checklist-queries'
import { draftChecklist } from '#server/workplace/draft-checklist'
import { listDrafts, showDraft } from '#server/workplace/draft-queries'
import { dropChecklistDraft } from '#server/workplace/drop-checklist-draft'
import { editChecklist } from '#server/workplace/edit-checklist'
import { importChecklist } from '#server/workplace/import-checklist'
import { moveItem, moveSection } from '#server/workplace/move-content'
import { listNorms } from '#server/workplace/norm-queries'
import { publishChecklist } from '#server/workplace/publish-checklist'
import { removeItem } from '#server/workplace/remove-item'
import { removeSection } from '#server/workplace/remove-section'
import { retireChecklist } from '#server/workplace/retire-checklist'
import { setItem } from '#server/workplace/set-item'
import { setNorm } from '#server/workplace/set-norm'
import { setSection } from '#server/workplace/set-section'

export const operations: Operation[] = [
  { method: 'GET', path: '/checklists', run: listChecklists },
  { method: 'POST', path: '/checklists', run: addChecklist },
  { method: 'GET', path: '/checklists/drafts', run: listDrafts },
  { method: 'GET', path: '/checklists/{slug}', run: showChecklist },
  { method: 'GET', path: '/checklists/{slug}/draft', run: showDraft },
  { method: 'POST', path: '/checklists/{slug}/draft', run: draftChecklist },
  { method: 'PUT', path: '/checklists/{slug}/draft', run: editChecklist },
  { method: 'DELETE', path: '/checklists/{slug}/draft', run: dropChecklistDraft },
  { method: 'PUT', path: '/checklists/{slug}/draft/content', run: importChecklist },
  { method: 'POST', path: '/checklists/{slug}/draft/sections', run: setSection },
  { method: 'POST', path: '/checklists/{slug}/publish', run: publishChecklist, status: 200 },
  { method: 'POST', path: '/checklists/{slug}/retire', run: retireChecklist, status: 200 },
  { method: 'POST', path: '/checklist-sections/{id}/move', run: moveSection, status: 200 },
  { method: 'DELETE', path: '/checklist-sections/{id}', run: removeSection },
  { method: 'POST', path: '/checklist-sections/{sectionId}/items', run: setItem },
  { method: 'POST', path: '/checklist-items/{id}/move', run: moveItem, status: 200 },
  { method: 'DELETE', path: '/checklist-items/{id}', run: removeItem },
  { method: 'GET', path: '/norms', run: listNorms },
  { method: 'PUT', path: '/norms/{slug}', run: setNorm },
]
