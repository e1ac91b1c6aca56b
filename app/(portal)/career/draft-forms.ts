import {
  addPositionAction,
  placePositionAction,
  removeMoveAction,
  removePositionAction,
  removeRequirementAction,
  setMoveAction,
  setRequirementAction,
} from './actions'

export const draftActions = {
  setRequirement: setRequirementAction,
  removeRequirement: removeRequirementAction,
}

export const draftPlaceActions = {
  addPosition: addPositionAction,
  placePosition: placePositionAction,
  removePosition: removePositionAction,
  setMove: setMoveAction,
  removeMove: removeMoveAction,
}
