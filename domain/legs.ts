import type { Move } from '#domain/ladder-diff'
import { wholeMonths } from '#domain/months'
import type { Requirement, Standing } from '#domain/readiness'
import { monthsIn } from '#domain/readiness'
import type { Teaching } from '#domain/steps'
import type { Leg } from '#domain/ways'

type Ladder = { moves: readonly Move[]; requirements: readonly Requirement[] }

const levelsAt = (ladder: Ladder, positionId: string): Map<string, number> =>
  new Map(
    ladder.requirements.flatMap((r) =>
      r.positionId === positionId && r.competenceId && r.hard ? [[r.competenceId, r.level ?? 0]] : [],
    ),
  )

type Asked = { trainings: Set<string>; levels: Map<string, number> }

const askedAt = (ladder: Ladder, positionId: string): Asked => {
  const hard = ladder.requirements.filter((r) => r.positionId === positionId && r.hard)
  return {
    trainings: new Set(hard.flatMap(({ trainingId }) => trainingId ?? [])),
    levels: levelsAt(ladder, positionId),
  }
}

/** The shortest training to a level, where none that is taken or known anyway reaches it. */
const teacherFor = (
  [competenceId, level]: [string, number],
  taken: ReadonlySet<string>,
  teachings: readonly Teaching[],
): string[] => {
  const reaching = teachings.filter(({ levels }) =>
    levels.some((given) => given.competenceId === competenceId && given.toLevel >= level),
  )
  if (reaching.some(({ id }) => taken.has(id))) return []
  return reaching
    .toSorted((a, b) => a.hours - b.hours)
    .flatMap(({ id }) => id)
    .slice(0, 1)
}

/** Trainings that somebody who meets one position has still to take for the next: asked ones, and the shortest to a level. */
const hoursBetween = (
  ladder: Ladder,
  { fromId, toId }: Move,
  standing: Standing,
  teachings: readonly Teaching[],
): number => {
  const [before, after] = [askedAt(ladder, fromId), askedAt(ladder, toId)]
  const known = new Set([...Object.keys(standing.passed), ...before.trainings])
  const needed = new Set([...after.trainings].filter((id) => !known.has(id)))
  for (const wanted of after.levels) {
    const [competenceId, level] = wanted
    const have = Math.max(standing.levels[competenceId] ?? 0, before.levels.get(competenceId) ?? 0)
    if (have >= level) continue
    for (const id of teacherFor(wanted, new Set([...known, ...needed]), teachings)) needed.add(id)
  }
  return teachings.filter(({ id }) => needed.has(id)).reduce((sum, { hours }) => sum + hours, 0)
}

/** Every move of a ladder with what it costs this person: months to stand where it begins, hours of training in between. */
export function legsFor(
  ladder: Ladder,
  standing: Standing,
  ownId: string | null,
  teachings: readonly Teaching[],
): Leg[] {
  const asks = (positionId: string, kind: Requirement['kind']) =>
    ladder.requirements.find((r) => r.positionId === positionId && r.kind === kind && r.hard)?.threshold ?? 0
  const here = standing.hiredOn ? wholeMonths(standing.hiredOn, standing.today) : 0
  return ladder.moves.map((move): Leg => {
    const served = move.fromId === ownId ? monthsIn(standing, [move.fromId]) : 0
    const inPrevious = asks(move.toId, 'time-in-previous') - served
    const inCentre = asks(move.toId, 'tenure') - Math.max(here, asks(move.fromId, 'tenure'))
    const months = Math.max(0, inPrevious, inCentre)
    const { fromId, toId } = move
    return { fromId, toId, months, hours: hoursBetween(ladder, move, standing, teachings) }
  })
}
