import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { positions } from '#db/schema/career'
import { rungs } from '#db/schema/ladders'
import { PlacePosition } from '#domain/career'
import { invalid } from '#domain/refused'
import { countEdit, lockDraft, ofDraft } from '#server/career/version-queries'
import { command } from '#server/command'

/** Says in a draft at which height a position stands and how many seats it has; one that is not there is put there. */
export const placePosition = command({
  verb: 'career.placePosition',
  input: PlacePosition,
  output: z.object({ edits: z.number() }),
  subject: async (tx, { versionId }) => ofDraft(await lockDraft(tx, versionId)),
  readable: 'career.ladder',
  audit: ({ input }) => ({
    kind: 'ladder',
    id: input.versionId,
    detail: { positionId: input.positionId, rung: input.rung ?? null, seats: input.seats },
  }),
  async run({ tx, input: { versionId, positionId, rung = null, seats } }) {
    const [position] = await tx.select().from(positions).where(eq(positions.id, positionId))
    if (!position || position.retiredAt) throw invalid('positionId', 'retired')
    await tx
      .insert(rungs)
      .values({ versionId, positionId, rung, seats, title: position.title, purpose: position.purpose })
      .onConflictDoUpdate({ target: [rungs.versionId, rungs.positionId], set: { rung, seats } })
    return { edits: await countEdit(tx, versionId) }
  },
})
