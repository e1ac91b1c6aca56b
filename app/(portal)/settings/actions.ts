'use server'

import { getTranslations } from 'next-intl/server'
import { formAction } from '#app/_next/forms'
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

export const makeTokenAction = formAction(makeToken, {
  told: async ({ secret }) => {
    const t = await getTranslations('accounts')
    return `${t('tokens.made')} ${secret}`
  },
})
export const celebrateAction = formAction(setCelebrations, { said: 'saved' })
