import { z } from 'zod'
import { ladders, ladderVersions, moves, requirements, rungs } from '#db/schema/ladders'
import { DuplicateLadder, slugOf } from '#domain/career'
import { loadVersion } from '#server/career/ladder-queries'
import { command } from '#server/command'

/** Begins another ladder as a copy of a version of this one, for a site or business of its own. */
export const duplicateLadder = command({
  verb: 'career.duplicate',
  input: DuplicateLadder,
  output: z.object({ ladderId: z.uuid(), versionId: z.uuid() }),
  subject: async (tx, { versionId }) => ({ siteId: null, from: await loadVersion(tx, versionId) }),
  readable: 'career.ladder',
  audit: ({ input, result }) => ({
    kind: 'ladder',
    id: result.versionId,
    detail: { copyOf: input.versionId, ladderId: result.ladderId },
  }),
  async run({ tx, actor, input, subject: { from }, now, newId }) {
    const [ladderId, versionId] = [newId(), newId()]
    const slug = `${slugOf(input.title, ladderId)}-${ladderId.slice(-6)}`
    await tx.insert(ladders).values({ id: ladderId, slug, title: input.title, createdAt: now })
    const createdBy = actor.kind === 'person' ? actor.personId : null
    const version = { ladderId, number: 1, state: 'draft', edits: 0, createdBy, createdAt: now }
    await tx.insert(ladderVersions).values({ ...version, id: versionId })
    const places = from.rungs.map(({ slug: _, family: __, ...rung }) => ({ ...rung, versionId }))
    if (places.length) await tx.insert(rungs).values(places)
    if (from.moves.length) await tx.insert(moves).values(from.moves.map((move) => ({ ...move, versionId })))
    const asked = from.requirements.map((row) => ({ ...row, id: newId(), versionId }))
    if (asked.length) await tx.insert(requirements).values(asked)
    return { ladderId, versionId }
  },
})
