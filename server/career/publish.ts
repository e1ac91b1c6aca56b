import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { ladders, ladderVersions } from '#db/schema/ladders'
import { PublishLadder } from '#domain/career'
import type { Hole } from '#domain/holes'
import { holesOf } from '#domain/holes'
import type { LadderDifference } from '#domain/ladder-diff'
import { differenceOf, isSame } from '#domain/ladder-diff'
import type { Fault } from '#domain/refused'
import { conflict, notFound, Refused } from '#domain/refused'
import { loadVersion } from '#server/career/ladder-queries'
import { touchedPeople } from '#server/career/met-queries'
import { loadCatalogue } from '#server/career/standing-queries'
import { lockVersion } from '#server/career/version-queries'
import { command } from '#server/command'
import { readAsEveryone } from '#server/reader'

/** Every hole is named, so that a script too knows what is missing: `holes.<position>.<competence>`. */
const refusedForHoles = (holes: Hole[]): Refused => {
  const fields: Record<string, Fault> = {}
  for (const { positionId, competenceId, level, reason } of holes) {
    const key = reason === 'no-seat' ? 'holeWithoutSeat' : 'holeWithoutTraining'
    fields[`holes.${positionId}.${competenceId}`] = { key, params: { level } }
  }
  return new Refused('conflict', fields, { key: 'ladderHoles', params: { count: holes.length } })
}

const audienceOf = async (tx: Tx, difference: LadderDifference, now: Date): Promise<string[]> => {
  const requirementIds = difference.requirements.flatMap(({ before, after }) =>
    [before, after].flatMap((r) => r?.id ?? []),
  )
  const movesFrom = difference.moves.flatMap(({ before, after }) => (before ?? after)?.fromId ?? [])
  // Also whoever wishes for a changed position in private is told, and nobody else learns of it.
  await readAsEveryone(tx)
  const { rows } = await tx.execute<{ person_id: string }>(touchedPeople({ requirementIds, movesFrom }, now))
  return rows.map((row) => row.person_id)
}

/**
 * Makes a draft the ladder that holds, for ever as it is. Of two who publish at once one wins and the other hears of it;
 * a ladder that cannot be learned is refused with the list of its holes.
 */
export const publishLadder = command({
  verb: 'career.publish',
  input: PublishLadder,
  output: z.object({ number: z.number(), touched: z.number() }),
  subject: async (tx, { versionId }) => {
    const [found] = await tx
      .select({ ladderId: ladderVersions.ladderId })
      .from(ladderVersions)
      .where(eq(ladderVersions.id, versionId))
    if (!found) throw notFound()
    await tx.select({ id: ladders.id }).from(ladders).where(eq(ladders.id, found.ladderId)).for('update')
    return { siteId: null, version: await lockVersion(tx, versionId) }
  },
  readable: 'career.ladder',
  audit: ({ input, result }) => ({
    kind: 'ladder',
    id: input.versionId,
    detail: { number: result.number, touched: result.touched },
  }),
  async run({ tx, actor, input, subject: { version }, now, notify }) {
    if (version.state !== 'draft') throw conflict('alreadyPublished')
    if (input.edits !== undefined && input.edits !== version.edits) throw conflict('draftEdited')
    const draft = await loadVersion(tx, version.id)
    const before = version.basedOn ? await loadVersion(tx, version.basedOn) : undefined
    if (before && before.state !== 'published') throw conflict('ladderMovedOn')
    const difference = differenceOf(before ?? { rungs: [], moves: [], requirements: [] }, draft)
    if (isSame(difference)) throw conflict('nothingChanged')
    const { trainings } = await loadCatalogue(tx, now)
    const holes = holesOf(draft, trainings)
    if (holes.length) throw refusedForHoles(holes)
    if (before) {
      await tx
        .update(ladderVersions)
        .set({ state: 'superseded', supersededAt: now })
        .where(eq(ladderVersions.id, before.id))
    }
    const publishedBy = actor.kind === 'person' ? actor.personId : null
    await tx
      .update(ladderVersions)
      .set({ state: 'published', publishedAt: now, publishedBy, whatChanged: input.whatChanged })
      .where(eq(ladderVersions.id, version.id))
    const touched = await audienceOf(tx, difference, now)
    notify({ to: touched, kind: 'ladder.published', params: { number: version.number }, href: '/career' })
    return { number: version.number, touched: touched.length }
  },
})
