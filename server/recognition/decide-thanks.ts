import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { customerThanks } from '#db/schema/customer-thanks'
import { praises } from '#db/schema/recognition'
import { DecideThanks } from '#domain/customer-thanks'
import { conflict, notFound } from '#domain/refused'
import { command } from '#server/command'
import { lockThanks } from '#server/recognition/lock-queries'

/** The operator's answer to a thanks: on the wall, as far as their wish reaches, or kept for oneself. */
export const decideThanks = command({
  verb: 'recognition.decideThanks',
  input: DecideThanks,
  output: z.object({}),
  subject: async (tx, { thanksId }) => {
    const thanks = await lockThanks(tx, thanksId)
    return { thanks, people: [thanks.operatorId] }
  },
  audit: ({ input }) => ({ kind: 'thanks', id: input.thanksId }),
  async run({ tx, input, subject, now, newId }) {
    const { operatorId, matchedBy, publicText, decision } = subject.thanks
    if (!operatorId || !matchedBy || !publicText) throw notFound()
    if (decision) throw conflict('thanksDecided')
    const { thanksId } = input
    await tx
      .update(customerThanks)
      .set({ decision: input.decision, decidedAt: now })
      .where(eq(customerThanks.id, thanksId))
    if (input.decision === 'keep') return {}
    await tx.insert(praises).values({
      id: newId(),
      kind: 'customer',
      giverId: matchedBy,
      receiverId: operatorId,
      thanksId,
      deed: publicText,
      visibility: 'public',
      createdAt: now,
    })
    return {}
  },
})
