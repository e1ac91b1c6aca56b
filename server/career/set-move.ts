import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { moves, rungs } from '#db/schema/ladders'
import { SetMove } from '#domain/career'
import { invalid } from '#domain/refused'
import { countEdit, lockDraft, ofDraft } from '#server/career/version-queries'
import { command } from '#server/command'

/** Opens a move between two positions of a draft; the same two again change its kind. */
export const setMove = command({
  verb: 'career.setMove',
  input: SetMove,
  output: z.object({ edits: z.number() }),
  subject: async (tx, { versionId }) => ofDraft(await lockDraft(tx, versionId)),
  readable: 'career.ladder',
  audit: ({ input: { versionId, fromId, toId, kind } }) => ({
    kind: 'ladder',
    id: versionId,
    detail: { fromId, toId, move: kind },
  }),
  async run({ tx, input }) {
    const { versionId, fromId, toId, kind } = input
    const ends = await tx
      .select({ id: rungs.positionId })
      .from(rungs)
      .where(and(eq(rungs.versionId, versionId), inArray(rungs.positionId, [fromId, toId])))
    for (const field of ['fromId', 'toId'] as const)
      if (!ends.some(({ id }) => id === input[field])) throw invalid(field, 'notOnLadder')
    await tx
      .insert(moves)
      .values(input)
      .onConflictDoUpdate({ target: [moves.versionId, moves.fromId, moves.toId], set: { kind } })
    return { edits: await countEdit(tx, versionId) }
  },
})
