'use server'

import { formAction } from '#app/_next/forms'
import { acceptRisk } from '#server/workplace/accept-risk'
import { answerSection } from '#server/workplace/answer-section'
import { assignAction } from '#server/workplace/assign-action'
import { closeAction } from '#server/workplace/close-action'
import { orderTea } from '#server/workplace/order-tea'
import { reportFault } from '#server/workplace/report-fault'
import { reviewRound } from '#server/workplace/review-round'
import { serveTea } from '#server/workplace/serve-tea'
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
export const submitRoundAction = formAction(submitRound)
export const reviewRoundAction = formAction(reviewRound, { said: 'roundReviewed' })
export const closeActionAction = formAction(closeAction, { said: 'actionDone' })
export const assignActionAction = formAction(assignAction, { said: 'actionAssigned' })
export const acceptRiskAction = formAction(acceptRisk, { said: 'riskAccepted' })
export const verifyActionAction = formAction(verifyAction, { said: 'actionVerified' })
