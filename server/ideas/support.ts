import { z } from 'zod'
import { ideaVotes } from '#db/schema/idea-answers'
import { IdeaNumber, isOpen } from '#domain/ideas'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { lockIdea } from '#server/ideas/lock-queries'

/** Says "I feel the same". Once a person: saying it again changes nothing. */
export const supportIdea = command({
  verb: 'ideas.support',
  input: IdeaNumber,
  output: z.object({}),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  audit: ({ input }) => ({ kind: 'idea', id: String(input.number) }),
  async run({ tx, actor, subject }) {
    if (!isOpen(subject.state)) throw conflict('ideaClosed')
    await tx.insert(ideaVotes).values({ ideaId: subject.id, personId: actor.personId }).onConflictDoNothing()
    return {}
  },
})
