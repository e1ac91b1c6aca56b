import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { ladders, ladderVersions } from '#db/schema/ladders'
import { PublishLadder } from '#domain/career'
import type { Hole } from '#domain/holes'
import { haveGrown, holesOf } from '#domain/holes'
import type { LadderDifference } from '#domain/ladder-diff'
import { differenceOf, isSame } from '#domain/ladder-diff'
import type { LadderFault } from '#domain/ladder-faults'
import type { Fault } from '#domain/refused'
import { conflict, notFound, Refused } from '#domain/refused'
import { loadFaults } from '#server/career/fault-queries'
import { homeOf, loadVersion } from '#server/career/ladder-queries'
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

const refusedForFaults = (faults: LadderFault[]): Refused => {
  const fields: Record<string, Fault> = {}
  for (const { kind, positionId, otherId, count } of faults)
    fields[`faults.${kind}.${positionId}${otherId ? `.${otherId}` : ''}`] = {
      key: `ladderFault.${kind}`,
      params: { count: count ?? 0 },
    }
  return new Refused('conflict', fields, { key: 'ladderFaults', params: { count: faults.length } })
}

/** Whether a second person has agreed to publish this very draft with these holes: one that came later nobody has read. */
const isOverridden = async (tx: Tx, versionId: string, edits: number, holes: Hole[]): Promise<boolean> => {
  const { rows } = await tx.execute<{ holes: Hole[] }>(sql`
    select o.holes from ladder_overrides o where o.version_id = ${versionId} and o.edits = ${edits} and o.approved_by is not null`)
  return rows[0] !== undefined && !haveGrown(rows[0].holes, holes)
}

type Touched = { person_id: string; openly: boolean }

const audienceOf = async (
  tx: Tx,
  versionId: string,
  difference: LadderDifference,
  now: Date,
): Promise<Touched[]> => {
  const requirementIds = difference.requirements.flatMap(({ before, after }) =>
    [before, after].flatMap((r) => r?.id ?? []),
  )
  const movesFrom = difference.moves.flatMap(({ before, after }) => (before ?? after)?.fromId ?? [])
  // Also whoever wishes for a changed position in private is told, and nobody else learns of it.
  await readAsEveryone(tx)
  // Everybody at once is always joined by hash: of a hundred thousand a wrong guess would compare each with each.
  await tx.execute(sql`set local enable_nestloop = off`)
  const { rows } = await tx.execute<Touched>(touchedPeople({ requirementIds, movesFrom, versionId }, now))
  await tx.execute(sql`set local enable_nestloop = on`)
  return rows
}

/** A new ladder is news to everybody who stands on it, and on no older one. */
const holdersOf = async (tx: Tx, versionId: string): Promise<Touched[]> => {
  const { rows } = await tx.execute<Touched>(sql`
    select e.person_id, true as openly from current_employments e join rungs r on r.position_id = e.position_id and r.version_id = ${versionId}
    where e.position_id in ${homeOf(versionId)}`)
  return rows
}

/** Everywhere else a position is called as the newest version calls it. */
const nameAnew = (tx: Tx, versionId: string) =>
  tx.execute(sql`
    update positions p set title = r.title, purpose = r.purpose from rungs r
    where r.version_id = ${versionId} and p.id = r.position_id and (p.title::jsonb, p.purpose::jsonb) <> (r.title::jsonb, r.purpose::jsonb)`)

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
    if (input.edits !== version.edits) throw conflict('draftEdited')
    const draft = await loadVersion(tx, version.id)
    const before = version.basedOn ? await loadVersion(tx, version.basedOn) : undefined
    if (before && before.state !== 'published') throw conflict('ladderMovedOn')
    const difference = differenceOf(before ?? { rungs: [], moves: [], requirements: [] }, draft)
    if (isSame(difference)) throw conflict('nothingChanged')
    const catalogue = await loadCatalogue(tx, now)
    const faults = await loadFaults(tx, draft, catalogue, now)
    if (faults.length) throw refusedForFaults(faults)
    const holes = holesOf(draft, catalogue.trainings)
    if (holes.length && !(await isOverridden(tx, version.id, version.edits, holes)))
      throw refusedForHoles(holes)
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
    await nameAnew(tx, version.id)
    const told = before ? await audienceOf(tx, version.id, difference, now) : await holdersOf(tx, version.id)
    // Whose flag falls and how many they are is seen by others, so a private wish alone is told and not written down.
    const touched = told.flatMap(({ person_id: id, openly }) => (openly ? [id] : []))
    if (touched.length) {
      await tx.execute(sql`
        insert into ladder_audience (version_id, person_id)
        select ${version.id}::uuid, * from unnest(${sql.param(touched)}::uuid[])`)
    }
    const to = told.map(({ person_id: id }) => id)
    notify({ to, kind: 'ladder.published', params: { number: version.number }, href: '/career' })
    return { number: version.number, touched: touched.length }
  },
})
