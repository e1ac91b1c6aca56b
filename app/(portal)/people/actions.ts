'use server'

import { getTranslations } from 'next-intl/server'
import { formAction } from '#app/_next/forms'
import { resetPassword } from '#server/accounts/reset-password'
import { addPerson } from '#server/people/add'
import { endEmployment } from '#server/people/end'
import { grantRole } from '#server/people/grant'
import { movePerson } from '#server/people/move'
import { renamePerson } from '#server/people/rename'
import { withdrawRole } from '#server/people/withdraw'

export const addPersonAction = formAction(addPerson, { to: ({ id }) => `/people/${id}` })
export const renamePersonAction = formAction(renamePerson, { said: 'saved' })
export const movePersonAction = formAction(movePerson, { said: 'moved' })
export const endEmploymentAction = formAction(endEmployment, { said: 'ended' })
export const grantRoleAction = formAction(grantRole, { said: 'granted' })
export const withdrawRoleAction = formAction(withdrawRole, { said: 'withdrawn' })

/** The password is in this answer and nowhere else. */
export const resetPasswordAction = formAction(resetPassword, {
  told: async ({ password }) => {
    const t = await getTranslations('people')
    return t('passwordMade', { password })
  },
})
