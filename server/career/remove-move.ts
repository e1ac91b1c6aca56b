import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { moves } from '#db/schema/ladders'
import { RemoveMove } from '#domain/career'
import { notFound } from '#domain/refused'
import { countEdit, lockDraft, ofDraft } from '#server/career/version-queries'
import { command } from '#server/command'

export const removeMove = command({
  verb: 'career.removeMove',
  input: RemoveMove,
  output: z.object({ edits: z.number() }),
  subject: async (tx, { versionId }) => ofDraft(await lockDraft(tx, versionId)),
  readable: 'career.ladder',
  audit: ({ input: { versionId, fromId, toId } }) => ({
    kind: 'ladder',
    id: versionId,
    detail: { fromId, toId, removed: true },
  }),
  async run({ tx, input: { versionId, fromId, toId } }) {
    const removed = await tx
      .delete(moves)
      .where(and(eq(moves.versionId, versionId), eq(moves.fromId, fromId), eq(moves.toId, toId)))
      .returning({ id: moves.toId })
    if (!removed.length) throw notFound()
    return { edits: await countEdit(tx, versionId) }
  },
})
