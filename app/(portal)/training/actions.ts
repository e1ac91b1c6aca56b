'use server'

import { formAction } from '#app/_next/forms'
import { revokeLink } from '#server/accounts/revoke-link'
import { askForDate } from '#server/training/ask'
import { assignTraining } from '#server/training/assign'
import { beginTraining } from '#server/training/begin'
import { cancelSession } from '#server/training/cancel-session'
import { changeSession } from '#server/training/change-session'
import { enrol } from '#server/training/enrol'
import { markSession } from '#server/training/mark-session'
import { planSeries } from '#server/training/plan-series'
import { rateTraining } from '#server/training/rate'
import { refuseEnrolment } from '#server/training/refuse'
import { revokeCertificate } from '#server/training/revoke-certificate'
import { withdraw } from '#server/training/withdraw'
import { withdrawAssignment } from '#server/training/withdraw-assignment'

export const enrolAction = formAction(enrol, { said: 'enrolled' })
export const beginAction = formAction(beginTraining, { said: 'enrolled' })
export const askAction = formAction(askForDate, { said: 'dateAsked' })
export const withdrawAction = formAction(withdraw, { said: 'withdrawnFromTraining' })
export const rateAction = formAction(rateTraining, { said: 'rated' })
export const revokeCalendarAction = formAction(revokeLink, { said: 'feedRevoked' })
export const planSeriesAction = formAction(planSeries, { said: 'sessionsPlanned' })
export const refuseAction = formAction(refuseEnrolment, { said: 'refused' })
export const changeSessionAction = formAction(changeSession, { said: 'saved' })
export const cancelSessionAction = formAction(cancelSession, { said: 'sessionCancelled' })
export const markSessionAction = formAction(markSession, { said: 'saved' })
export const revokeCertificateAction = formAction(revokeCertificate, { said: 'certificateRevoked' })
export const assignAction = formAction(assignTraining, { said: 'trainingAssigned' })
export const withdrawAssignmentAction = formAction(withdrawAssignment, { said: 'assignmentWithdrawn' })
