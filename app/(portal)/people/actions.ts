'use server'

import { getTranslations } from 'next-intl/server'
import { attempt, formAction } from '#app/_next/forms'
import type { FormState } from '#components/ui/form-state'
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

/** The password is in this answer and nowhere else, so it is made without an idempotency key, which would store it. */
export async function resetPasswordAction(previous: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations('people')
  let password = ''
  const state = await attempt(previous, data, async (actor, { personId }) => {
    const made = await resetPassword(actor, { personId: String(personId) })
    password = made.password
    return undefined
  })
  return state.status === 'done' ? { ...state, message: t('passwordMade', { password }) } : state
}
