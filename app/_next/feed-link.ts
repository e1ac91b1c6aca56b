'use server'

import { refresh } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { formAction } from '#app/_next/forms'
import { requireActor } from '#app/_next/session'
import type { FormState } from '#components/ui/form-state'
import { environment } from '#db/environment'
import { makeLink } from '#server/accounts/make-link'

const making = formAction(makeLink)

/** The address is in this answer and nowhere else, so it is made without an idempotency key, which would store it. */
export async function makeFeedAction(previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireActor().catch(() => undefined)
  if (!actor) return making(previous, data)
  const subject = String(data.get('subject') ?? '').slice(0, 100)
  const [{ secret }, t] = await Promise.all([
    makeLink(actor, { kind: 'ideas-feed', subject }),
    getTranslations('ideas.feed'),
  ])
  const address = `${environment().appUrl}/api/ideas/feed?token=${secret}`
  return { status: 'done', message: `${t('shown')} ${address}`, sequence: previous.sequence + 1 }
}

/** The same for a person's own calendar. */
export async function makeCalendarAction(previous: FormState, data: FormData): Promise<FormState> {
  const actor = await requireActor().catch(() => undefined)
  if (!actor) return making(previous, data)
  const [{ secret }, t] = await Promise.all([
    makeLink(actor, { kind: 'calendar' }),
    getTranslations('training.feed'),
  ])
  refresh()
  const address = `${environment().appUrl}/api/calendar?token=${secret}`
  return { status: 'done', message: `${t('shown')} ${address}`, sequence: previous.sequence + 1 }
}
