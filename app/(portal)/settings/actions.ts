'use server'

import { getTranslations } from 'next-intl/server'
import { formAction } from '#app/_next/forms'
import { requireActor } from '#app/_next/session'
import type { FormState } from '#components/ui/form-state'
import { changePassword } from '#server/accounts/change-password'
import { endSessions } from '#server/accounts/end-sessions'
import { makeToken } from '#server/accounts/make-token'
import { revokeToken } from '#server/accounts/revoke-token'
import { setCelebrations } from '#server/recognition/set-celebrations'
import { nameSame } from '#server/settings/name-same'
import { prefer } from '#server/settings/prefer'
import { retireSynonyms } from '#server/settings/retire-synonyms'
import { setDay } from '#server/settings/set-day'
import { setWorkdays } from '#server/settings/set-workdays'

export const preferAction = formAction(prefer, { said: 'saved' })
export const setWorkdaysAction = formAction(setWorkdays, { said: 'saved' })
export const setDayAction = formAction(setDay, { said: 'saved' })
export const nameSameAction = formAction(nameSame, { said: 'saved' })
export const retireSynonymsAction = formAction(retireSynonyms, { said: 'saved' })
export const changePasswordAction = formAction(changePassword, { said: 'passwordChanged', limit: 'secret' })
export const endSessionsAction = formAction(endSessions, { to: () => '/sign-in' })
export const revokeTokenAction = formAction(revokeToken, { said: 'tokenRevoked' })

const making = formAction(makeToken)

/** The secret is in this answer and nowhere else, so it is made without an idempotency key, which would store it. */
export async function makeTokenAction(previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireActor().catch(() => undefined)
  if (!actor) return making(previous, data)
  const days = Number(data.get('days'))
  const scope = data.get('scope') === 'write' ? 'write' : 'read'
  const name = String(data.get('name') ?? '')
  if (!name.trim() || !(days >= 1 && days <= 365)) return making(previous, data)
  const [{ secret }, t] = await Promise.all([
    makeToken(actor, { name, scope, days }),
    getTranslations('accounts'),
  ])
  return { status: 'done', message: `${t('tokens.made')} ${secret}`, sequence: previous.sequence + 1 }
}
export const celebrateAction = formAction(setCelebrations, { said: 'saved' })
