import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { positions } from '#db/schema/career'
import { rungs } from '#db/schema/ladders'
import { AddPosition, slugOf } from '#domain/career'
import { countEdit, lockDraft, ofDraft } from '#server/career/version-queries'
import { command } from '#server/command'

/** Makes a position that the centre did not have, and puts it into a draft. */
export const addPosition = command({
  verb: 'career.addPosition',
  input: AddPosition,
  output: z.object({ positionId: z.uuid(), slug: z.string(), edits: z.number() }),
  subject: async (tx, { versionId }) => ofDraft(await lockDraft(tx, versionId)),
  readable: 'career.ladder',
  audit: ({ input, result }) => ({
    kind: 'ladder',
    id: input.versionId,
    detail: { positionId: result.positionId, added: true },
  }),
  async run({ tx, input, now, newId }) {
    const { versionId, title, purpose, family, rung, seats } = input
    const positionId = newId()
    const wanted = slugOf(title, positionId)
    const taken = await tx.select({ id: positions.id }).from(positions).where(eq(positions.slug, wanted))
    const slug = taken.length ? `${wanted}-${positionId.slice(-6)}` : wanted
    await tx.insert(positions).values({ id: positionId, slug, title, purpose, family, createdAt: now })
    await tx.insert(rungs).values({ versionId, positionId, rung: rung ?? null, seats, title, purpose })
    return { positionId, slug, edits: await countEdit(tx, versionId) }
  },
})
