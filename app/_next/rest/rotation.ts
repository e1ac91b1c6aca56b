import type { Operation } from '#app/_next/operations'
import { answerSwap } from '#server/rotation/answer-swap'
import { breakRule } from '#server/rotation/break-rule-queries'
import { shiftCalendar } from '#server/rotation/calendar-queries'
import { listChanges } from '#server/rotation/changes-queries'
import { copyDay } from '#server/rotation/copy-day'
import { copyWeek } from '#server/rotation/copy-week'
import { decideSwap } from '#server/rotation/decide-swap'
import { demandDay } from '#server/rotation/demand-day-queries'
import { demandFromPast } from '#server/rotation/demand-from-past'
import { fillBreaks } from '#server/rotation/fill-breaks'
import { floorNow } from '#server/rotation/floor-queries'
import { forecastDay } from '#server/rotation/forecast-day'
import { forecastDemand } from '#server/rotation/forecast-demand'
import { importShifts } from '#server/rotation/import-shifts'
import { layDays } from '#server/rotation/lay-days'
import { layDemand } from '#server/rotation/lay-demand'
import { moveBlock } from '#server/rotation/move-block'
import { myDay } from '#server/rotation/my-queries'
import { rotationFigures } from '#server/rotation/numbers-queries'
import { offerSwap } from '#server/rotation/offer-swap'
import { openPlan } from '#server/rotation/open-plan'
import { overtimeCandidates } from '#server/rotation/overtime-queries'
import { planWeek } from '#server/rotation/plan-week'
import { previewRun } from '#server/rotation/preview-queries'
import { publishPlan } from '#server/rotation/publish'
import { putBlock } from '#server/rotation/put-block'
import { putShift } from '#server/rotation/put-shift'
import { listBlocks, listDemand, listPlans, listShifts, listTasks } from '#server/rotation/queries'
import { recordAbsence } from '#server/rotation/record-absence'
import { removeAbsence } from '#server/rotation/remove-absence'
import { removeBlock } from '#server/rotation/remove-block'
import { removeShift } from '#server/rotation/remove-shift'
import { repeatShifts } from '#server/rotation/repeat-shifts'
import { retireTask } from '#server/rotation/retire-task'
import { findRun } from '#server/rotation/run-queries'
import { sayTired } from '#server/rotation/say-tired'
import { setBreakRule } from '#server/rotation/set-break-rule'
import { setDemand } from '#server/rotation/set-demand'
import { setSwapRule } from '#server/rotation/set-swap-rule'
import { setWeights } from '#server/rotation/set-weights'
import { setWish } from '#server/rotation/set-wish'
import { shiftWeek } from '#server/rotation/shift-week-queries'
import { solveRotation } from '#server/rotation/solve-queries'
import { startRun } from '#server/rotation/start-run'
import { stopRun } from '#server/rotation/stop-run'
import { stopWeek } from '#server/rotation/stop-week'
import { listSwaps } from '#server/rotation/swap-queries'
import { findTakers } from '#server/rotation/takers-queries'
import { taskForm } from '#server/rotation/task-queries'
import { teamDay } from '#server/rotation/team-queries'
import { weekPlans } from '#server/rotation/week-queries'
import { planWeightsNow } from '#server/rotation/weights-queries'
import { myWishes } from '#server/rotation/wish-queries'
import { withdrawSwap } from '#server/rotation/withdraw-swap'
import { crossTraining } from '#server/rotation/worth-queries'
import { writeTask } from '#server/rotation/write-task'

