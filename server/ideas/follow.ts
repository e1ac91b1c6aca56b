import { z } from 'zod'
import { ideaFollows } from '#db/schema/idea-answers'
import { IdeaNumber } from '#domain/ideas'
import { command } from '#server/command'
import { lockIdea } from '#server/ideas/lock-queries'

/** Hears from now on what happens to an idea. */
export const followIdea = command({
  verb: 'ideas.follow',
  input: IdeaNumber,
  output: z.object({}),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  audit: ({ input }) => ({ kind: 'idea', id: String(input.number) }),
  async run({ tx, actor, subject }) {
    const follow = { ideaId: subject.id, personId: actor.personId }
    await tx.insert(ideaFollows).values(follow).onConflictDoNothing()
    return {}
  },
})
