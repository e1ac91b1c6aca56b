'use server'

import { formAction } from '#app/_next/forms'
import { acknowledgeLadder } from '#server/career/acknowledge'
import { addPosition } from '#server/career/add-position'
import { addStep } from '#server/career/add-step'
import { agreePlan } from '#server/career/agree-plan'
import { answerAssessment } from '#server/career/answer-assessment'
import { answerRecall } from '#server/career/answer-recall'
import { applyForOpening } from '#server/career/apply'
import { approveOverride } from '#server/career/approve-override'
import { askAssessment } from '#server/career/ask-assessment'
import { askOverride } from '#server/career/ask-override'
import { assessLevel } from '#server/career/assess'
import { cancelOpening } from '#server/career/cancel-opening'
import { decideApplication } from '#server/career/decide'
import { draftLadder } from '#server/career/draft'
import { dropDraft } from '#server/career/drop-draft'
import { dropPlan } from '#server/career/drop-plan'
import { duplicateLadder } from '#server/career/duplicate'
import { endStep } from '#server/career/end-step'
import { holdCheckIn } from '#server/career/hold-check-in'
import { holdRefusalTalk } from '#server/career/hold-refusal-talk'
import { openOpening } from '#server/career/open-opening'
import { openPlan } from '#server/career/open-plan'
import { pausePlan } from '#server/career/pause-plan'
import { placePosition } from '#server/career/place-position'
import { postponeRelease } from '#server/career/postpone-release'
import { publishLadder } from '#server/career/publish'
import { recordEvidence } from '#server/career/record-evidence'
import { removeMove } from '#server/career/remove-move'
import { removePosition } from '#server/career/remove-position'
import { removeRequirement } from '#server/career/remove-requirement'
import { setIntent } from '#server/career/set-intent'
import { setMove } from '#server/career/set-move'
import { setRequirement } from '#server/career/set-requirement'
import { setWords } from '#server/career/set-words'
import { verifyEvidence } from '#server/career/verify-evidence'
import { withdrawApplication } from '#server/career/withdraw-application'
import { writeCheckInNote } from '#server/career/write-check-in-note'
import { act } from '#server/flows/act'
import { releasePerson } from '#server/flows/release'

export const acknowledgeAction = formAction(acknowledgeLadder, { said: 'acknowledged' })
export const setIntentAction = formAction(setIntent, { said: 'intentSaved' })
export const draftAction = formAction(draftLadder, { to: ({ versionId }) => `/career/ladders/${versionId}` })
export const setRequirementAction = formAction(setRequirement, { said: 'requirementSaved' })
export const removeRequirementAction = formAction(removeRequirement, { said: 'requirementRemoved' })
/** Of two who publish, the second is shown what the first changed. */
export const publishAction = formAction(publishLadder, {
  said: 'ladderPublished',
  afresh: true,
  instead: ({ fault }, data) =>
    fault?.key === 'alreadyPublished' || fault?.key === 'ladderMovedOn'
      ? `/career/ladders/${data.get('versionId')}?overtaken=1#difference`
      : undefined,
})
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
export const addPositionAction = formAction(addPosition, { said: 'saved' })
export const placePositionAction = formAction(placePosition, { said: 'saved' })
export const setWordsAction = formAction(setWords, { said: 'saved' })
export const removePositionAction = formAction(removePosition, { said: 'saved' })
export const setMoveAction = formAction(setMove, { said: 'saved' })
export const removeMoveAction = formAction(removeMove, { said: 'saved' })
export const askOverrideAction = formAction(askOverride, { said: 'overrideAsked' })
export const approveOverrideAction = formAction(approveOverride, { said: 'overrideApproved' })
export const duplicateAction = formAction(duplicateLadder, {
  to: ({ versionId }) => `/career/ladders/${versionId}`,
})
export const dropDraftAction = formAction(dropDraft, {
  to: ({ publishedId }) => (publishedId ? `/career/ladders/${publishedId}` : '/career'),
})
export const answerRecallAction = formAction(answerRecall)