export const operations: Operation[] = [
  { method: 'GET', path: '/tasks', run: listTasks },
  { method: 'POST', path: '/tasks', run: writeTask },
  { method: 'GET', path: '/tasks/form', run: taskForm },
  { method: 'POST', path: '/tasks/{taskId}/retirement', run: retireTask, status: 200 },
  { method: 'GET', path: '/shifts', run: listShifts },
  { method: 'POST', path: '/shifts', run: putShift },
  { method: 'GET', path: '/shifts/mine', run: myDay },
  { method: 'GET', path: '/demand', run: listDemand },
  { method: 'POST', path: '/demand', run: setDemand },
  { method: 'POST', path: '/demand/forecast', run: forecastDemand },
  { method: 'GET', path: '/rotation-plans', run: listPlans },
  { method: 'POST', path: '/rotation-plans', run: openPlan },
  { method: 'GET', path: '/rotation-plans/worth', run: crossTraining },
  { method: 'GET', path: '/rotation-plans/board', run: teamDay },
  { method: 'POST', path: '/rotation-plans/solve', run: solveRotation, status: 200 },
  { method: 'GET', path: '/rotation-plans/numbers', run: rotationFigures },
  { method: 'GET', path: '/rotation-plans/overtime', run: overtimeCandidates },
  { method: 'GET', path: '/rotation-plans/week', run: weekPlans },
  { method: 'POST', path: '/rotation-plans/week', run: planWeek, status: 202 },
  { method: 'POST', path: '/rotation-plans/week/stop', run: stopWeek, status: 200 },
  { method: 'GET', path: '/rotation-plans/break-rule', run: breakRule },
  { method: 'PUT', path: '/rotation-plans/break-rule', run: setBreakRule },
  { method: 'GET', path: '/rotation-plans/weights', run: planWeightsNow },
  { method: 'PUT', path: '/rotation-plans/weights', run: setWeights },
  { method: 'GET', path: '/rotation-plans/{planId}/preview', run: previewRun },
  { method: 'GET', path: '/rotation-plans/{planId}/runs/latest', run: findRun },
  { method: 'POST', path: '/rotation-plans/{planId}/runs', run: startRun, status: 202 },
  { method: 'POST', path: '/rotation-plans/runs/{runId}/stop', run: stopRun, status: 200 },
  { method: 'GET', path: '/rotation-plans/{planId}/changes', run: listChanges },
  { method: 'POST', path: '/rotation-plans/{planId}/publish', run: publishPlan, status: 200 },
  { method: 'POST', path: '/rotation-plans/{planId}/breaks', run: fillBreaks, status: 200 },
  { method: 'POST', path: '/rotation-plans/{planId}/copy', run: copyDay, status: 200 },
  { method: 'PUT', path: '/rotation-plans/{planId}/days', run: layDays },
  { method: 'GET', path: '/shifts/week', run: shiftWeek },
  { method: 'POST', path: '/shifts/sheets', run: importShifts },
  { method: 'POST', path: '/shifts/weeks', run: copyWeek },
  { method: 'POST', path: '/shifts/patterns', run: repeatShifts },
  { method: 'DELETE', path: '/shifts/{shiftId}', run: removeShift },
  { method: 'POST', path: '/absences', run: recordAbsence },
  { method: 'DELETE', path: '/absences/{absenceId}', run: removeAbsence },
  { method: 'GET', path: '/demand/day', run: demandDay },
  { method: 'PUT', path: '/demand/day', run: layDemand },
  { method: 'PUT', path: '/demand/forecast', run: forecastDay },
  { method: 'PUT', path: '/demand/past', run: demandFromPast },
  { method: 'GET', path: '/shifts/calendar', run: shiftCalendar },
  { method: 'GET', path: '/wishes', run: myWishes },
  { method: 'PUT', path: '/wishes/{taskId}', run: setWish },
  { method: 'POST', path: '/blocks/{blockId}/tiredness', run: sayTired },
  { method: 'GET', path: '/swaps', run: listSwaps },
  { method: 'POST', path: '/swaps', run: offerSwap },
  { method: 'GET', path: '/swaps/takers', run: findTakers },
  { method: 'PUT', path: '/swaps/rules/{teamId}', run: setSwapRule },
  { method: 'POST', path: '/swaps/{swapId}/answer', run: answerSwap, status: 200 },
  { method: 'POST', path: '/swaps/{swapId}/decision', run: decideSwap, status: 200 },
  { method: 'POST', path: '/swaps/{swapId}/withdrawal', run: withdrawSwap, status: 200 },
  { method: 'GET', path: '/blocks/now', run: floorNow },
  { method: 'GET', path: '/blocks', run: listBlocks },
  { method: 'POST', path: '/blocks', run: putBlock },
  { method: 'PATCH', path: '/blocks/{blockId}', run: moveBlock },
  { method: 'DELETE', path: '/blocks/{blockId}', run: removeBlock },
]
