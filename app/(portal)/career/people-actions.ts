'use server'

import { formAction } from '#app/_next/forms'
import { changeCompanion } from '#server/career/change-companion'
import { offerMentoring } from '#server/career/offer-mentoring'
import { proposeLevel } from '#server/career/propose-level'
import { assignMentor } from '#server/people/assign-mentor'

export const proposeLevelAction = formAction(proposeLevel, { said: 'levelProposed' })
export const offerMentoringAction = formAction(offerMentoring, { said: 'saved' })
export const changeCompanionAction = formAction(changeCompanion, { said: 'saved' })
export const assignMentorAction = formAction(assignMentor, { said: 'mentorGiven' })
