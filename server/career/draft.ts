import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { ladders, ladderVersions, moves, requirements, rungs } from '#db/schema/ladders'
import { StartDraft } from '#domain/career'
import { conflict, notFound } from '#domain/refused'
import { loadVersion } from '#server/career/ladder-queries'
import { command } from '#server/command'

/** Begins the next version as a copy of the published one. A ladder has one draft at a time. */
export const draftLadder = command({
  verb: 'career.draft',
  input: StartDraft,
  output: z.object({ versionId: z.uuid(), number: z.number() }),
  subject: async (tx, { ladderId }) => {
    const [ladder] = await tx
      .select({ id: ladders.id })
      .from(ladders)
      .where(eq(ladders.id, ladderId))
      .for('update')
    if (!ladder) throw notFound()
    return {}
  },
  readable: 'career.ladder',
  audit: ({ result }) => ({ kind: 'ladder', id: result.versionId, detail: { number: result.number } }),
  async run({ tx, actor, input, now, newId }) {
    const [latest] = await tx
      .select({
        number: sql<number>`max(${ladderVersions.number})::int`,
        publishedId: sql<
          string | null
        >`(array_agg(${ladderVersions.id}) filter (where ${ladderVersions.state} = 'published'))[1]`,
      })
      .from(ladderVersions)
      .where(and(eq(ladderVersions.ladderId, input.ladderId)))
    if (!latest?.publishedId) throw conflict('nothingPublished')
    const before = await loadVersion(tx, latest.publishedId)
    const versionId = newId()
    const number = latest.number + 1
    const createdBy = actor.kind === 'person' ? actor.personId : null
    await tx.insert(ladderVersions).values({
      id: versionId,
      ladderId: input.ladderId,
      number,
      state: 'draft',
      basedOn: before.id,
      edits: 0,
      createdBy,
      createdAt: now,
    })
    await tx
      .insert(rungs)
      .values(before.rungs.map(({ slug: _, family: __, ...rung }) => ({ ...rung, versionId })))
    if (before.moves.length)
      await tx.insert(moves).values(before.moves.map((move) => ({ ...move, versionId })))
    if (before.requirements.length) {
      await tx
        .insert(requirements)
        .values(before.requirements.map((row) => ({ ...row, id: newId(), versionId })))
    }
    return { versionId, number }
  },
})
