import type { Operation } from '#app/_next/operations'
import { acceptRisk } from '#server/workplace/accept-risk'
import { listActions } from '#server/workplace/action-queries'
import { addPhoto } from '#server/workplace/add-photo'
import { addRoom } from '#server/workplace/add-room'
import { addSeat } from '#server/workplace/add-seat'
import { addSensor } from '#server/workplace/add-sensor'
import { answerItems } from '#server/workplace/answer-items'
import { arrangeRoom } from '#server/workplace/arrange-room'
import { assignAction } from '#server/workplace/assign-action'
import { beginAlarm } from '#server/workplace/begin-alarm'
import { callRoll } from '#server/workplace/call-roll'
import { closeAction } from '#server/workplace/close-action'
import { decideSourcing } from '#server/workplace/decide-sourcing'
import { roundsDue } from '#server/workplace/due-queries'
import { endAlarm } from '#server/workplace/end-alarm'
import { endSchedule } from '#server/workplace/end-schedule'
import { showRound } from '#server/workplace/form-queries'
import { measureSeat } from '#server/workplace/measure-seat'
import { putEquipment } from '#server/workplace/put-equipment'
import { listReadings, listRounds, mySeat } from '#server/workplace/queries'
import { removeEquipment } from '#server/workplace/remove-equipment'
import { reportFault } from '#server/workplace/report-fault'
import { retireSeat } from '#server/workplace/retire-seat'
import { reviewRound } from '#server/workplace/review-round'
import { revokeSensor } from '#server/workplace/revoke-sensor'
import { siteSafety } from '#server/workplace/safety-queries'
import { scheduleRounds } from '#server/workplace/schedule-rounds'
import { showSeat } from '#server/workplace/seat-page-queries'
import { listSeats, siteMap } from '#server/workplace/seat-queries'
import { listSensors, showSensor } from '#server/workplace/sensor-queries'
import { setSafety } from '#server/workplace/set-safety'
import { listSourcing } from '#server/workplace/sourcing-queries'
import { startRound } from '#server/workplace/start-round'
import { submitRound } from '#server/workplace/submit-round'
import { verifyAction } from '#server/workplace/verify-action'

export const operations: Operation[] = [
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
  { method: 'POST', path: '/workplaces', run: addSeat },
  { method: 'DELETE', path: '/workplaces/{workplaceId}', run: retireSeat },
  { method: 'POST', path: '/workplaces/{workplaceId}/equipment', run: putEquipment },
  { method: 'DELETE', path: '/equipment/{equipmentId}', run: removeEquipment },
  { method: 'POST', path: '/rooms', run: addRoom },
  { method: 'PUT', path: '/rooms/{roomId}/seats', run: arrangeRoom },
  { method: 'POST', path: '/inspections/schedules', run: scheduleRounds },
  { method: 'DELETE', path: '/inspections/schedules/{scheduleId}', run: endSchedule },
  { method: 'GET', path: '/workplaces/map', run: siteMap },
  { method: 'GET', path: '/workplaces/{workplaceId}', run: showSeat },
  { method: 'GET', path: '/readings', run: listReadings },
  { method: 'POST', path: '/workplaces/mine/readings', run: measureSeat },
  { method: 'GET', path: '/safety', run: siteSafety },
  { method: 'PUT', path: '/sites/{siteId}/safety', run: setSafety },
  { method: 'POST', path: '/alarms', run: beginAlarm },
  { method: 'POST', path: '/alarms/{alarmId}/end', run: endAlarm, status: 200 },
  { method: 'POST', path: '/alarms/{alarmId}/roll', run: callRoll, status: 200 },
  { method: 'GET', path: '/sourcing', run: listSourcing },
  { method: 'POST', path: '/sourcing', run: decideSourcing },
  { method: 'GET', path: '/sensors', run: listSensors },
  { method: 'POST', path: '/sensors', run: addSensor },
  { method: 'GET', path: '/sensors/{sensorId}', run: showSensor },
  { method: 'DELETE', path: '/sensors/{sensorId}', run: revokeSensor },
]
