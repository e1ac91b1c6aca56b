'use server'

import { formAction } from '#app/_next/forms'
import { addPerson } from '#server/people/add'
import { assignMentor } from '#server/people/assign-mentor'
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
export const assignMentorAction = formAction(assignMentor, { said: 'saved' })
