import { sql } from 'drizzle-orm'
import { AnswerQuestion, titleOf } from '#domain/campaigns'
import { conflict, notFound } from '#domain/refused'
import { byActor, command } from '#server/command'
import { asked, isReleased } from '#server/ideas/audience-queries'
import { Submitted, storeIdea, submittedTrace } from '#server/ideas/submit'

/** Answers the open question; the answer is an idea, and gets its answer like any other. */
export const answerQuestion = command({
  verb: 'ideas.answerQuestion',
  input: AnswerQuestion,
  output: Submitted,
  subject: byActor,
  anonymous: ({ authorMode }) => authorMode === 'anonymous',
  audit: ({ input, result }) => submittedTrace(input.authorMode, result),
  async run(context) {
    const { tx, actor, input, now } = context
    const { rows } = await tx.execute<{ areaId: string; open: boolean }>(sql`
      select c.area_id as "areaId", tstzrange(c.opens_at, c.closes_at) @> ${now.toISOString()}::timestamptz
        and ${isReleased} as open
      from campaigns c where c.id = ${input.campaignId} and ${asked(actor)}`)
    if (!rows[0]) throw notFound()
    if (!rows[0].open) throw conflict('questionClosed')
    const { campaignId, answer, authorMode } = input
    const title = titleOf(answer)
    const body = title === answer.replace(/\.$/, '') ? '' : answer
    return storeIdea({ ...context, input: { title, body, areaId: rows[0].areaId, authorMode, campaignId } })
  },
})
