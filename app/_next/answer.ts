'use server'

import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { limitPerSecret } from '#app/_next/limits'
import type { Answered } from '#components/ideas/answer-desk'
import { systemActor } from '#domain/access'
import { ReplyCode } from '#domain/ideas'
import { Refused } from '#domain/refused'
import { readByCode } from '#server/ideas/idea-queries'
import { replyByCode } from '#server/ideas/reply-by-code'
import { forgetPerson } from '#server/request-scope'

const Asked = z.object({ code: ReplyCode, body: z.string().trim().default('') })

type Why = 'none' | 'wait' | 'long'

const tried = async (act: () => Promise<unknown>): Promise<Why | undefined> => {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.reason === 'too-many') return 'wait'
    return error.fields.body ? 'long' : 'none'
  }
}

/** The idea of a code as its author reads it. */
const read = async (code: string): Promise<Answered['idea']> => {
  await limitPerSecret(code, 'read')
  const idea = await readByCode(systemActor(), { code })
  const { number, title, body, state, thread, days, paused, removedFor } = idea
  const mergedInto = idea.mergedInto?.title ?? null
  const stands = { state, days, paused, removedFor, mergedInto }
  return { number, title, body, ...stands, thread }
}

/**
 * The desk of anonymous authors: whoever holds the code reads, and writes on. Nobody's session is asked for. What was written and
 * could not be taken comes back, beside the idea, so that nothing is lost without JavaScript either.
 */
export async function answerAction(_previous: Answered, data: FormData): Promise<Answered> {
  forgetPerson()
  const t = await getTranslations('ideas.code')
  const { data: asked } = Asked.safeParse(Object.fromEntries(data))
  if (!asked?.code) return { refused: t('none') }
  const { code, body } = asked
  const reply = async () => {
    await limitPerSecret(code, 'reply')
    await replyByCode(systemActor(), { code, body })
  }
  const unsent = body ? await tried(reply) : undefined
  let idea: Answered['idea']
  const unread = await tried(async () => {
    idea = await read(code)
  })
  const why = unsent ?? unread
  const kept = unsent && { kept: body }
  return { code, idea, sent: Boolean(body && !unsent), ...(why && { refused: t(why) }), ...kept }
}
