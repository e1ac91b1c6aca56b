import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { ideaComments } from '#db/schema/idea-answers'
import { ideaModerations } from '#db/schema/idea-changes'
import { ideas } from '#db/schema/ideas'
import { ModerateIdea } from '#domain/ideas'
import { notFound } from '#domain/refused'
import { command } from '#server/command'
import { lockIdea } from '#server/ideas/lock-queries'

/** Takes an idea or a comment out of sight, or puts it back; its author reads why. Nothing is deleted. */
export const moderateIdea = command({
  verb: 'ideas.moderate',
  input: ModerateIdea,
  output: z.object({}),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  readable: 'ideas.show',
  audit: ({ input }) => ({
    kind: 'idea',
    id: String(input.number),
    detail: { removed: input.removed, commentId: input.commentId ?? null },
  }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    const { commentId, removed, reason, number } = input
    let author = subject.authorId
    if (commentId) {
      const comment = and(eq(ideaComments.id, commentId), eq(ideaComments.ideaId, subject.id))
      const [found] = await tx.update(ideaComments).set({ removed }).where(comment).returning()
      if (!found) throw notFound()
      author = found.authorId
    } else {
      await tx.update(ideas).set({ removed }).where(eq(ideas.id, subject.id))
    }
    const act = { id: newId(), ideaId: subject.id, commentId, removed, reason }
    await tx.insert(ideaModerations).values({ ...act, moderatedBy: actor.personId, moderatedAt: now })
    const params = {
      title: subject.title,
      removed: String(removed),
      what: commentId ? 'comment' : 'idea',
      reason,
    }
    notify({ to: [author], kind: 'idea.moderated', params, href: `/ideas/${number}` })
    return {}
  },
})
