import { beginAction, enrolAction } from '../training/actions'
import {
  addStepAction,
  agreePlanAction,
  askAssessmentAction,
  dropPlanAction,
  endStepAction,
  holdCheckInAction,
  pausePlanAction,
  writeCheckInNoteAction,
} from './actions'
import { changeCompanionAction } from './people-actions'

/** What the cards of a plan may do. */
export const planActions = {
  changeCompanion: changeCompanionAction,
  agree: agreePlanAction,
  pause: pausePlanAction,
  drop: dropPlanAction,
  addStep: addStepAction,
  endStep: endStepAction,
  holdCheckIn: holdCheckInAction,
  writeNote: writeCheckInNoteAction,
}

/** What a missing step may be answered with at one press. */
export const stepActions = {
  enrol: enrolAction,
  begin: beginAction,
  ask: askAssessmentAction,
  addStep: addStepAction,
}
