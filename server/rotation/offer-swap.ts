import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { shifts } from '#db/schema/rotation'
import { swapAsks, swaps } from '#db/schema/rotation-swaps'
import { conflict, invalid, notFound } from '#domain/refused'
import { OfferSwap } from '#domain/rotation/swaps'
import { command } from '#server/command'
import { spanOf } from '#server/moments'
import { noonOf } from '#server/rotation/plan-queries'
import { findTakersOf, loadSwapPlace } from '#server/rotation/takers-queries'

const lockShift = async (tx: Tx, shiftId: string) => {
  const [shift] = await tx.select({ id: shifts.id }).from(shifts).where(eq(shifts.id, shiftId)).for('update')
  if (!shift) throw notFound()
  const place = await loadSwapPlace(tx, shiftId)
  return { place, people: [place.personId] }
}

/** Offers a block to be exchanged, or a whole shift to be taken, to colleagues who can do it within the rules now. */
export const offerSwap = command({
  verb: 'rotation.offerSwap',
  input: OfferSwap,
  output: z.object({ swapId: z.uuid() }),
  subject: (tx, { shiftId }) => lockShift(tx, shiftId),
  audit: ({ input, result }) => ({
    kind: 'swap',
    id: result.swapId,
    detail: { shiftId: input.shiftId, asked: input.personIds.length },
  }),
  async run({ tx, input, subject, now, newId, notify }) {
    const { place } = subject
    const stretch = input.from && input.to ? { from: Date.parse(input.from), to: Date.parse(input.to) } : null
    const { from, to } = stretch ?? place
    if (from < place.from || to > place.to) throw invalid('to', 'rotation.outsideShift')
    if (from <= now.getTime()) throw conflict('rotation.swapPast')
    const { takers } = await findTakersOf(tx, place, stretch)
    const able = new Set(takers.map(({ personId }) => personId))
    const asked = [...new Set(input.personIds)]
    if (asked.some((id) => !able.has(id))) throw invalid('personIds', 'rotation.cannotTake')
    const swapId = newId()
    await tx.insert(swaps).values({
      id: swapId,
      kind: stretch ? 'block' : 'day',
      teamId: place.teamId,
      onDate: place.onDate,
      shiftId: place.shiftId,
      span: spanOf(from, to),
      offeredBy: place.personId,
      note: input.note || null,
      status: 'open',
      offeredAt: now,
    })
    await tx.insert(swapAsks).values(asked.map((personId) => ({ swapId, personId })))
    notify({
      to: asked,
      kind: 'rotation.swapAsked',
      params: { day: noonOf(place.onDate) },
      href: '/rotation/swaps',
    })
    return { swapId }
  },
})
