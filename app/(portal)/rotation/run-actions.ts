'use server'

import { attempt, formAction } from '#app/_next/forms'
import type { FormState } from '#components/ui/form-state'
import { previewRun } from '#server/rotation/preview-queries'
import { startRun } from '#server/rotation/start-run'

const start = formAction(startRun, { said: 'runStarted' })

/** Starts a search, or only tries for two seconds what these weights would change. */
export async function startRunAction(previous: FormState, data: FormData): Promise<FormState> {
  if (data.get('preview') !== 'on') return start(previous, data)
  return attempt(previous, data, async (actor, input) => {
    const tried = await previewRun(actor, input as Parameters<typeof previewRun>[1])
    return { tried: JSON.stringify(tried) }
  })
}
