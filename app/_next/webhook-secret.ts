'use server'

import { getTranslations } from 'next-intl/server'
import { formAction } from '#app/_next/forms'
import { openWebhook } from '#server/ideas/open-webhook'

/** The key is in this answer and nowhere else: it is said beside the tracker that appears in the list. */
export const openWebhookAction = formAction(openWebhook, {
  told: async ({ secret }) => {
    const t = await getTranslations('ideas.trackers')
    return `${t('shown')} ${secret}`
  },
})
