'use server'

import { formAction } from '#app/_next/forms'
import { acknowledgeLadder } from '#server/career/acknowledge'
import { addStep } from '#server/career/add-step'
import { agreePlan } from '#server/career/agree-plan'
import { answerAssessment } from '#server/career/answer-assessment'
import { applyForOpening } from '#server/career/apply'
import { askAssessment } from '#server/career/ask-assessment'
import { assessLevel } from '#server/career/assess'
import { cancelOpening } from '#server/career/cancel-opening'
import { decideApplication } from '#server/career/decide'
import { draftLadder } from '#server/career/draft'
import { dropPlan } from '#server/career/drop-plan'
import { endStep } from '#server/career/end-step'
import { holdCheckIn } from '#server/career/hold-check-in'
import { holdRefusalTalk } from '#server/career/hold-refusal-talk'
import { openOpening } from '#server/career/open-opening'
import { openPlan } from '#server/career/open-plan'
import { pausePlan } from '#server/career/pause-plan'
import { postponeRelease } from '#server/career/postpone-release'
import { publishLadder } from '#server/career/publish'
import { recordEvidence } from '#server/career/record-evidence'
import { removeRequirement } from '#server/career/remove-requirement'
import { setIntent } from '#server/career/set-intent'
import { setRequirement } from '#server/career/set-requirement'
import { setSeats } from '#server/career/set-seats'
import { verifyEvidence } from '#server/career/verify-evidence'
import { withdrawApplication } from '#server/career/withdraw-application'
import { writeCheckInNote } from '#server/career/write-check-in-note'
import { act } from '#server/flows/act'
import { releasePerson } from '#server/flows/release'

export const acknowledgeAction = formAction(acknowledgeLadder, { said: 'acknowledged' })
export const setIntentAction = formAction(setIntent, { said: 'intentSaved' })
export const draftAction = formAction(draftLadder, { to: ({ versionId }) => `/career/ladders/${versionId}` })
export const setSeatsAction = formAction(setSeats, { said: 'saved' })
export const setRequirementAction = formAction(setRequirement, { said: 'requirementSaved' })
export const removeRequirementAction = formAction(removeRequirement, { said: 'requirementRemoved' })
export const publishAction = formAction(publishLadder, { said: 'ladderPublished' })
export const openPlanAction = formAction(openPlan, { said: 'planOpened' })
export const agreePlanAction = formAction(agreePlan, { said: 'planAgreed' })
export const pausePlanAction = formAction(pausePlan, { said: 'saved' })
export const dropPlanAction = formAction(dropPlan, { said: 'planDropped' })
export const addStepAction = formAction(addStep, { said: 'stepAdded' })
export const endStepAction = formAction(endStep, { said: 'saved' })
export const holdCheckInAction = formAction(holdCheckIn, { said: 'checkInHeld' })
export const writeCheckInNoteAction = formAction(writeCheckInNote, { said: 'saved' })
export const askAssessmentAction = formAction(askAssessment, { said: 'assessmentAsked' })
export const assessAction = formAction(assessLevel, { said: 'assessed' })
export const answerAssessmentAction = formAction(answerAssessment, { said: 'assessed' })
export const recordEvidenceAction = formAction(recordEvidence, { said: 'evidenceRecorded' })
export const verifyEvidenceAction = formAction(verifyEvidence, { said: 'saved' })
export const openOpeningAction = formAction(openOpening, {
  to: ({ openingId }) => `/career/openings/${openingId}`,
})
export const cancelOpeningAction = formAction(cancelOpening, { said: 'openingCancelled' })
export const applyAction = formAction(applyForOpening, { said: 'applied' })
export const withdrawApplicationAction = formAction(withdrawApplication, { said: 'saved' })
export const decideAction = formAction(decideApplication, { said: 'decided' })
export const postponeReleaseAction = formAction(postponeRelease, { said: 'saved' })
export const releaseAction = formAction(releasePerson, { said: 'moved' })
export const refusalTalkAction = formAction(holdRefusalTalk, { said: 'checkInHeld' })
export const actAction = formAction(act, { said: 'actingSaved' })
