import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { customerThanks } from '#db/schema/customer-thanks'
import { isClean, isVerbatim, PassThanksOn } from '#domain/customer-thanks'
import { conflict, invalid } from '#domain/refused'
import { command } from '#server/command'
import { lockThanks } from '#server/recognition/lock-queries'

const operatorOf = async (tx: Tx, id: string) => {
  const { rows } = await tx.execute<{ teamId: string | null; siteId: string }>(sql`
    select team_id as "teamId", site_id as "siteId" from current_employments where person_id = ${id}`)
  if (!rows[0]) throw invalid('operatorId', 'wrong')
  return rows[0]
}

/** Matches a thanks to the operator whom it is for, in the customer's own words without what is private; they see it first. */
export const passThanksOn = command({
  verb: 'recognition.passThanksOn',
  input: PassThanksOn,
  output: z.object({}),
  subject: async (tx, { thanksId, operatorId }) => {
    const thanks = await lockThanks(tx, thanksId)
    return { thanks, people: [operatorId], ...(await operatorOf(tx, operatorId)) }
  },
  // For whom it is stands in the letter: until they choose the wall nobody else counts it.
  audit: ({ input }) => ({ kind: 'thanks', id: input.thanksId, detail: { namesHidden: true } }),
  async run({ tx, actor, input, subject, now, notify }) {
    const { rawText, operatorId } = subject.thanks
    if (operatorId || !rawText) throw conflict('thanksGone')
    if (!input.namesHidden) throw invalid('namesHidden', 'namesNotHidden')
    if (!isClean(input.text)) throw invalid('text', 'notCleaned')
    if (!isVerbatim(rawText, input.text)) throw invalid('text', 'notVerbatim')
    await tx
      .update(customerThanks)
      .set({
        operatorId: input.operatorId,
        publicText: input.text,
        rawText: null,
        matchedBy: actor.personId,
        matchedAt: now,
        namesHiddenAt: now,
      })
      .where(eq(customerThanks.id, input.thanksId))
    notify({ to: [input.operatorId], kind: 'praise.customer', params: {}, href: '/recognition/thanks' })
    return {}
  },
})
