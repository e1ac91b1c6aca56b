'use server'

import { attempt, formAction } from '#app/_next/forms'
import type { FormState } from '#components/ui/form-state'
import { IDEMPOTENCY_FIELD } from '#components/ui/form-state'
import { invalid } from '#domain/refused'
import { photographItem } from '#server/flows/photograph-item'
import { acceptRisk } from '#server/workplace/accept-risk'
import { addRoom } from '#server/workplace/add-room'
import { addSeat } from '#server/workplace/add-seat'
import { addSensor } from '#server/workplace/add-sensor'
import { answerSection } from '#server/workplace/answer-section'
import { arrangeRoom } from '#server/workplace/arrange-room'
import { assignAction } from '#server/workplace/assign-action'
import { beginAlarm } from '#server/workplace/begin-alarm'
import { callRoll } from '#server/workplace/call-roll'
import { closeAction } from '#server/workplace/close-action'
import { decideSourcing } from '#server/workplace/decide-sourcing'
import { endAlarm } from '#server/workplace/end-alarm'
import { endSchedule } from '#server/workplace/end-schedule'
import { measureSeat } from '#server/workplace/measure-seat'
import { orderTea } from '#server/workplace/order-tea'
import { putEquipment } from '#server/workplace/put-equipment'
import { removeEquipment } from '#server/workplace/remove-equipment'
import { reportFault } from '#server/workplace/report-fault'
import { retireSeat } from '#server/workplace/retire-seat'
import { reviewRound } from '#server/workplace/review-round'
import { revokeSensor } from '#server/workplace/revoke-sensor'
import { scheduleRounds } from '#server/workplace/schedule-rounds'
import { serveTea } from '#server/workplace/serve-tea'
import { setSafety } from '#server/workplace/set-safety'
import { skipTea } from '#server/workplace/skip-tea'
import { startRound } from '#server/workplace/start-round'
import { submitRound } from '#server/workplace/submit-round'
import { verifyAction } from '#server/workplace/verify-action'

export const reportFaultAction = formAction(reportFault, { said: 'faultReported' })
export const orderTeaAction = formAction(orderTea, { said: 'teaOrdered' })
export const skipTeaAction = formAction(skipTea, { said: 'teaSkipped' })
export const serveTeaAction = formAction(serveTea, { said: 'teaServed' })
export const startRoundAction = formAction(startRound, {
  to: ({ inspectionId }) => `/workplace/rounds/${inspectionId}`,
})
export const answerSectionAction = formAction(answerSection, { said: 'sectionSaved' })
export async function photographItemAction(previous: FormState, data: FormData): Promise<FormState> {
  return attempt(
    previous,
    data,
    async (actor, { inspectionId, itemId, file }) => {
      if (!(file instanceof File)) throw invalid('file', 'required')
      const key = String(data.get(IDEMPOTENCY_FIELD) ?? '') || undefined
      const photographed = { inspectionId: String(inspectionId), itemId: String(itemId), file }
      await photographItem(actor, photographed, { key })
      return undefined
    },
    'photoAdded',
  )
}
export const submitRoundAction = formAction(submitRound)
export const reviewRoundAction = formAction(reviewRound, { said: 'roundReviewed' })
export const measureSeatAction = formAction(measureSeat, { said: 'measured' })
export const addSensorAction = formAction(addSensor, {
  said: 'sensorAdded',
  shown: ({ secret }) => ({ secret }),
})
export const revokeSensorAction = formAction(revokeSensor, { said: 'sensorRevoked' })
export const closeActionAction = formAction(closeAction, { said: 'actionDone' })
export const assignActionAction = formAction(assignAction, { said: 'actionAssigned' })
export const acceptRiskAction = formAction(acceptRisk, { said: 'riskAccepted' })
export const verifyActionAction = formAction(verifyAction, { said: 'actionVerified' })
export const addRoomAction = formAction(addRoom, { said: 'roomAdded' })
export const addSeatAction = formAction(addSeat, { said: 'seatAdded' })
export const retireSeatAction = formAction(retireSeat, { said: 'seatRetired' })
export const arrangeRoomAction = formAction(arrangeRoom, { said: 'roomArranged' })
export const putEquipmentAction = formAction(putEquipment, { said: 'equipmentPut' })
export const removeEquipmentAction = formAction(removeEquipment, { said: 'equipmentRemoved' })
export const scheduleRoundsAction = formAction(scheduleRounds, { said: 'scheduled' })
export const endScheduleAction = formAction(endSchedule, { said: 'scheduleEnded' })
export const setSafetyAction = formAction(setSafety, { said: 'safetySet' })
export const beginAlarmAction = formAction(beginAlarm)
export const endAlarmAction = formAction(endAlarm, { said: 'alarmEnded' })
export const callRollAction = formAction(callRoll, { said: 'rollCalled' })
export const decideSourcingAction = formAction(decideSourcing, { said: 'sourcingDecided' })
