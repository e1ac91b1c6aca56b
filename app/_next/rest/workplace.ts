import type { Operation } from '#app/_next/operations'
import { acceptRisk } from '#server/workplace/accept-risk'
import { listActions } from '#server/workplace/action-queries'
import { addPhoto } from '#server/workplace/add-photo'
import { answerItems } from '#server/workplace/answer-items'
import { assignAction } from '#server/workplace/assign-action'
import { listChecklists, showChecklist } from '#server/workplace/checklist-queries'
import { closeAction } from '#server/workplace/close-action'
import { showRound } from '#server/workplace/form-queries'
import { listReadings, listRounds, mySeat, roundsDue } from '#server/workplace/queries'
import { reportFault } from '#server/workplace/report-fault'
import { reviewRound } from '#server/workplace/review-round'
import { listSeats, siteMap } from '#server/workplace/seat-queries'
import { startRound } from '#server/workplace/start-round'
import { submitRound } from '#server/workplace/submit-round'
import { verifyAction } from '#server/workplace/verify-action'

export const operations: Operation[] = [
  { method: 'GET', path: '/checklists', run: listChecklists },
  { method: 'GET', path: '/checklists/{slug}', run: showChecklist },
  { method: 'GET', path: '/inspections', run: listRounds },
  { method: 'POST', path: '/inspections', run: startRound },
  { method: 'GET', path: '/inspections/due', run: roundsDue },
  { method: 'GET', path: '/inspections/{inspectionId}', run: showRound },
  { method: 'POST', path: '/inspections/{inspectionId}/answers', run: answerItems, status: 200 },
  { method: 'POST', path: '/inspections/{inspectionId}/photos', run: addPhoto, status: 200 },
  { method: 'POST', path: '/inspections/{inspectionId}/submit', run: submitRound, status: 200 },
  { method: 'POST', path: '/inspections/{inspectionId}/review', run: reviewRound, status: 200 },
  { method: 'GET', path: '/actions', run: listActions },
  { method: 'POST', path: '/actions', run: reportFault },
  { method: 'POST', path: '/actions/{actionId}/close', run: closeAction, status: 200 },
  { method: 'POST', path: '/actions/{actionId}/assign', run: assignAction, status: 200 },
  { method: 'POST', path: '/actions/{actionId}/accept-risk', run: acceptRisk, status: 200 },
  { method: 'POST', path: '/actions/{actionId}/verify', run: verifyAction, status: 200 },
  { method: 'GET', path: '/workplaces', run: listSeats },
  { method: 'GET', path: '/workplaces/mine', run: mySeat },
  { method: 'GET', path: '/workplaces/map', run: siteMap },
  { method: 'GET', path: '/readings', run: listReadings },
]
