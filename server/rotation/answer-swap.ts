import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { swapAsks, swaps } from '#db/schema/rotation-swaps'
import { conflict } from '#domain/refused'
import { AnswerSwap } from '#domain/rotation/swaps'
import { command } from '#server/command'
import {
  applySwap,
  endSwap,
  findDeciders,
  hasMoved,
  lockSwap,
  refuseUnless,
} from '#server/rotation/apply-swap'
import { noonOf } from '#server/rotation/plan-queries'

/** Says yes or no to a colleague. The first yes has it: done at once or left to the supervisor, as the team wants. */
export const answerSwap = command({
  verb: 'rotation.answerSwap',
  input: AnswerSwap,
  output: z.object({ status: z.enum(['open', 'agreed', 'applied', 'impossible', 'changed']) }),
  async subject(tx, { swapId }) {
    const swap = await lockSwap(tx, swapId)
    return { swap, people: swap.asked }
  },
  audit: ({ input, result }) => ({
    kind: 'swap',
    id: input.swapId,
    detail: { answer: input.answer, status: result.status },
  }),
  async run(context) {
    const { tx, actor, input, subject, now, notify } = context
    const { swap } = subject
    refuseUnless(swap, 'open')
    const mine = and(eq(swapAsks.swapId, swap.id), eq(swapAsks.personId, actor.personId))
    const [ask] = await tx.select({ answer: swapAsks.answer }).from(swapAsks).where(mine)
    if (!ask || ask.answer) throw conflict('rotation.swapEnded')
    await tx.update(swapAsks).set({ answer: input.answer, answeredAt: now }).where(mine)
    const day = { day: noonOf(swap.onDate) }
    if (input.answer === 'no') {
      notify({ to: [swap.offeredBy], kind: 'rotation.swapDeclined', params: day, href: '/rotation/swaps' })
      return { status: 'open' as const }
    }
    const taken = { ...swap, takenBy: actor.personId }
    if (await hasMoved(tx, swap, actor.personId)) return { status: await endSwap(context, taken, 'changed') }
    await tx
      .update(swaps)
      .set({ status: 'agreed', takenBy: actor.personId, agreedAt: now })
      .where(eq(swaps.id, swap.id))
    if (swap.rule === 'at-once') return { status: await applySwap(context, { ...taken, status: 'agreed' }) }
    notify({ to: [swap.offeredBy], kind: 'rotation.swapAgreed', params: day, href: '/rotation/swaps' })
    notify({
      to: await findDeciders(tx, swap.teamId, now),
      kind: 'rotation.swapWaits',
      params: day,
      href: '/rotation/swaps',
    })
    return { status: 'agreed' as const }
  },
})
