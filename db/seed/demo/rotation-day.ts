import type { Random } from '#domain/random'
import { placeRests } from '#domain/rotation/breaks'
import type { BreakRule, Piece, Stretch, Task } from '#domain/rotation/day'
import { byTime, LOADS, minutesOf, SLOT } from '#domain/rotation/day'

const highs = (task: Task | undefined, rule: BreakRule) =>
  LOADS.filter((load) => (task?.loads[load] ?? 0) >= rule.highLoad)

/** Pieces for one stretch between rests, one or two tasks; a high load of one kind never lasts longer than the rule allows. */
const fill = (
  stretch: Stretch,
  able: readonly Task[],
  fallback: Task,
  rule: BreakRule,
  random: Random,
): Piece[] => {
  const pieces: Piece[] = []
  let from = stretch.from
  let last: Task | undefined
  while (from < stretch.to) {
    const busy = highs(last, rule)
    const fitting = able.filter(
      (task) => task !== last && !highs(task, rule).some((load) => busy.includes(load)),
    )
    const left = Math.round((stretch.to - from) / SLOT)
    const other = last && !busy.length ? last : fallback
    const task = fitting.length ? random.pick(fitting) : other
    const most = highs(task, rule).length ? Math.floor((rule.maxHighMinutes * 60_000) / SLOT) : left
    const least = Math.round((task.minBlockMinutes * 60_000) / SLOT)
    const whole = left <= most && (left < 2 * least + 1 || random.chance(0.5))
    const length = whole
      ? left
      : Math.min(most, left - least, random.between(least, Math.max(least, left - least)))
    const to = from + Math.max(Math.min(length, left), Math.min(least, left)) * SLOT
    pieces.push({ id: null, what: 'task', taskId: task.id, from, to })
    last = task
    from = to
  }
  return pieces
}

/** A believable day by the rule: rests where they belong, between them tasks that the person can do. Undefined for an odd shift. */
export function makeDay(
  shift: Stretch,
  able: readonly Task[],
  fallback: Task,
  rule: BreakRule,
  random: Random,
  turn: number,
): Piece[] | undefined {
  const rests = placeRests(shift, [], rule, turn)
  if (!rests) return undefined
  const stops = [...rests, { from: shift.to, to: shift.to }].sort(byTime)
  let from = shift.from
  const tasks = stops.flatMap((stop) => {
    const pieces = fill({ from, to: stop.from }, able, fallback, rule, random)
    from = stop.to
    return pieces
  })
  return [...tasks, ...rests].filter((piece) => minutesOf(piece) > 0).sort(byTime)
}
