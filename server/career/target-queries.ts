import { z } from 'zod'
import { MOVE_KINDS, targetsFrom } from '#domain/ladder-diff'
import { journeyOf } from '#domain/legs'
import { driftOf } from '#domain/plans'
import type { Standing } from '#domain/readiness'
import { Check, Requirement, readinessOf } from '#domain/readiness'
import { Step, stepsOf } from '#domain/steps'
import { bestWays } from '#domain/ways'
import type { Ladder } from '#server/career/ladder-queries'
import { LadderPosition } from '#server/career/ladder-queries'
import { Plan } from '#server/career/plan-queries'
import type { Catalogue, PersonStanding } from '#server/career/standing-queries'

export const Target = z.object({
  position: LadderPosition,
  /** Null: no move leads there from where the person stands. */
  move: z.enum(MOVE_KINDS).nullable(),
  ready: z.boolean(),
  met: z.number(),
  asked: z.number(),
  steps: z.array(Step),
  checks: z.array(Check),
  /** An agreed plan holds for this target as it was agreed; what the ladder asks otherwise today stands here. */
  frozen: z.boolean(),
  drift: z.array(z.object({ before: Requirement.nullable(), after: Requirement.nullable() })),
  reworded: Plan.shape.reworded,
})
export type Target = z.infer<typeof Target>

const previousOf = (ladder: Ladder, positionId: string) =>
  ladder.moves.filter((move) => move.toId === positionId).map((move) => move.fromId)

/** Trainings whose pass holds today; one that is over is taken again. */
const passedNow = ({ passed, today }: Standing): Set<string> =>
  new Set(Object.entries(passed).flatMap(([id, until]) => (until === null || until >= today ? [id] : [])))

const ORDER = { vertical: 0, 'horizontal-inside': 1, 'horizontal-out': 2 } as const

const targetOf = (
  ladder: Ladder,
  person: PersonStanding,
  catalogue: Catalogue,
  position: Target['position'],
): Target => {
  const { positionId } = position
  const today = ladder.requirements.filter((requirement) => requirement.positionId === positionId)
  const agreed = person.plans.find((plan) => plan.targetId === positionId && plan.frozen)
  const frozen = agreed?.frozen
  const previous = (frozen && person.agreed[positionId]?.previous) ?? previousOf(ladder, positionId)
  const { ready, met, asked, checks } = readinessOf(frozen ?? today, person.standing, previous)
  const move = ladder.moves.find(({ fromId, toId }) => fromId === person.positionId && toId === positionId)
  const steps = stepsOf(checks, catalogue.trainings, passedNow(person.standing))
  const drift = frozen ? driftOf(frozen, today) : []
  return {
    position,
    move: move?.kind ?? null,
    ready,
    met,
    asked,
    steps,
    checks,
    frozen: Boolean(frozen),
    drift,
    reworded: agreed?.reworded ?? [],
  }
}

/**
 * How far a person is from each position that a move leads to, and from those named besides; the target of an agreed plan also where
 * the ladder has it no longer.
 */
export const targetsOf = (
  ladder: Ladder,
  person: PersonStanding,
  catalogue: Catalogue,
  named: readonly (string | null)[],
): Target[] => {
  const open = targetsFrom(ladder.moves, person.positionId, null)
  const ids = [...new Set([...open, ...named.flatMap((id) => id ?? [])])]
  return ids
    .flatMap(
      (id) => ladder.rungs.find(({ positionId }) => positionId === id) ?? person.agreed[id]?.position ?? [],
    )
    .map((position) => targetOf(ladder, person, catalogue, position))
    .toSorted((a, b) => (a.move ? ORDER[a.move] : 3) - (b.move ? ORDER[b.move] : 3))
}

/** The best ways to a chosen target that no move leads to from here. */
export const waysTo = (
  ladder: Ladder | undefined,
  person: PersonStanding,
  catalogue: Catalogue,
  chosen: string | null,
) => {
  const { positionId, standing } = person
  if (!ladder || !chosen || !positionId) return []
  const isNear = ladder.moves.some(({ fromId, toId }) => fromId === positionId && toId === chosen)
  return isNear ? [] : bestWays(journeyOf(ladder, standing, catalogue.trainings), positionId, chosen)
}
