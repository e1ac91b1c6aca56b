import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { campaignTaps } from '#db/schema/ideas'
import { TapAnswer } from '#domain/campaigns'
import { conflict, notFound } from '#domain/refused'
import { byActor, command } from '#server/command'
import { asked, isReleased } from '#server/ideas/audience-queries'

/** Answers a question with one press; pressing another answer changes it while the question is open. */
export const tapAnswer = command({
  verb: 'ideas.tap',
  input: TapAnswer,
  output: z.object({}),
  subject: byActor,
  audit: ({ input }) => ({ kind: 'campaign', id: input.campaignId }),
  async run({ tx, actor, input, now }) {
    const { campaignId, choice } = input
    const at = sql`${now.toISOString()}::timestamptz`
    const { rows } = await tx.execute<{ open: boolean }>(sql`
      select tstzrange(c.opens_at, c.closes_at) @> ${at} and ${isReleased} as open
      from campaigns c where c.id = ${campaignId} and ${asked(actor)}`)
    if (!rows[0]) throw notFound()
    if (!rows[0].open) throw conflict('questionClosed')
    const tap = { campaignId, personId: actor.personId, choice, tappedOn: now.toISOString().slice(0, 10) }
    await tx
      .insert(campaignTaps)
      .values(tap)
      .onConflictDoUpdate({ target: [campaignTaps.campaignId, campaignTaps.personId], set: { choice } })
    return {}
  },
})
