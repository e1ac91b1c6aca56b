import { z } from 'zod'
import { ideaReplies } from '#db/schema/idea-answers'
import { ideaEffects } from '#db/schema/idea-changes'
import { RecordEffect } from '#domain/ideas'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { listenersOf, lockIdea } from '#server/ideas/lock-queries'

/** Tells what came of a done idea, in numbers before and after and in words. */
export const recordEffect = command({
  verb: 'ideas.recordEffect',
  input: RecordEffect,
  output: z.object({}),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  readable: 'ideas.show',
  audit: ({ input }) => ({ kind: 'idea', id: String(input.number), detail: { effect: input.kind } }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    if (subject.state !== 'done') throw conflict('ideas.notDone')
    const replyId = newId()
    const { kind, before, after, body } = input
    const said = { id: replyId, ideaId: subject.id, authorId: actor.personId, createdAt: now }
    await tx.insert(ideaReplies).values({ ...said, kind: 'outcome', body })
    const contacts = kind === 'time' ? (input.contacts ?? null) : null
    const measured = { measuredOn: subject.today, measuredBy: actor.personId, replyId }
    await tx.insert(ideaEffects).values({ ideaId: subject.id, kind, before, after, contacts, ...measured })
    const { number, title } = subject
    const to = await listenersOf(tx, subject)
    notify({ to, kind: 'idea.effect', params: { number, title }, href: `/ideas/${number}` })
    return {}
  },
})
