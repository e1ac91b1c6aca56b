import type { Operation } from '#app/_next/operations'
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
import { listAssessments, listEvidence } from '#server/career/assessment-queries'
import { careerBoard } from '#server/career/board-queries'
import { cancelOpening } from '#server/career/cancel-opening'
import { changeCompanion } from '#server/career/change-companion'
import { ladderChanges } from '#server/career/changes-queries'
import { ladderConsequences } from '#server/career/consequence-queries'
import { decideApplication } from '#server/career/decide'
import { ladderDocument } from '#server/career/document-queries'
import { draftLadder } from '#server/career/draft'
import { dropDraft } from '#server/career/drop-draft'
import { dropPlan } from '#server/career/drop-plan'
import { duplicateLadder } from '#server/career/duplicate'
import { endStep } from '#server/career/end-step'
import { listMetrics, listPlans } from '#server/career/figures-queries'
import { careerFlow } from '#server/career/flow-queries'
import { holdCheckIn } from '#server/career/hold-check-in'
import { holdRefusalTalk } from '#server/career/hold-refusal-talk'
import { importLadder } from '#server/career/import-ladder'
import { importMetrics } from '#server/career/import-metrics'
import { importRequirements } from '#server/career/import-requirements'
import { listInformed } from '#server/career/informed-people-queries'
import { findLadder, listLadders } from '#server/career/ladders-queries'
import { offerMentoring } from '#server/career/offer-mentoring'
import { openOpening } from '#server/career/open-opening'
import { openPlan } from '#server/career/open-plan'
import { findOpening, listApplications, listOpenings } from '#server/career/opening-queries'
import { readiness } from '#server/career/own-queries'
import { pausePlan } from '#server/career/pause-plan'
import { peerDesk } from '#server/career/peer-queries'
import { placePosition } from '#server/career/place-position'
import { postponeRelease } from '#server/career/postpone-release'
import { proposeLevel } from '#server/career/propose-level'
import { publishLadder } from '#server/career/publish'
import {
  findPosition,
  ladderMap,
  listCompetences,
  listPositions,
  listRequirements,
} from '#server/career/queries'
import { recallQuestion } from '#server/career/recall-queries'
import { recordEvidence } from '#server/career/record-evidence'
import { recordMetrics } from '#server/career/record-metrics'
import { removeMove } from '#server/career/remove-move'
import { removePosition } from '#server/career/remove-position'
import { removeRequirement } from '#server/career/remove-requirement'
import { retireCompetence } from '#server/career/retire-competence'
import { informedBoard, matchedBoard, worksBoard } from '#server/career/scoreboard-queries'
import { setCompetence } from '#server/career/set-competence'
import { setIntent } from '#server/career/set-intent'
import { setMove } from '#server/career/set-move'
import { setRequirement } from '#server/career/set-requirement'
import { setSeats } from '#server/career/set-seats'
import { setWords } from '#server/career/set-words'
import { listStalled } from '#server/career/team-queries'
import { verifyEvidence } from '#server/career/verify-evidence'
import { withdrawApplication } from '#server/career/withdraw-application'
import { writeCheckInNote } from '#server/career/write-check-in-note'
import { act } from '#server/flows/act'
import { releasePerson } from '#server/flows/release'

