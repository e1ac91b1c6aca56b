import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { ideaVotes } from '#db/schema/idea-answers'
import { IdeaNumber } from '#domain/ideas'
import { command } from '#server/command'
import { lockIdea } from '#server/ideas/lock-queries'

export const withdrawSupport = command({
  verb: 'ideas.withdrawSupport',
  input: IdeaNumber,
  output: z.object({}),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  audit: ({ input }) => ({ kind: 'idea', id: String(input.number) }),
  async run({ tx, actor, subject }) {
    const mine = and(eq(ideaVotes.ideaId, subject.id), eq(ideaVotes.personId, actor.personId))
    await tx.delete(ideaVotes).where(mine)
    return {}
  },
})
