'use server'

import { formAction } from '#app/_next/forms'
import { takeSheet } from '#app/_next/sheet-forms'
import { type FormState, idle } from '#components/ui/form-state'
import { makeLink } from '#server/accounts/make-link'
import { revokeLink } from '#server/accounts/revoke-link'
import { confirmAward } from '#server/recognition/confirm-award'
import { congratulate } from '#server/recognition/congratulate'
import { decideThanks } from '#server/recognition/decide-thanks'
import { enterThanks } from '#server/recognition/enter-thanks'
import { givePraise } from '#server/recognition/give'
import { importThanks } from '#server/recognition/import-thanks'
import { keepReported } from '#server/recognition/keep-reported'
import { liftFreeze } from '#server/recognition/lift-freeze'
import { passThanksOn } from '#server/recognition/pass-thanks-on'
import { reactToPraise } from '#server/recognition/react'
import { reportPraise } from '#server/recognition/report'
import { revokePraise } from '#server/recognition/revoke'
import { setCap } from '#server/recognition/set-cap'
import { setThanksAside } from '#server/recognition/set-thanks-aside'
import { retireValue, writeValue } from '#server/recognition/write-value'

export const givePraiseAction = formAction(givePraise, { to: ({ id }) => `/recognition#${id}` })
export const revokePraiseAction = formAction(revokePraise, { to: () => '/recognition' })
export const revokeReportedAction = formAction(revokePraise, { said: 'praiseRevoked' })
export const reportPraiseAction = formAction(reportPraise, { said: 'praiseReported' })
export const keepReportedAction = formAction(keepReported, { said: 'praiseKept' })
export const enterThanksAction = formAction(enterThanks, { said: 'thanksEntered' })
export const passThanksOnAction = formAction(passThanksOn, { said: 'thanksPassedOn' })
export const setThanksAsideAction = formAction(setThanksAside, { said: 'thanksSetAside' })
export async function importThanksAction(previous: FormState, data: FormData): Promise<FormState> {
  return takeSheet(previous, data, (actor, sheet) => importThanks(actor, sheet))
}
export const confirmAwardAction = formAction(confirmAward, { said: 'awardConfirmed' })
export const decideThanksAction = formAction(decideThanks, { said: 'saved' })
export const setCapAction = formAction(setCap, { said: 'saved' })
export const liftFreezeAction = formAction(liftFreeze, { said: 'saved' })
export const writeValueAction = formAction(writeValue, { said: 'saved' })
/** The address is in this answer and nowhere else. */
export const openScreenAction = formAction(makeLink, {
  shown: ({ secret }) => ({ path: `/recognition/screen/${secret}` }),
})
export const closeScreenAction = formAction(revokeLink, { said: 'saved' })
export const retireValueAction = formAction(retireValue, { said: 'saved' })

/** One button a sign; the own one pressed again takes it back. */
export const reactAction = async (data: FormData): Promise<void> =>
  void (await formAction(reactToPraise)(idle, data))

/** One button a day; pressed again it takes the greeting back. */
export const congratulateAction = async (data: FormData): Promise<void> =>
  void (await formAction(congratulate)(idle, data))
