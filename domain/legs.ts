import type { Move } from '#domain/ladder-diff'
import { wholeMonths } from '#domain/months'
import type { Requirement, Standing } from '#domain/readiness'
import { monthsIn } from '#domain/readiness'
import type { Teaching } from '#domain/steps'
import type { Journey } from '#domain/ways'

type Ladder = { moves: readonly Move[]; requirements: readonly Requirement[] }
/** Where somebody on the way stands: what they will have done by then. */
export type OnTheWay = {
  /** Months since today. */
  months: number
  /** Months spent in each position on the way, so after today. */
  spent: Readonly<Record<string, number>>
  /** Trainings passed or taken on the way. */
  taken: ReadonlySet<string>
  levels: Readonly<Record<string, number>>
}

/** The shortest training to a level, where none that is taken or known anyway reaches it. */
const teacherFor = (
  { competenceId, level }: Requirement,
  taken: ReadonlySet<string>,
  teachings: readonly Teaching[],
): string[] => {
  const reaching = teachings.filter(({ levels }) =>
    levels.some((given) => given.competenceId === competenceId && given.toLevel >= (level ?? 0)),
  )
  if (reaching.some(({ id }) => taken.has(id))) return []
  return reaching
    .toSorted((a, b) => a.hours - b.hours)
    .flatMap(({ id }) => id)
    .slice(0, 1)
}

/** Trainings still to take before a position: those that it asks, and the shortest to each level that is missing. */
const neededFor = (
  asked: readonly Requirement[],
  { taken, levels }: OnTheWay,
  teachings: readonly Teaching[],
) => {
  const needed = new Set(
    asked.flatMap(({ trainingId }) => (trainingId && !taken.has(trainingId) ? [trainingId] : [])),
  )
  for (const wanted of asked) {
    if (!wanted.competenceId || (levels[wanted.competenceId] ?? 0) >= (wanted.level ?? 0)) continue
    for (const id of teacherFor(wanted, new Set([...taken, ...needed]), teachings)) needed.add(id)
  }
  return needed
}

/** The way of one person on a ladder: what each move costs them after the moves before it. Only what is hard counts. */
export function journeyOf(
  ladder: Ladder,
  standing: Standing,
  teachings: readonly Teaching[],
): Journey<OnTheWay, Move> {
  const { today, hiredOn, levels, passed } = standing
  const here = hiredOn ? wholeMonths(hiredOn, today) : 0
  const hard = ladder.requirements.filter((requirement) => requirement.hard)
  const go = (state: OnTheWay, { fromId, toId }: Move) => {
    const asked = hard.filter(({ positionId }) => positionId === toId)
    const asks = (kind: Requirement['kind']) => asked.find((one) => one.kind === kind)?.threshold ?? 0
    const previous = [
      ...new Set(ladder.moves.filter((move) => move.toId === toId).map((move) => move.fromId)),
    ]
    const served = previous.reduce((sum, id) => sum + (state.spent[id] ?? 0), monthsIn(standing, previous))
    const wait = Math.max(0, asks('time-in-previous') - served, asks('tenure') - here - state.months)
    const needed = neededFor(asked, state, teachings)
    const hours = teachings.filter(({ id }) => needed.has(id)).reduce((sum, one) => sum + one.hours, 0)
    const reached = asked.flatMap(({ competenceId, level }) =>
      competenceId ? [[competenceId, Math.max(level ?? 0, state.levels[competenceId] ?? 0)] as const] : [],
    )
    return {
      leg: { fromId, toId, months: wait, hours },
      state: {
        months: state.months + wait,
        spent: { ...state.spent, [fromId]: (state.spent[fromId] ?? 0) + wait },
        taken: new Set([...state.taken, ...needed]),
        levels: { ...state.levels, ...Object.fromEntries(reached) },
      },
    }
  }
  return {
    moves: ladder.moves,
    begin: {
      months: 0,
      spent: {},
      taken: new Set(Object.entries(passed).flatMap(([id, until]) => (until && until < today ? [] : [id]))),
      levels,
    },
    go,
  }
}
