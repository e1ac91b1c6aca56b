import type { Operation } from '#app/_next/operations'
import { beginTraining } from '#server/training/begin'
import { verifyCertificate } from '#server/training/certificate-queries'
import { completeTraining } from '#server/training/complete'
import { enrol } from '#server/training/enrol'
import { listCompletions, listEnrolments, listSessions } from '#server/training/lists-queries'
import { planSession } from '#server/training/plan-session'
import { findTraining, listTrainings } from '#server/training/queries'
import { revokeCertificate } from '#server/training/revoke-certificate'
import { withdraw } from '#server/training/withdraw'

export const operations: Operation[] = [
  { method: 'GET', path: '/trainings', run: listTrainings },
  { method: 'GET', path: '/trainings/{slug}', run: findTraining },
  { method: 'POST', path: '/trainings/{trainingId}/enrolments', run: beginTraining },
  { method: 'GET', path: '/sessions', run: listSessions },
  { method: 'POST', path: '/sessions', run: planSession },
  { method: 'POST', path: '/sessions/{sessionId}/enrolments', run: enrol },
  { method: 'GET', path: '/enrolments', run: listEnrolments },
  { method: 'DELETE', path: '/enrolments/{enrolmentId}', run: withdraw },
  { method: 'GET', path: '/completions', run: listCompletions },
  { method: 'POST', path: '/completions', run: completeTraining },
  { method: 'GET', path: '/certificates/{code}', run: verifyCertificate },
  { method: 'POST', path: '/certificates/{code}/revocation', run: revokeCertificate },
]
