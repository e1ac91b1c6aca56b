import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { applications, openings } from '#db/schema/openings'
import { CancelOpening } from '#domain/openings'
import { conflict } from '#domain/refused'
import { lockOpening } from '#server/career/lock-opening-queries'
import { command } from '#server/command'

/** Calls an opening off; everybody who waits for an answer gets it with the same reason. */
export const cancelOpening = command({
  verb: 'career.cancelOpening',
  input: CancelOpening,
  output: z.object({ answered: z.number() }),
  subject: async (tx, { openingId }) => {
    const opening = await lockOpening(tx, openingId)
    return { siteId: opening.siteId, opening }
  },
  readable: 'career.openings',
  audit: ({ input, result }) => ({
    kind: 'opening',
    id: input.openingId,
    detail: { answered: result.answered },
  }),
  async run({ tx, actor, input, subject: { opening }, now, notify }) {
    if (opening.cancelledAt) throw conflict('openingCancelled')
    const { openingId, reason } = input
    const answered = await tx
      .update(applications)
      .set({ state: 'declined', decidedBy: actor.personId, decidedAt: now, reason })
      .where(and(eq(applications.openingId, openingId), eq(applications.state, 'submitted')))
      .returning({ personId: applications.personId })
    await tx
      .update(openings)
      .set({ cancelledAt: now, cancelReason: reason })
      .where(eq(openings.id, openingId))
    const to = answered.map(({ personId }) => personId)
    notify({ to, kind: 'career.decided', params: { outcome: 'declined' }, href: '/career/openings' })
    return { answered: to.length }
  },
})
