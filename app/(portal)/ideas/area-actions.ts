'use server'

import { formAction } from '#app/_next/forms'
import { revokeLink } from '#server/accounts/revoke-link'
import { changeArea } from '#server/ideas/change-area'
import { closeWebhook } from '#server/ideas/close-webhook'
import { openArea } from '#server/ideas/open-area'
import { retireArea } from '#server/ideas/retire-area'

export const openAreaAction = formAction(openArea, { said: 'areaOpened' })
export const changeAreaAction = formAction(changeArea, { said: 'saved' })
export const retireAreaAction = formAction(retireArea, { said: 'areaRetired' })
export const closeWebhookAction = formAction(closeWebhook, { said: 'trackerClosed' })
export const revokeFeedAction = formAction(revokeLink, { said: 'feedRevoked' })
