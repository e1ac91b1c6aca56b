import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { ladderVersions } from '#db/schema/ladders'
import { DropDraft } from '#domain/career'
import { lockDraft, ofDraft } from '#server/career/version-queries'
import { command } from '#server/command'

/** Throws a draft away; what is published stays as it is. */
export const dropDraft = command({
  verb: 'career.dropDraft',
  input: DropDraft,
  output: z.object({ publishedId: z.uuid().nullable() }),
  subject: async (tx, { versionId }) => ofDraft(await lockDraft(tx, versionId)),
  readable: 'career.ladder',
  audit: ({ input }) => ({ kind: 'ladder', id: input.versionId, detail: { dropped: true } }),
  async run({ tx, input, subject }) {
    await tx.delete(ladderVersions).where(eq(ladderVersions.id, input.versionId))
    return { publishedId: subject.version.basedOn }
  },
})
