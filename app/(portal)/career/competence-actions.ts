'use server'

import { formAction } from '#app/_next/forms'
import { retireCompetence } from '#server/career/retire-competence'
import { setCompetence } from '#server/career/set-competence'

export const setCompetenceAction = formAction(setCompetence, { said: 'competenceSaved' })
export const retireCompetenceAction = formAction(retireCompetence, { said: 'saved' })
