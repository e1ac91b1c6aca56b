import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { ideaReplies } from '#db/schema/idea-answers'
import { ideaMerges } from '#db/schema/idea-changes'
import { ideas } from '#db/schema/ideas'
import { UnmergeIdea } from '#domain/ideas'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { listenersOf, lockIdea } from '#server/ideas/lock-queries'

const UNDECIDED = ['new', 'under-review']

/** Takes back the votes that came by this merge alone. */
const returnVotes = async (tx: Tx, mergeId: string, into: string): Promise<number> => {
  const { rows } = await tx.execute<{ id: string }>(
    sql`delete from idea_moved_votes where merge_id = ${mergeId} returning person_id as id`,
  )
  const people = sql.param(rows.map(({ id }) => id))
  const { rowCount } = await tx.execute(sql`
    delete from idea_votes v where v.idea_id = ${into} and v.person_id = any(${people}::uuid[])
      and not exists (select 1 from idea_moved_votes m where m.into_id = v.idea_id and m.person_id = v.person_id)`)
  return rowCount ?? 0
}

/** Takes a merge apart: the idea stands where it stood, and votes that came with it go. */
export const unmergeIdea = command({
  verb: 'ideas.unmerge',
  input: UnmergeIdea,
  output: z.object({ returned: z.number() }),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  readable: 'ideas.show',
  audit: ({ input, result }) => ({
    kind: 'idea',
    id: String(input.number),
    detail: { returned: result.returned },
  }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    const open = and(eq(ideaMerges.ideaId, subject.id), isNull(ideaMerges.undoneAt))
    const [merge] = await tx.select().from(ideaMerges).where(open)
    if (!merge) throw conflict('ideas.notMerged')
    // The same order as a merge: the target's row is locked by its count of votes.
    await tx.execute(sql`select 1 from ideas where id = ${merge.intoId} for no key update`)
    const reply = { kind: 'ack', body: input.body, id: newId(), ideaId: subject.id } as const
    await tx.insert(ideaReplies).values({ ...reply, authorId: actor.personId, createdAt: now })
    const undone = { undoneBy: actor.personId, undoneAt: now }
    await tx.update(ideaMerges).set(undone).where(eq(ideaMerges.id, merge.id))
    const state = UNDECIDED.includes(merge.stateBefore) ? 'under-review' : merge.stateBefore
    const { decisionBefore, returnsBefore, doneBefore } = merge
    const before = { decisionReplyId: decisionBefore, returnsOn: returnsBefore, doneOn: doneBefore }
    await tx
      .update(ideas)
      .set({ state, mergedInto: null, answeredOn: subject.today, ...before })
      .where(eq(ideas.id, subject.id))
    const returned = await returnVotes(tx, merge.id, merge.intoId)
    const { number, title } = subject
    const to = await listenersOf(tx, subject)
    notify({ to, kind: 'idea.unmerged', params: { number, title }, href: `/ideas/${number}` })
    return { returned }
  },
})
