import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { newUnorderedId } from '#db/ids'
import { ideaComments } from '#db/schema/idea-answers'
import { ReplyByCode } from '#domain/ideas'
import { command } from '#server/command'
import { lockIdeaByCode } from '#server/ideas/lock-queries'
import { hashCode } from '#server/ideas/submit'

/**
 * The anonymous author goes on talking. Stored with the day and the turn alone; the owner hears the next day, and then too the clock
 * goes on: a pause that ended at once would tell everybody the minute.
 */
export const replyByCode = command({
  verb: 'ideas.replyByCode',
  input: ReplyByCode,
  output: z.object({}),
  subject: (tx, { code }, _actor, now) => lockIdeaByCode(tx, hashCode(code), now),
  anonymous: () => true,
  audit: () => ({ kind: 'idea', id: null }),
  async run({ tx, input, subject }) {
    const { rows } = await tx.execute<{ turn: number; twice: boolean | null }>(sql`
      select coalesce(max(turn), 0) + 1 as turn, bool_or(author_id is null and body = ${input.body} and said_on = ${subject.today}::date) as twice
      from idea_comments where idea_id = ${subject.id}`)
    const { turn = 1, twice } = rows[0] ?? {}
    // Pressed twice is said once; no key is kept of what comes without a name.
    if (twice) return {}
    const said = { ideaId: subject.id, body: input.body, saidOn: subject.today, turn }
    await tx.insert(ideaComments).values({ ...said, id: newUnorderedId() })
    return {}
  },
})
