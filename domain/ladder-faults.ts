import { z } from 'zod'
import type { LadderContent, Move } from '#domain/ladder-diff'
import type { Requirement } from '#domain/readiness'
import type { Teaching } from '#domain/steps'
import { stepsOf } from '#domain/steps'

/** More hard steps than this on one move are a locked door: twenty conditions, each met by most, are met by nobody. */
export const HARD_STEPS_MOST = 8

export const LADDER_FAULTS = [
  'circle',
  'unreachable',
  'too-many-hard',
  'retired-competence',
  'retired-training',
  'holders-without-rung',
  'openings-without-rung',
] as const

/** What makes a ladder wrong in itself; no second person can put up with it. */
export const LadderFault = z.object({
  kind: z.enum(LADDER_FAULTS),
  positionId: z.uuid(),
  /** The position that the move comes from, or the thing that is retired. */
  otherId: z.uuid().nullable(),
  count: z.number().nullable(),
})
export type LadderFault = z.infer<typeof LadderFault>

type Retired = { competences: ReadonlySet<string>; trainings: ReadonlySet<string> }
type Counts = ReadonlyMap<string, number>
type Known = { teachings: readonly Teaching[]; retired: Retired; held: Counts; awaited: Counts }

const fault = (
  kind: LadderFault['kind'],
  positionId: string,
  otherId: string | null = null,
  count: number | null = null,
): LadderFault => ({ kind, positionId, otherId, count })

const reachedFrom = (starts: Iterable<string>, moves: readonly Move[]): Set<string> => {
  const reached = new Set(starts)
  // A set grows while it is walked.
  for (const place of reached) for (const { fromId, toId } of moves) if (fromId === place) reached.add(toId)
  return reached
}

/** Positions from which vertical moves lead back to themselves. */
const circles = ({ moves }: LadderContent): LadderFault[] => {
  const up = moves.filter(({ kind }) => kind === 'vertical')
  return [...new Set(up.map(({ fromId }) => fromId))]
    .filter((id) => {
      const next = up.filter(({ fromId }) => fromId === id).map(({ toId }) => toId)
      return reachedFrom(next, up).has(id)
    })
    .map((id) => fault('circle', id))
}

/** One comes in at the lowest rung; what no move leads to from there, nobody inside can reach. */
const unreachable = ({ rungs, moves }: LadderContent): LadderFault[] => {
  const heights = rungs.flatMap(({ rung }) => rung ?? [])
  const lowest = heights.length ? Math.min(...heights) : null
  const entries = rungs.filter(({ positionId, rung }) =>
    lowest === null ? !moves.some(({ toId }) => toId === positionId) : rung === lowest,
  )
  const reached = reachedFrom(
    entries.map(({ positionId }) => positionId),
    moves,
  )
  return rungs
    .filter(({ positionId }) => !reached.has(positionId))
    .map(({ positionId }) => fault('unreachable', positionId))
}

const sameThing = (a: Requirement, b: Requirement): boolean =>
  a.kind === b.kind && a.competenceId === b.competenceId && a.trainingId === b.trainingId && a.key === b.key

/** Whether somebody who meets `before` meets `after` by that alone. */
const implies = (before: Requirement, after: Requirement): boolean =>
  before.hard &&
  sameThing(before, after) &&
  (before.level ?? 0) >= (after.level ?? 0) &&
  (before.threshold ?? 0) >= (after.threshold ?? 0) &&
  before.kind !== 'time-in-previous' &&
  before.kind !== 'approval'

/** Hard steps of each move for somebody who meets all of the position that it comes from, and nothing else. */
export function hardStepsOf(
  { requirements }: LadderContent,
  move: Move,
  teachings: readonly Teaching[],
): number {
  const at = (id: string) => requirements.filter(({ positionId }) => positionId === id)
  const before = at(move.fromId)
  const missing = at(move.toId).filter((after) => after.hard && !before.some((one) => implies(one, after)))
  const checks = missing.map((requirement) => ({ requirement, met: false, have: null }))
  return stepsOf(checks, teachings, new Set()).length
}

const tooMany = (content: LadderContent, teachings: readonly Teaching[]): LadderFault[] =>
  content.moves.flatMap((move) => {
    const count = hardStepsOf(content, move, teachings)
    return count > HARD_STEPS_MOST ? [fault('too-many-hard', move.toId, move.fromId, count)] : []
  })

const retiredOf = ({ requirements }: LadderContent, retired: Retired): LadderFault[] =>
  requirements.flatMap(({ positionId, competenceId, trainingId }) => {
    if (competenceId && retired.competences.has(competenceId))
      return [fault('retired-competence', positionId, competenceId)]
    if (trainingId && retired.trainings.has(trainingId))
      return [fault('retired-training', positionId, trainingId)]
    return []
  })

/**
 * Everything for which a ladder is not published, whoever asks. `held`: people in each position of the version before; `awaited`:
 * openings for it that take applications, or have some that are not answered or whose people have not moved yet.
 */
export function faultsOf(
  content: LadderContent,
  { teachings, retired, held, awaited }: Known,
): LadderFault[] {
  const gone = (counts: Counts) =>
    [...counts].filter(([id]) => !content.rungs.some(({ positionId }) => positionId === id))
  return [
    ...circles(content),
    ...unreachable(content),
    ...tooMany(content, teachings),
    ...retiredOf(content, retired),
    ...gone(held).map(([id, count]) => fault('holders-without-rung', id, null, count)),
    ...gone(awaited).map(([id, count]) => fault('openings-without-rung', id, null, count)),
  ]
}
