import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { requirements } from '#db/schema/ladders'
import { RemoveRequirement } from '#domain/career'
import { notFound } from '#domain/refused'
import { countEdit, lockDraft } from '#server/career/version-queries'
import { command } from '#server/command'

export const removeRequirement = command({
  verb: 'career.removeRequirement',
  input: RemoveRequirement,
  output: z.object({ edits: z.number() }),
  subject: async (tx, { requirementId }) => {
    const [requirement] = await tx.select().from(requirements).where(eq(requirements.id, requirementId))
    if (!requirement) throw notFound()
    await lockDraft(tx, requirement.versionId)
    return { siteId: null, requirement }
  },
  readable: 'career.ladder',
  audit: ({ subject: { requirement } }) => ({
    kind: 'ladder',
    id: requirement.versionId,
    detail: { requirementId: requirement.id, asks: requirement.kind, removed: true },
  }),
  async run({ tx, input, subject }) {
    await tx.delete(requirements).where(eq(requirements.id, input.requirementId))
    return { edits: await countEdit(tx, subject.requirement.versionId) }
  },
})
