import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { ideaComments } from '#db/schema/idea-answers'
import type { Actor } from '#domain/access'
import { CommentIdea, mentionsIn } from '#domain/ideas'
import { searchShape } from '#domain/search'
import { command } from '#server/command'
import type { LockedIdea } from '#server/ideas/lock-queries'
import { listenersOf, lockIdea } from '#server/ideas/lock-queries'
import { mayBeCalled } from '#server/ideas/mention-queries'
import { endPause } from '#server/ideas/pause-queries'

const isHidden = ({ authorMode, authorId }: LockedIdea, personId: string) =>
  authorMode === 'hidden' && authorId === personId

/** People here named by «@Імʼя Прізвище», where one person alone has the name and may read what they are called to. */
const mentioned = async (tx: Tx, ideaId: string, body: string, actor: Actor): Promise<string[]> => {
  const shapes = mentionsIn(body).map(searchShape)
  if (!shapes.length) return []
  const { rows } = await tx.execute<{ id: string }>(sql`
    select (array_agg(p.id))[1] as id
    from ideas i, people p join current_employments e on e.person_id = p.id left join teams t on t.id = e.team_id
    where i.id = ${ideaId} and p.shape = any(${sql.param(shapes)})
    group by p.shape having count(*) = 1 and bool_and(${mayBeCalled})`)
  return rows.map(({ id }) => id).filter((id) => id !== actor.personId)
}

/** Adds words under an idea. Whoever comments is named, but for the author of a hidden idea, who stays its author alone. */
export const commentIdea = command({
  verb: 'ideas.comment',
  input: CommentIdea,
  output: z.object({ id: z.uuid() }),
  subject: async (tx, { number }, actor, now) => {
    const idea = await lockIdea(tx, number, actor, now)
    return { ...idea, byHiddenAuthor: isHidden(idea, actor.personId) }
  },
  audit: ({ input, subject, result }) => ({
    kind: 'idea',
    id: subject.byHiddenAuthor ? null : String(input.number),
    detail: { commentId: subject.byHiddenAuthor ? null : result.id },
  }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    const id = newId()
    const { id: ideaId, number, title, today } = subject
    const said = { id, ideaId, authorId: actor.personId, body: input.body, saidOn: today, createdAt: now }
    await tx.insert(ideaComments).values(said)
    if (subject.authorId === actor.personId) await endPause(tx, subject)
    const called = await mentioned(tx, ideaId, input.body, actor)
    const others = [subject.ownerId, ...(await listenersOf(tx, subject))]
    const to = others.filter((person) => !called.includes(person))
    const [params, href] = [{ number, title }, `/ideas/${number}`]
    notify({ to, kind: 'idea.commented', params, href })
    notify({ to: called, kind: 'idea.mentioned', params, href })
    return { id }
  },
})
