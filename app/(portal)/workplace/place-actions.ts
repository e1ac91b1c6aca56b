'use server'

import { formAction } from '#app/_next/forms'
import { addInstrument } from '#server/workplace/add-instrument'
import { assignSeat } from '#server/workplace/assign-seat'
import { calibrateInstrument } from '#server/workplace/calibrate-instrument'
import { endTeaPlan } from '#server/workplace/end-tea-plan'
import { freeSeat } from '#server/workplace/free-seat'
import { moveTeam } from '#server/workplace/move-team'
import { planTea } from '#server/workplace/plan-tea'
import { retireInstrument } from '#server/workplace/retire-instrument'

export const assignSeatAction = formAction(assignSeat, { said: 'seatAssigned' })
export const freeSeatAction = formAction(freeSeat, { said: 'seatFreed' })
export const moveTeamAction = formAction(moveTeam, { said: 'teamMoved' })
export const addInstrumentAction = formAction(addInstrument, { said: 'instrumentAdded' })
export const calibrateInstrumentAction = formAction(calibrateInstrument, { said: 'saved' })
export const retireInstrumentAction = formAction(retireInstrument, { said: 'instrumentRetired' })
export const planTeaAction = formAction(planTea, { said: 'teaPlanned' })
export const endTeaPlanAction = formAction(endTeaPlan, { said: 'teaPlanEnded' })
