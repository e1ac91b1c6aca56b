import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { newUnorderedId } from '#db/ids'
import { ideaComments } from '#db/schema/idea-answers'
import { ReplyByCode } from '#domain/ideas'
import { command } from '#server/command'
import { lockIdeaByCode } from '#server/ideas/lock-queries'
import { endPause } from '#server/ideas/pause-queries'
import { hashCode } from '#server/ideas/submit'

/** The anonymous author goes on talking. Stored with the day and the place in the conversation; the owner hears the next day. */
export const replyByCode = command({
  verb: 'ideas.replyByCode',
  input: ReplyByCode,
  output: z.object({}),
  subject: (tx, { code }, _actor, now) => lockIdeaByCode(tx, hashCode(code), now),
  anonymous: () => true,
  audit: () => ({ kind: 'idea', id: null }),
  async run({ tx, input, subject }) {
    const { rows } = await tx.execute<{ afterId: string | null; turn: number }>(sql`
      select
        (select s.id from (
          select id, created_at from idea_replies where idea_id = ${subject.id}
          union all select id, created_at from idea_comments where idea_id = ${subject.id} and created_at is not null
        ) s order by s.created_at desc limit 1) as "afterId",
        (select coalesce(max(turn), 0) + 1 from idea_comments where idea_id = ${subject.id}) as turn`)
    const { afterId = null, turn = 1 } = rows[0] ?? {}
    const said = {
      id: newUnorderedId(),
      ideaId: subject.id,
      body: input.body,
      saidOn: subject.today,
      afterId,
      turn,
    }
    await tx.insert(ideaComments).values(said)
    await endPause(tx, subject)
    return {}
  },
})
