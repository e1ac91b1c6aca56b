'use server'

import { getTranslations } from 'next-intl/server'
import { formAction } from '#app/_next/forms'
import type { FormState } from '#components/ui/form-state'
import { openWebhook } from '#server/ideas/open-webhook'

const opening = formAction(openWebhook, { shown: ({ secret }) => ({ signedWith: secret }) })

/** The key is in this answer and nowhere else: it is said beside the tracker that appears in the list. */
export async function openWebhookAction(previous: FormState, data: FormData): Promise<FormState> {
  const state = await opening(previous, data)
  const key = state.status === 'done' ? state.values?.signedWith : undefined
  if (!key) return state
  const t = await getTranslations('ideas.trackers')
  return { ...state, message: `${t('shown')} ${key}`, values: undefined }
}
