import {
  type BreakRule,
  byTime,
  hasMeal,
  isRest,
  LOADS,
  mealWindow,
  meet,
  minutesOf,
  type PersonDay,
  type Piece,
  type Stretch,
  type Task,
} from '#domain/rotation/day'
import { mealPlace, presentParts, slotsAround } from '#domain/rotation/meal'

export const BROKEN_KINDS = [
  'outside-shift',
  'overlap',
  'absent',
  'level',
  'short-block',
  'work-too-long',
  'load-too-long',
  'rest-too-soon',
  'rest-too-late',
  'pause-length',
  'meal-length',
  'meal-window',
  'no-meal',
  'second-meal',
  'retired',
  'unassigned',
] as const
export type BrokenKind = (typeof BROKEN_KINDS)[number]

/** What is wrong and where; the words are made when it is shown. */
export type Broken = Stretch & {
  kind: BrokenKind
  pieceId: string | null
  params: Record<string, string | number>
}

/** An unassigned stretch is shown and may be published; everything else may not. */
export const isHard = (broken: Pick<Broken, 'kind'>): boolean => broken.kind !== 'unassigned'

const found = (
  kind: BrokenKind,
  at: Stretch & { id?: string | null },
  params: Broken['params'] = {},
): Broken => ({ kind, from: at.from, to: at.to, pieceId: at.id ?? null, params })

const checkPlaces = ({ shift, pieces, absences }: PersonDay): Broken[] => {
  const all: Broken[] = []
  let reached = Number.NEGATIVE_INFINITY
  for (const piece of pieces) {
    if (piece.from < shift.from || piece.to > shift.to || piece.from >= piece.to)
      all.push(found('outside-shift', piece))
    if (piece.from < reached) all.push(found('overlap', piece))
    if (absences.some((absence) => meet(absence, piece))) all.push(found('absent', piece))
    reached = Math.max(reached, piece.to)
  }
  return all
}

const checkLevels = ({ pieces, levels }: PersonDay, tasks: ReadonlyMap<string, Task>): Broken[] =>
  pieces.flatMap((piece) => {
    const needs = piece.taskId ? (tasks.get(piece.taskId)?.needs ?? []) : []
    return needs
      .filter((need) => (levels.get(need.competenceId) ?? 0) < need.level)
      .map(({ competenceId, level }) =>
        found('level', piece, { competenceId, level, has: levels.get(competenceId) ?? 0 }),
      )
  })

/** Neighbours on one task are one run. */
const runsOf = (pieces: readonly Piece[]): Piece[] => {
  const runs: Piece[] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last && last.what === piece.what && last.taskId === piece.taskId && last.to === piece.from)
      last.to = piece.to
    else runs.push({ ...piece })
  }
  return runs
}

const checkBlocks = (pieces: readonly Piece[], tasks: ReadonlyMap<string, Task>): Broken[] =>
  runsOf(pieces).flatMap((run) => {
    const needed = run.taskId ? (tasks.get(run.taskId)?.minBlockMinutes ?? 0) : 0
    return minutesOf(run) < needed ? [found('short-block', run, { minutes: minutesOf(run), needed })] : []
  })

type Stint = Stretch & { afterRest: boolean; beforeRest: boolean }

/**
 * Time between rests. Being away is a rest from work. What nobody planned counts as work, for it is no rest that somebody was promised;
 * but a part between absences on which nothing is put yet is unassigned, no more.
 */
const stintsOf = ({ shift, pieces, absences }: PersonDay): Stint[] => {
  const away = absences.map((absence) => ({ ...slotsAround(absence), rest: false }))
  const rests = pieces.filter(isRest).map(({ from, to }) => ({ from, to, rest: true }))
  const stints: Stint[] = []
  let from = shift.from
  let afterRest = false
  for (const stop of [...away, ...rests].sort(byTime)) {
    if (stop.from >= shift.to || stop.to <= from) continue
    if (stop.from > from || stop.rest)
      stints.push({ from, to: Math.max(from, stop.from), afterRest, beforeRest: stop.rest })
    from = Math.max(from, stop.to)
    afterRest = stop.rest
  }
  if (from < shift.to) stints.push({ from, to: shift.to, afterRest, beforeRest: false })
  const laid = presentParts(shift, absences).filter((part) => pieces.some((piece) => meet(piece, part)))
  return stints.filter((stint) => laid.some((part) => meet(part, stint) || stint.from === stint.to))
}