export const operations: Operation[] = [
  { method: 'GET', path: '/positions', run: listPositions },
  { method: 'GET', path: '/positions/{slug}', run: findPosition },
  { method: 'GET', path: '/competences', run: listCompetences },
  { method: 'GET', path: '/requirements', run: listRequirements },
  { method: 'DELETE', path: '/requirements/{requirementId}', run: removeRequirement },
  { method: 'GET', path: '/ladders', run: listLadders },
  { method: 'GET', path: '/ladders/map', run: ladderMap },
  { method: 'GET', path: '/ladders/changes', run: ladderChanges },
  { method: 'POST', path: '/ladders/{ladderId}/versions', run: draftLadder },
  { method: 'GET', path: '/ladders/versions/{versionId}', run: findLadder },
  { method: 'PUT', path: '/ladders/versions/{versionId}/requirements', run: setRequirement },
  { method: 'PUT', path: '/ladders/versions/{versionId}/seats', run: setSeats },
  { method: 'DELETE', path: '/ladders/versions/{versionId}', run: dropDraft },
  { method: 'POST', path: '/ladders/versions/{versionId}/copies', run: duplicateLadder },
  { method: 'GET', path: '/ladders/versions/{versionId}/consequences', run: ladderConsequences },
  { method: 'POST', path: '/ladders/versions/{versionId}/positions', run: addPosition },
  { method: 'PUT', path: '/ladders/versions/{versionId}/positions/{positionId}', run: placePosition },
  { method: 'DELETE', path: '/ladders/versions/{versionId}/positions/{positionId}', run: removePosition },
  { method: 'PUT', path: '/ladders/versions/{versionId}/moves', run: setMove },
  { method: 'DELETE', path: '/ladders/versions/{versionId}/moves/{fromId}/{toId}', run: removeMove },
  { method: 'POST', path: '/ladders/versions/{versionId}/overrides', run: askOverride },
  { method: 'POST', path: '/ladders/overrides/{overrideId}/approval', run: approveOverride },
  { method: 'POST', path: '/ladders/versions/{versionId}/publication', run: publishLadder },
  { method: 'POST', path: '/ladders/versions/{versionId}/acknowledgements', run: acknowledgeLadder },
  { method: 'GET', path: '/readiness', run: readiness },
  { method: 'PUT', path: '/intent', run: setIntent },
  { method: 'GET', path: '/plans', run: listPlans },
  { method: 'POST', path: '/plans', run: openPlan },
  { method: 'POST', path: '/plans/{planId}/agreement', run: agreePlan },
  { method: 'PUT', path: '/plans/{planId}/pause', run: pausePlan },
  { method: 'PUT', path: '/plans/{planId}/companion', run: changeCompanion },
  { method: 'DELETE', path: '/plans/{planId}', run: dropPlan },
  { method: 'POST', path: '/plans/{planId}/steps', run: addStep },
  { method: 'POST', path: '/plans/steps/{stepId}/end', run: endStep },
  { method: 'POST', path: '/plans/{planId}/check-ins', run: holdCheckIn },
  { method: 'POST', path: '/plans/check-ins/{checkInId}/notes', run: writeCheckInNote },
  { method: 'GET', path: '/assessments', run: listAssessments },
  { method: 'POST', path: '/assessments', run: assessLevel },
  { method: 'POST', path: '/assessments/own', run: askAssessment },
  { method: 'POST', path: '/assessments/proposals', run: proposeLevel },
  { method: 'GET', path: '/assessments/peers', run: peerDesk },
  { method: 'POST', path: '/assessments/{assessmentId}/answer', run: answerAssessment },
  { method: 'GET', path: '/evidence', run: listEvidence },
  { method: 'POST', path: '/evidence', run: recordEvidence },
  { method: 'POST', path: '/evidence/{evidenceId}/verification', run: verifyEvidence },
  { method: 'GET', path: '/scoreboard', run: careerBoard },
  { method: 'GET', path: '/scoreboard/informed/people', run: listInformed },
  { method: 'PUT', path: '/mentor-offers/own', run: offerMentoring },
  { method: 'GET', path: '/scoreboard/informed', run: informedBoard },
  { method: 'GET', path: '/scoreboard/matched', run: matchedBoard },
  { method: 'GET', path: '/scoreboard/works', run: worksBoard },
  { method: 'GET', path: '/scoreboard/flow', run: careerFlow },
  { method: 'GET', path: '/recall', run: recallQuestion },
  { method: 'POST', path: '/recall', run: answerRecall },
  { method: 'GET', path: '/stalled', run: listStalled },
  { method: 'GET', path: '/openings', run: listOpenings },
  { method: 'POST', path: '/openings', run: openOpening },
  { method: 'GET', path: '/openings/{openingId}', run: findOpening },
  { method: 'POST', path: '/openings/{openingId}/cancellation', run: cancelOpening },
  { method: 'POST', path: '/openings/{openingId}/applications', run: applyForOpening },
  { method: 'GET', path: '/applications', run: listApplications },
  { method: 'DELETE', path: '/applications/{applicationId}', run: withdrawApplication },
  { method: 'POST', path: '/applications/{applicationId}/decision', run: decideApplication },
  { method: 'POST', path: '/applications/{applicationId}/postponements', run: postponeRelease },
  { method: 'POST', path: '/applications/{applicationId}/release', run: releasePerson },
  { method: 'POST', path: '/applications/{applicationId}/talk', run: holdRefusalTalk },
  { method: 'POST', path: '/people/{personId}/acting', run: act },
  { method: 'GET', path: '/metrics', run: listMetrics },
  { method: 'POST', path: '/metrics', run: recordMetrics },
  { method: 'POST', path: '/metrics/sheets', run: importMetrics },
  { method: 'POST', path: '/ladders/versions/{versionId}/sheets', run: importRequirements },
  { method: 'GET', path: '/ladders/versions/{versionId}/document', run: ladderDocument },
  { method: 'PUT', path: '/ladders/versions/{versionId}/document', run: importLadder },
  { method: 'PUT', path: '/ladders/versions/{versionId}/positions/{positionId}/words', run: setWords },
  { method: 'PUT', path: '/competences', run: setCompetence },
  { method: 'PUT', path: '/competences/{competenceId}/retirement', run: retireCompetence },
]
