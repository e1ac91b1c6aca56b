import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { swaps } from '#db/schema/rotation-swaps'
import { conflict } from '#domain/refused'
import { WithdrawSwap } from '#domain/rotation/swaps'
import { command } from '#server/command'
import { lockSwap } from '#server/rotation/apply-swap'

/** Takes an offer back while it is not done. */
export const withdrawSwap = command({
  verb: 'rotation.withdrawSwap',
  input: WithdrawSwap,
  output: z.object({}),
  async subject(tx, { swapId }) {
    const swap = await lockSwap(tx, swapId)
    return { swap, people: [swap.offeredBy] }
  },
  audit: ({ input }) => ({ kind: 'swap', id: input.swapId }),
  async run({ tx, subject }) {
    const { swap } = subject
    if (swap.status !== 'open' && swap.status !== 'agreed') throw conflict('rotation.swapEnded')
    await tx.update(swaps).set({ status: 'withdrawn' }).where(eq(swaps.id, swap.id))
    return {}
  },
})
