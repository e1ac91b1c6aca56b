'use server'

import { formAction } from '#app/_next/forms'
import { beginTraining } from '#server/training/begin'
import { enrol } from '#server/training/enrol'
import { revokeCertificate } from '#server/training/revoke-certificate'
import { withdraw } from '#server/training/withdraw'

export const enrolAction = formAction(enrol, { said: 'enrolled' })
export const beginAction = formAction(beginTraining, { said: 'enrolled' })
export const withdrawAction = formAction(withdraw, { said: 'withdrawnFromTraining' })
export const revokeCertificateAction = formAction(revokeCertificate, { said: 'certificateRevoked' })
