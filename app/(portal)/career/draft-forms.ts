import {
  addPositionAction,
  placePositionAction,
  removeMoveAction,
  removePositionAction,
  removeRequirementAction,
  setMoveAction,
  setRequirementAction,
  setWordsAction,
} from './actions'

export const draftActions = {
  setRequirement: setRequirementAction,
  removeRequirement: removeRequirementAction,
}

export const draftPlaceActions = {
  addPosition: addPositionAction,
  setWords: setWordsAction,
  placePosition: placePositionAction,
  removePosition: removePositionAction,
  setMove: setMoveAction,
  removeMove: removeMoveAction,
}
