import { z } from 'zod'
import { ideaComments } from '#db/schema/idea-answers'
import { CommentIdea } from '#domain/ideas'
import { command } from '#server/command'
import { listenersOf, lockIdea } from '#server/ideas/lock-queries'

/** Adds a colleague's words under an idea; whoever comments is named. */
export const commentIdea = command({
  verb: 'ideas.comment',
  input: CommentIdea,
  output: z.object({ id: z.uuid() }),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  audit: ({ input, result }) => ({
    kind: 'idea',
    id: String(input.number),
    detail: { commentId: result.id },
  }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    const id = newId()
    const { id: ideaId, number, title, today } = subject
    const said = { id, ideaId, authorId: actor.personId, body: input.body, saidOn: today, createdAt: now }
    await tx.insert(ideaComments).values(said)
    const to = [subject.ownerId, ...(await listenersOf(tx, subject))]
    notify({ to, kind: 'idea.commented', params: { number, title }, href: `/ideas/${number}` })
    return { id }
  },
})
