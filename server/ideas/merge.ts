import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { ideaReplies } from '#db/schema/idea-answers'
import { ideaMerges } from '#db/schema/idea-changes'
import { ideas } from '#db/schema/ideas'
import { MergeIdea } from '#domain/ideas'
import { conflict, invalid } from '#domain/refused'
import { command } from '#server/command'
import { listenersOf, lockTwo } from '#server/ideas/lock-queries'
import { endPause } from '#server/ideas/pause-queries'

/** Whoever supports the one supports the other from now on, once; who already did so by themselves stays as they were. */
const moveVotes = async (tx: Tx, mergeId: string, from: string, into: string): Promise<number> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select v.person_id as id from idea_votes v
    where v.idea_id = ${from} and v.person_id is distinct from (select author_id from ideas where id = ${into})
      and (not exists (select 1 from idea_votes o where o.idea_id = ${into} and o.person_id = v.person_id)
        or exists (select 1 from idea_moved_votes m where m.into_id = ${into} and m.person_id = v.person_id))`)
  const people = sql.param(rows.map(({ id }) => id))
  await tx.execute(sql`
    insert into idea_votes (idea_id, person_id) select ${into}::uuid, p from unnest(${people}::uuid[]) p on conflict do nothing`)
  await tx.execute(sql`
    insert into idea_moved_votes (merge_id, into_id, person_id) select ${mergeId}::uuid, ${into}::uuid, p from unnest(${people}::uuid[]) p`)
  return rows.length
}

/** Who followed the one, and its author, hear of the other from now on. */
const moveFollowers = (tx: Tx, from: string, into: string) =>
  tx.execute(sql`
    insert into idea_follows (idea_id, person_id)
    select ${into}::uuid, f.person_id from idea_follows f where f.idea_id = ${from}
    union select ${into}::uuid, author_id from ideas where id = ${from} and author_id is not null
    on conflict do nothing`)

/** Says that an idea is the same as another, with words to its author. Nothing is lost: `unmerge` takes it back. */
export const mergeIdea = command({
  verb: 'ideas.merge',
  input: MergeIdea,
  output: z.object({ moved: z.number() }),
  subject: async (tx, { number, into }, actor, now) => {
    const { idea, target } = await lockTwo(tx, number, into, actor, now)
    return { ...idea, target }
  },
  readable: 'ideas.show',
  audit: ({ input, result }) => ({
    kind: 'idea',
    id: String(input.number),
    detail: { into: input.into, moved: result.moved },
  }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    const { target, today } = subject
    if (!target || target.id === subject.id) throw invalid('into', 'ideas.noSuchIdea')
    if (subject.state === 'merged') throw conflict('ideas.mergedAlready')
    const [replyId, mergeId] = [newId(), newId()]
    const said = { kind: 'decision', state: 'merged', reason: 'same', body: input.body } as const
    const reply = { ...said, id: replyId, ideaId: subject.id, authorId: actor.personId, createdAt: now }
    await tx.insert(ideaReplies).values(reply)
    await endPause(tx, subject)
    await tx.insert(ideaMerges).values({
      id: mergeId,
      ideaId: subject.id,
      intoId: target.id,
      replyId,
      stateBefore: subject.state,
      decisionBefore: subject.decisionReplyId,
      returnsBefore: subject.returnsOn,
      doneBefore: subject.doneOn,
      mergedBy: actor.personId,
      mergedAt: now,
    })
    const after = { state: 'merged', mergedInto: target.id, returnsOn: null, doneOn: null } as const
    const answered = {
      answeredOn: today,
      decisionReplyId: replyId,
      firstReplyId: subject.firstReplyId ?? replyId,
    }
    await tx
      .update(ideas)
      .set({ ...after, ...answered })
      .where(eq(ideas.id, subject.id))
    const moved = await moveVotes(tx, mergeId, subject.id, target.id)
    await moveFollowers(tx, subject.id, target.id)
    const params = { number: subject.number, title: subject.title, into: target.title }
    const to = await listenersOf(tx, subject)
    notify({ to, kind: 'idea.merged', params, href: `/ideas/${target.number}` })
    return { moved }
  },
})
