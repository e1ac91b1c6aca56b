import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { rungs } from '#db/schema/ladders'
import { SetSeats } from '#domain/career'
import { invalid } from '#domain/refused'
import { countEdit, lockDraft } from '#server/career/version-queries'
import { command } from '#server/command'

/** Says in a draft how many seats the centre has for a position. */
export const setSeats = command({
  verb: 'career.setSeats',
  input: SetSeats,
  output: z.object({ edits: z.number() }),
  subject: async (tx, { versionId }) => {
    await lockDraft(tx, versionId)
    return {}
  },
  readable: 'career.ladder',
  audit: ({ input }) => ({
    kind: 'ladder',
    id: input.versionId,
    detail: { positionId: input.positionId, seats: input.seats },
  }),
  async run({ tx, input: { versionId, positionId, seats } }) {
    const changed = await tx
      .update(rungs)
      .set({ seats })
      .where(and(eq(rungs.versionId, versionId), eq(rungs.positionId, positionId)))
      .returning({ id: rungs.positionId })
    if (!changed.length) throw invalid('positionId', 'notOnLadder')
    return { edits: await countEdit(tx, versionId) }
  },
})
