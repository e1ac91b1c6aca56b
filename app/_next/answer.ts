'use server'

import { getTranslations } from 'next-intl/server'
import { createElement } from 'react'
import { z } from 'zod'
import { limitPerSecret } from '#app/_next/limits'
import type { Answered } from '#components/ideas/answer-desk'
import { Prose } from '#components/ui/prose'
import { systemActor } from '#domain/access'
import { ReplyCode } from '#domain/ideas'
import { Refused } from '#domain/refused'
import { readByCode } from '#server/ideas/idea-queries'
import { replyByCode } from '#server/ideas/reply-by-code'
import { forgetPerson } from '#server/request-scope'

const Asked = z.object({ code: ReplyCode, body: z.string().trim().max(2000).default('') })

const written = (text: string) => createElement(Prose, { text })

/** The desk of anonymous authors: whoever holds the code reads, and writes on. Nobody's session is asked for. */
export async function answerAction(_previous: Answered, data: FormData): Promise<Answered> {
  forgetPerson()
  const t = await getTranslations('ideas.code')
  const { data: asked } = Asked.safeParse(Object.fromEntries(data))
  if (!asked?.code) return { refused: t('none') }
  const { code, body } = asked
  try {
    await limitPerSecret(code, body ? 'reply' : 'read')
    if (body) await replyByCode(systemActor(), { code, body })
    const read = await readByCode(systemActor(), { code })
    const { number, title, body: text, state, thread, days, paused, removedFor } = read
    const said = thread.map((entry) => ({ ...entry, body: entry.body && written(entry.body) }))
    const mergedInto = read.mergedInto?.title ?? null
    const stands = { state, days, paused, removedFor, mergedInto }
    const idea = { number, title, body: text ? written(text) : null, ...stands, thread: said }
    return { code, idea, sent: Boolean(body) }
  } catch (error) {
    if (error instanceof Refused && error.reason === 'too-many') return { code, refused: t('wait') }
    if (error instanceof Refused) return { code, refused: t('none') }
    throw error
  }
}
