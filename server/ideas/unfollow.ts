import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { ideaFollows } from '#db/schema/idea-answers'
import { IdeaNumber } from '#domain/ideas'
import { command } from '#server/command'
import { lockIdea } from '#server/ideas/lock-queries'

export const unfollowIdea = command({
  verb: 'ideas.unfollow',
  input: IdeaNumber,
  output: z.object({}),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  audit: ({ input }) => ({ kind: 'idea', id: String(input.number) }),
  async run({ tx, actor, subject }) {
    const mine = and(eq(ideaFollows.ideaId, subject.id), eq(ideaFollows.personId, actor.personId))
    await tx.delete(ideaFollows).where(mine)
    return {}
  },
})
