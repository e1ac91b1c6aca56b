import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { ladderOverrides } from '#db/schema/publications'
import { ApproveOverride } from '#domain/career'
import { conflict, notFound } from '#domain/refused'
import { lockDraft } from '#server/career/version-queries'
import { command } from '#server/command'

/** The second person agrees. It holds for the draft as it was when it was asked; every later edit asks again. */
export const approveOverride = command({
  verb: 'career.approveOverride',
  input: ApproveOverride,
  output: z.object({}),
  subject: async (tx, { overrideId }) => {
    const [override] = await tx
      .select()
      .from(ladderOverrides)
      .where(eq(ladderOverrides.id, overrideId))
      .for('update')
    if (!override) throw notFound()
    const version = await lockDraft(tx, override.versionId)
    return { people: [], override, version }
  },
  readable: 'career.ladder',
  audit: ({ input, subject }) => ({
    kind: 'ladder',
    id: subject.override.versionId,
    detail: { overrideId: input.overrideId, approved: true },
  }),
  async run({ tx, actor, input, subject: { override, version }, now, notify }) {
    if (override.askedBy === actor.personId) throw conflict('secondPerson')
    if (override.approvedBy) throw conflict('overrideApproved')
    if (override.edits !== version.edits) throw conflict('draftEdited')
    await tx
      .update(ladderOverrides)
      .set({ approvedBy: actor.personId, approvedAt: now })
      .where(eq(ladderOverrides.id, input.overrideId))
    const href = `/career/ladders/${override.versionId}`
    notify({ to: [override.askedBy], kind: 'ladder.overrideApproved', href })
    return {}
  },
})
