import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { inspectionReviews, inspections } from '#db/schema/inspections'
import { conflict } from '#domain/refused'
import { ReviewRound } from '#domain/workplace'
import { command } from '#server/command'
import { lockRound } from '#server/workplace/round-queries'

/** A second person takes a submitted round as it is, or gives it back with what is to be done again. */
export const reviewRound = command({
  verb: 'workplace.reviewRound',
  input: ReviewRound,
  output: z.object({}),
  subject: async (tx, { inspectionId }, actor) => {
    const { people: _, ...round } = await lockRound(tx, inspectionId, actor, 'update')
    return round
  },
  readable: 'workplace.round',
  audit: ({ input }) => ({ kind: 'inspection', id: input.inspectionId, detail: { outcome: input.outcome } }),
  async run({ tx, actor, input, subject: round, now, newId, notify }) {
    if (round.kind !== 'inspection' || round.status !== 'submitted')
      throw conflict('constraint.inspection_reviews_submitted')
    const { outcome, note } = input
    const review = { inspectionId: round.id, outcome, note: note || null, at: now, byId: actor.personId }
    await tx.insert(inspectionReviews).values({ id: newId(), ...review })
    const state =
      outcome === 'approved'
        ? { status: 'approved', approvedAt: now, approvedBy: actor.personId }
        : { status: 'returned' }
    await tx.update(inspections).set(state).where(eq(inspections.id, round.id))
    notify({
      to: [round.startedBy],
      kind: outcome === 'approved' ? 'workplace.roundApproved' : 'workplace.roundReturned',
      params: { place: round.place.code },
      href: `/workplace/rounds/${round.id}`,
    })
    return {}
  },
})
