'use server'

import { formAction } from '#app/_next/forms'
import { acknowledgeLadder } from '#server/career/acknowledge'
import { draftLadder } from '#server/career/draft'
import { publishLadder } from '#server/career/publish'
import { removeRequirement } from '#server/career/remove-requirement'
import { setIntent } from '#server/career/set-intent'
import { setRequirement } from '#server/career/set-requirement'
import { setSeats } from '#server/career/set-seats'

export const acknowledgeAction = formAction(acknowledgeLadder, { said: 'acknowledged' })
export const setIntentAction = formAction(setIntent, { said: 'intentSaved' })
export const draftAction = formAction(draftLadder, { to: ({ versionId }) => `/career/ladders/${versionId}` })
export const setSeatsAction = formAction(setSeats, { said: 'saved' })
export const setRequirementAction = formAction(setRequirement, { said: 'requirementSaved' })
export const removeRequirementAction = formAction(removeRequirement, { said: 'requirementRemoved' })
export const publishAction = formAction(publishLadder, { said: 'ladderPublished' })
