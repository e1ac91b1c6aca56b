import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { rungs } from '#db/schema/ladders'
import { SetWords } from '#domain/career'
import { invalid } from '#domain/refused'
import { countEdit, lockDraft, ofDraft } from '#server/career/version-queries'
import { command } from '#server/command'

/** Says in a draft what a position is called and what it is for; versions before keep their own words. */
export const setWords = command({
  verb: 'career.setWords',
  input: SetWords,
  output: z.object({ edits: z.number() }),
  subject: async (tx, { versionId }) => ofDraft(await lockDraft(tx, versionId)),
  readable: 'career.ladder',
  audit: ({ input }) => ({
    kind: 'ladder',
    id: input.versionId,
    detail: { positionId: input.positionId, words: true },
  }),
  async run({ tx, input: { versionId, positionId, title, purpose } }) {
    const changed = await tx
      .update(rungs)
      .set({ title, purpose })
      .where(and(eq(rungs.versionId, versionId), eq(rungs.positionId, positionId)))
      .returning({ id: rungs.positionId })
    if (!changed.length) throw invalid('positionId', 'notOnLadder')
    return { edits: await countEdit(tx, versionId) }
  },
})
