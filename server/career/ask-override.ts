import { z } from 'zod'
import { ladderOverrides } from '#db/schema/publications'
import { AskOverride } from '#domain/career'
import { holesOf } from '#domain/holes'
import { conflict } from '#domain/refused'
import { loadVersion } from '#server/career/ladder-queries'
import { loadCatalogue } from '#server/career/standing-queries'
import { lockDraft, ofDraft } from '#server/career/version-queries'
import { command } from '#server/command'

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
