import type { Operation } from '#app/_next/operations'
import { addInstrument } from '#server/workplace/add-instrument'
import { assignSeat } from '#server/workplace/assign-seat'
import { calibrateInstrument } from '#server/workplace/calibrate-instrument'
import { endTeaPlan } from '#server/workplace/end-tea-plan'
import { freeSeat } from '#server/workplace/free-seat'
import { listInstruments } from '#server/workplace/instrument-queries'
import { moveTeam } from '#server/workplace/move-team'
import { orderTea } from '#server/workplace/order-tea'
import { planTea } from '#server/workplace/plan-tea'
import { retireInstrument } from '#server/workplace/retire-instrument'
import { siteSeating } from '#server/workplace/seating-queries'
import { serveTea } from '#server/workplace/serve-tea'
import { skipTea } from '#server/workplace/skip-tea'
import { listTeaPlans } from '#server/workplace/tea-plan-queries'
import { teaNow, teaOrders } from '#server/workplace/tea-queries'

export const operations: Operation[] = [
  { method: 'GET', path: '/sites/{site}/seating', run: siteSeating },
  { method: 'POST', path: '/workplaces/{workplaceId}/people', run: assignSeat },
  { method: 'DELETE', path: '/workplaces/{workplaceId}/people/{personId}', run: freeSeat },
  { method: 'POST', path: '/teams/{teamId}/seats', run: moveTeam },
  { method: 'GET', path: '/instruments', run: listInstruments },
  { method: 'POST', path: '/instruments', run: addInstrument },
  { method: 'POST', path: '/instruments/{instrumentId}/calibrate', run: calibrateInstrument, status: 200 },
  { method: 'DELETE', path: '/instruments/{instrumentId}', run: retireInstrument },
  { method: 'GET', path: '/tea-plans', run: listTeaPlans },
  { method: 'POST', path: '/tea-plans', run: planTea },
  { method: 'DELETE', path: '/tea-plans/{planId}', run: endTeaPlan },
  { method: 'GET', path: '/tea-rounds', run: teaOrders },
  { method: 'GET', path: '/tea-rounds/mine', run: teaNow },
  { method: 'POST', path: '/tea-rounds/{roundId}/order', run: orderTea, status: 200 },
  { method: 'DELETE', path: '/tea-rounds/{roundId}/order', run: skipTea },
  { method: 'POST', path: '/tea-rounds/{roundId}/serve', run: serveTea, status: 200 },
]
