'use server'

import { getTranslations } from 'next-intl/server'

import { formAction } from '#app/_next/forms'
import { revokeLink } from '#server/accounts/revoke-link'
import { answerSwap } from '#server/rotation/answer-swap'
import { copyDay } from '#server/rotation/copy-day'
import { decideSwap } from '#server/rotation/decide-swap'
import { fillBreaks } from '#server/rotation/fill-breaks'
import { forecastDemand } from '#server/rotation/forecast-demand'
import { layDays } from '#server/rotation/lay-days'
import { offerSwap } from '#server/rotation/offer-swap'
import { openPlan } from '#server/rotation/open-plan'
import { planWeek } from '#server/rotation/plan-week'
import { publishPlan } from '#server/rotation/publish'
import { putBlock } from '#server/rotation/put-block'
import { removeBlock } from '#server/rotation/remove-block'
import { sayTired } from '#server/rotation/say-tired'
import { setBreakRule } from '#server/rotation/set-break-rule'
import { setDemand } from '#server/rotation/set-demand'
import { setSwapRule } from '#server/rotation/set-swap-rule'
import { setWeights } from '#server/rotation/set-weights'
import { setWish } from '#server/rotation/set-wish'
import { stopRun } from '#server/rotation/stop-run'
import { stopWeek } from '#server/rotation/stop-week'
import { withdrawSwap } from '#server/rotation/withdraw-swap'

/** What came of a swap, where it is another thing than what was pressed. */
const saidOf =
  (usual: 'swapAnswered' | 'swapDecided') =>
  async ({ status }: { status: string }) => {
    const words = await getTranslations('done')
    if (status === 'changed') return words('swapChanged')
    return words(status === 'impossible' ? 'swapImpossible' : usual)
  }

export const openPlanAction = formAction(openPlan)
export const layDaysAction = formAction(layDays)
export const putBlockAction = formAction(putBlock, { said: 'blockPut' })
export const removeBlockAction = formAction(removeBlock)
export const fillBreaksAction = formAction(fillBreaks, { said: 'breaksFilled' })
export const copyDayAction = formAction(copyDay, { said: 'dayCopied' })
export const publishPlanAction = formAction(publishPlan, { said: 'planPublished', afresh: true })
export const stopRunAction = formAction(stopRun, { said: 'runStopping' })
export const offerSwapAction = formAction(offerSwap, { to: () => '/rotation/swaps' })
export const answerSwapAction = formAction(answerSwap, { told: saidOf('swapAnswered') })
export const decideSwapAction = formAction(decideSwap, { told: saidOf('swapDecided') })
export const withdrawSwapAction = formAction(withdrawSwap, { said: 'swapWithdrawn' })
export const setSwapRuleAction = formAction(setSwapRule, { said: 'saved' })
export const setWishAction = formAction(setWish, { said: 'wishSet' })
export const sayTiredAction = formAction(sayTired, { said: 'tiredSaid' })
export const revokeCalendarAction = formAction(revokeLink, { said: 'calendarRevoked' })
export const planWeekAction = formAction(planWeek, { said: 'weekStarted' })
export const stopWeekAction = formAction(stopWeek, { said: 'weekStopping' })
export const setBreakRuleAction = formAction(setBreakRule, { said: 'breakRuleSet' })
export const setWeightsAction = formAction(setWeights, { said: 'weightsSet' })
export const setDemandAction = formAction(setDemand, { said: 'demandSet' })
export const forecastDemandAction = formAction(forecastDemand, {
  said: 'demandCounted',
  shown: ({ agents, onShift, serviceLevel, occupancy, waitSeconds }) => ({
    agents: String(agents),
    onShift: String(onShift),
    level: String(serviceLevel),
    occupancy: String(occupancy),
    wait: String(waitSeconds),
  }),
})
