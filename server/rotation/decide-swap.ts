import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { swaps } from '#db/schema/rotation-swaps'
import { conflict } from '#domain/refused'
import { DecideSwap } from '#domain/rotation/swaps'
import { command } from '#server/command'
import { applySwap, lockSwap, refuseUnless } from '#server/rotation/apply-swap'
import { noonOf } from '#server/rotation/plan-queries'

/** A supervisor lets an agreed swap happen or not, with a reason; never their own. */
export const decideSwap = command({
  verb: 'rotation.decideSwap',
  input: DecideSwap,
  output: z.object({ status: z.enum(['applied', 'impossible', 'changed', 'refused']) }),
  readable: 'rotation.swaps',
  async subject(tx, { swapId }) {
    const swap = await lockSwap(tx, swapId)
    return { swap, teamId: swap.teamId, siteId: swap.siteId }
  },
  audit: ({ input, result }) => ({ kind: 'swap', id: input.swapId, detail: { status: result.status } }),
  async run(context) {
    const { tx, actor, input, subject, now, notify } = context
    const { swap } = subject
    refuseUnless(swap, 'agreed')
    const mine = [swap.offeredBy, swap.takenBy].includes(actor.personId)
    if (mine) throw conflict('rotation.ownSwap')
    const decided = {
      decidedBy: actor.kind === 'person' ? actor.personId : null,
      decidedAt: now,
      reason: input.reason ?? null,
    }
    if (input.decision === 'refuse') {
      await tx
        .update(swaps)
        .set({ ...decided, status: 'refused' })
        .where(eq(swaps.id, swap.id))
      notify({
        to: [swap.offeredBy, swap.takenBy ?? ''].filter(Boolean),
        kind: 'rotation.swapRefused',
        params: { day: noonOf(swap.onDate) },
        href: '/rotation/swaps',
      })
      return { status: 'refused' as const }
    }
    const status = await applySwap(context, swap, decided)
    return { status }
  },
})
