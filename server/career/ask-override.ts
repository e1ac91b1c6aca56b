import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { ladderOverrides } from '#db/schema/publications'
import { AskOverride } from '#domain/career'
import type { Hole } from '#domain/holes'
import { haveGrown, holesOf } from '#domain/holes'
import { conflict } from '#domain/refused'
import { loadVersion } from '#server/career/ladder-queries'
import { loadCatalogue } from '#server/career/standing-queries'
import { lockDraft, ofDraft } from '#server/career/version-queries'
import { command } from '#server/command'

/** What was asked of the same draft with fewer holes covers nothing any more and makes room; the audit keeps that it was asked. */
const dropOutgrown = async (tx: Tx, versionId: string, edits: number, holes: Hole[]): Promise<void> => {
  const [asked] = await tx
    .select({ id: ladderOverrides.id, holes: ladderOverrides.holes })
    .from(ladderOverrides)
    .where(and(eq(ladderOverrides.versionId, versionId), eq(ladderOverrides.edits, edits)))
  if (asked && haveGrown(asked.holes, holes))
    await tx.delete(ladderOverrides).where(eq(ladderOverrides.id, asked.id))
}

/** Asks a second person to let a ladder be published although some of it cannot be learned today, and says why. */
export const askOverride = command({
  verb: 'career.askOverride',
  input: AskOverride,
  output: z.object({ overrideId: z.uuid(), holes: z.number() }),
  subject: async (tx, { versionId }) => ofDraft(await lockDraft(tx, versionId)),
  readable: 'career.ladder',
  audit: ({ input, result }) => ({
    kind: 'ladder',
    id: input.versionId,
    detail: { overrideId: result.overrideId, holes: result.holes },
  }),
  async run({ tx, actor, input, subject: { version }, now, newId }) {
    if (input.edits !== version.edits) throw conflict('draftEdited')
    const { trainings } = await loadCatalogue(tx, now)
    const holes = holesOf(await loadVersion(tx, input.versionId), trainings)
    if (!holes.length) throw conflict('noHoles')
    await dropOutgrown(tx, input.versionId, input.edits, holes)
    const overrideId = newId()
    await tx.insert(ladderOverrides).values({
      ...input,
      id: overrideId,
      holes,
      askedBy: actor.personId,
      askedAt: now,
    })
    return { overrideId, holes: holes.length }
  },
})
