import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { rungs } from '#db/schema/ladders'
import { RemovePosition } from '#domain/career'
import { invalid } from '#domain/refused'
import { countEdit, lockDraft, ofDraft } from '#server/career/version-queries'
import { command } from '#server/command'

/** Takes a position out of a draft, with its moves and requirements; the position itself and its history stay. */
export const removePosition = command({
  verb: 'career.removePosition',
  input: RemovePosition,
  output: z.object({ edits: z.number() }),
  subject: async (tx, { versionId }) => ofDraft(await lockDraft(tx, versionId)),
  readable: 'career.ladder',
  audit: ({ input }) => ({
    kind: 'ladder',
    id: input.versionId,
    detail: { positionId: input.positionId, removed: true },
  }),
  async run({ tx, input: { versionId, positionId } }) {
    const removed = await tx
      .delete(rungs)
      .where(and(eq(rungs.versionId, versionId), eq(rungs.positionId, positionId)))
      .returning({ id: rungs.positionId })
    if (!removed.length) throw invalid('positionId', 'notOnLadder')
    return { edits: await countEdit(tx, versionId) }
  },
})