const checkStints = (day: PersonDay, rule: BreakRule): Broken[] =>
  stintsOf(day).flatMap((stint) => {
    const minutes = minutesOf(stint)
    const limit = rule.maxWorkMinutes
    if (minutes > limit) return [found('work-too-long', stint, { minutes, limit })]
    if (stint.beforeRest && minutes < rule.minStintMinutes) {
      return [found('rest-too-soon', stint, { minutes, needed: rule.minStintMinutes })]
    }
    const last = stint.afterRest && stint.to === day.shift.to && minutes < rule.tailMinutes
    return last ? [found('rest-too-late', stint, { minutes, needed: rule.tailMinutes })] : []
  })

const checkMeals = ({ shift, pieces, absences }: PersonDay, rule: BreakRule): Broken[] => {
  const meals = pieces.filter((piece) => piece.what === 'meal')
  const all: Broken[] = pieces
    .filter((piece) => piece.what === 'pause' && minutesOf(piece) !== rule.pauseMinutes)
    .map((pause) => found('pause-length', pause, { minutes: minutesOf(pause), needed: rule.pauseMinutes }))
  const place = mealPlace(shift, absences, rule)
  const laid = place && pieces.some((piece) => meet(piece, place.part))
  if (laid && !meals.length) all.push(found('no-meal', shift, { needed: rule.mealMinutes }))
  const window = mealWindow(shift, rule)
  for (const [index, meal] of meals.entries()) {
    if (index > 0 || !hasMeal(shift, rule)) all.push(found('second-meal', meal))
    else if (meal.from < window.from || meal.from > window.to) all.push(found('meal-window', meal))
    if (minutesOf(meal) !== rule.mealMinutes) {
      all.push(found('meal-length', meal, { minutes: minutesOf(meal), needed: rule.mealMinutes }))
    }
  }
  return all
}

/** Minutes in a row of high load of one kind; any rest ends the row, and so do hours away or in a training. */
const checkLoads = (
  { pieces, absences }: PersonDay,
  tasks: ReadonlyMap<string, Task>,
  rule: BreakRule,
): Broken[] => {
  const quiet = absences.map((away) => ({ ...away, id: null, what: 'pause' as const, taskId: null }))
  const day = [...pieces, ...quiet].sort(byTime)
  return LOADS.flatMap((load) => {
    const all: Broken[] = []
    let minutes = 0
    for (const piece of day) {
      const before = minutes
      const high = piece.taskId !== null && (tasks.get(piece.taskId)?.loads[load] ?? 0) >= rule.highLoad
      minutes = high ? minutes + minutesOf(piece) : 0
      if (before <= rule.maxHighMinutes && minutes > rule.maxHighMinutes) {
        all.push(found('load-too-long', piece, { load, minutes, limit: rule.maxHighMinutes }))
      }
    }
    return all
  })
}

const gapsOf = ({ shift, pieces, absences }: PersonDay): Broken[] => {
  const gaps: Broken[] = []
  let reached = shift.from
  for (const taken of [...pieces, ...absences].sort(byTime)) {
    if (taken.from > reached)
      gaps.push(found('unassigned', { from: reached, to: Math.min(taken.from, shift.to) }))
    reached = Math.max(reached, taken.to)
    if (reached >= shift.to) return gaps
  }
  return [...gaps, found('unassigned', { from: reached, to: shift.to })]
}

/** Blocks still ahead of a task that nobody is put on any more: a draft with one is not published, what was told stays. */
export const checkRetired = (
  pieces: readonly Piece[],
  tasks: ReadonlyMap<string, Task>,
  now: number,
): Broken[] =>
  pieces
    .filter(({ taskId, to }) => to > now && taskId !== null && tasks.get(taskId)?.isRetired)
    .map((piece) => found('retired', piece))

/**
 * Everything that a person's day breaks, in the order of the day: skill levels, one thing at a time, inside the shift and outside
 * absence, the break rule, minutes in a row of high load of one kind, shortest blocks. A day on which nothing is put yet is unassigned, no more.
 */
export function checkDay(day: PersonDay, tasks: ReadonlyMap<string, Task>, rule: BreakRule): Broken[] {
  const pieces = [...day.pieces].sort(byTime)
  const sorted = { ...day, pieces }
  const gaps = gapsOf(sorted)
  if (!pieces.length) return gaps
  return [
    ...checkPlaces(sorted),
    ...checkLevels(sorted, tasks),
    ...checkBlocks(pieces, tasks),
    ...checkStints(sorted, rule),
    ...checkMeals(sorted, rule),
    ...checkLoads(sorted, tasks, rule),
    ...gaps,
  ].sort(byTime)
}
