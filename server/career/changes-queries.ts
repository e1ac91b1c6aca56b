import { z } from 'zod'
import { differenceOf, Move, requirementKey, targetsFrom, touchesGap } from '#domain/ladder-diff'
import { Text } from '#domain/localized'
import { Check, checkRequirement } from '#domain/readiness'
import type { Ladder } from '#server/career/ladder-queries'
import { LadderPosition, loadPublished, loadVersion } from '#server/career/ladder-queries'
import type { PersonStanding } from '#server/career/standing-queries'
import {
  CatalogueCompetence,
  CatalogueTraining,
  loadCatalogue,
  loadStanding,
} from '#server/career/standing-queries'
import { query } from '#server/query'

const previousOf = (ladder: Ladder, positionId: string) =>
  ladder.moves.filter((move) => move.toId === positionId).map((move) => move.fromId)

const Changes = z.object({
  versionId: z.uuid(),
  number: z.number(),
  whatChanged: Text.nullable(),
  /** Never acknowledged any version: the ladder itself is the news. */
  first: z.boolean(),
  requirements: z.array(
    z.object({ position: LadderPosition, before: Check.nullable(), after: Check.nullable() }),
  ),
  moves: z.array(z.object({ before: Move.nullable(), after: Move.nullable() })),
  positions: z.array(LadderPosition),
  competences: z.array(CatalogueCompetence),
  trainings: z.array(CatalogueTraining),
})

const touchedRequirements = (before: Ladder, after: Ladder, person: PersonStanding) => {
  const wished = person.intent?.targetId ?? null
  const concerns = (ladder: Ladder) => new Set(targetsFrom(ladder.moves, person.positionId, wished))
  const [old, now] = [concerns(before), concerns(after)]
  const check = (ladder: Ladder, requirement: Check['requirement']) =>
    checkRequirement(requirement, person.standing, previousOf(ladder, requirement.positionId))
  return differenceOf(before, after).requirements.flatMap((change) => {
    const was = change.before && old.has(change.before.positionId) ? check(before, change.before) : null
    const is = change.after && now.has(change.after.positionId) ? check(after, change.after) : null
    const at = (change.after ?? change.before)?.positionId
    const position =
      after.rungs.find((rung) => rung.positionId === at) ??
      before.rungs.find((rung) => rung.positionId === at)
    return position && (was || is) && touchesGap(was, is) ? [{ position, before: was, after: is }] : []
  })
}

/** What the published ladder changed for the person since the version that they acknowledged; null where nothing did. */
export const ladderChanges = query({
  verb: 'career.changes',
  input: z.object({}),
  output: Changes.nullable(),
  async run({ db, actor, now }) {
    const [person, ladder, catalogue] = await Promise.all([
      loadStanding(db, actor, actor.personId, now),
      loadPublished(db, actor.positionId),
      loadCatalogue(db, now),
    ])
    if (!ladder || person.acknowledgedId === ladder.id) return null
    const { id: versionId, number, whatChanged, rungs: positions } = ladder
    const common = { versionId, number, whatChanged, positions, ...catalogue }
    if (!person.acknowledgedId) return { ...common, first: true, requirements: [], moves: [] }
    const before = await loadVersion(db, person.acknowledgedId)
    const requirements = touchedRequirements(before, ladder, person).toSorted((a, b) =>
      keyOf(a).localeCompare(keyOf(b), 'en'),
    )
    const moves = differenceOf(before, ladder).moves.filter(
      ({ before: was, after: is }) => (is ?? was)?.fromId === person.positionId,
    )
    return requirements.length + moves.length ? { ...common, first: false, requirements, moves } : null
  },
})

const keyOf = ({ before, after }: { before: Check | null; after: Check | null }): string => {
  const requirement = (after ?? before)?.requirement
  return requirement ? requirementKey(requirement) : ''
}
