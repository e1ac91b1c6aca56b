import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { ideaReplies } from '#db/schema/idea-answers'
import { ideas } from '#db/schema/ideas'
import { AnswerIdea, answersFor } from '#domain/ideas'
import { conflict, invalid } from '#domain/refused'
import { command } from '#server/command'
import { loggersOf } from '#server/ideas/ask-queries'
import { listenersOf, lockIdea } from '#server/ideas/lock-queries'
import { endPause, startPause } from '#server/ideas/pause-queries'

/** The owner's word: heard, a question to the author, or a decision with its reason. Postgres refuses a state without one. */
export const answerIdea = command({
  verb: 'ideas.answer',
  input: AnswerIdea,
  output: z.object({ replyId: z.uuid() }),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  readable: 'ideas.show',
  audit: ({ input, result }) => ({
    kind: 'idea',
    id: String(input.number),
    detail: { kind: input.kind, state: input.state ?? null, replyId: result.replyId },
  }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    const { kind, body } = input
    if (!answersFor(subject.state).includes(kind)) throw conflict('answerNotNow')
    const decided = kind === 'decision'
    const state = decided && input.state ? input.state : 'under-review'
    const returnsOn = state === 'not-now' ? input.returnsOn : null
    if (returnsOn && returnsOn <= subject.today) throw invalid('returnsOn', 'afterToday')
    const replyId = newId()
    await tx.insert(ideaReplies).values({
      id: replyId,
      ideaId: subject.id,
      authorId: actor.personId,
      kind,
      body,
      state: decided ? state : null,
      reason: decided ? input.reason : null,
      createdAt: now,
    })
    const first = subject.state === 'new' ? { firstReplyId: replyId } : {}
    const decision = decided ? { decisionReplyId: replyId } : {}
    const answeredOn = subject.today
    const doneOn = state === 'done' ? subject.today : null
    if (decided) await endPause(tx, subject)
    await tx
      .update(ideas)
      .set({ state, returnsOn, doneOn, answeredOn, ...first, ...decision })
      .where(eq(ideas.id, subject.id))
    if (kind === 'question') await startPause(tx, subject)
    // Whoever told of customers' asking hears first that it is there.
    if (state === 'done')
      notify({
        to: await loggersOf(tx, subject.id),
        kind: 'idea.released',
        params: { number: subject.number, title: subject.title },
        href: `/ideas/${subject.number}`,
      })
    const params = { number: subject.number, title: subject.title, state, kind }
    notify({
      to: await listenersOf(tx, subject),
      kind: 'idea.answered',
      params,
      href: `/ideas/${subject.number}`,
    })
    return { replyId }
  },
})
