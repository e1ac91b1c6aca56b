'use server'

import { getTranslations } from 'next-intl/server'
import { formAction } from '#app/_next/forms'
import { environment } from '#db/environment'
import { makeLink } from '#server/accounts/make-link'

/** The address of a feed of ideas, which is in this answer and nowhere else. */
export const makeFeedAction = formAction(makeLink, {
  told: async ({ secret }) => {
    const t = await getTranslations('ideas.feed')
    return `${t('shown')} ${environment().appUrl}/api/ideas/feed?token=${secret}`
  },
})

/** The same for a person's own calendar. */
export const makeCalendarAction = formAction(makeLink, {
  told: async ({ secret }) => {
    const t = await getTranslations('training.feed')
    return `${t('shown')} ${environment().appUrl}/api/calendar?token=${secret}`
  },
})
