import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { ideas } from '#db/schema/ideas'
import { AssignIdea } from '#domain/ideas'
import { invalid } from '#domain/refused'
import { command } from '#server/command'
import { answers } from '#server/ideas/answerer-queries'
import { lockIdea } from '#server/ideas/lock-queries'

/** Hands an idea to another who answers; its clock goes on as it went. */
export const assignIdea = command({
  verb: 'ideas.assign',
  input: AssignIdea,
  output: z.object({}),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  readable: 'ideas.show',
  audit: ({ input }) => ({ kind: 'idea', id: String(input.number), detail: { ownerId: input.ownerId } }),
  async run({ tx, input, subject, notify }) {
    const { ownerId } = input
    const { rows } = await tx.execute(
      sql`select 1 from people p where p.id = ${ownerId} and ${answers(sql`p.id`)}`,
    )
    if (!rows.length) throw invalid('ownerId', 'ideas.cannotAnswer')
    // A refusal for a hidden author would name them; they see the idea as their own and hand it on.
    if (subject.authorMode === 'named' && subject.authorId === ownerId)
      throw invalid('ownerId', 'constraint.idea_replies_not_own')
    await tx.update(ideas).set({ ownerId }).where(eq(ideas.id, subject.id))
    const { number, title } = subject
    notify({ to: [ownerId], kind: 'idea.assigned', params: { number, title }, href: `/ideas/${number}` })
    return {}
  },
})
