import {
  type BreakRule,
  hasMeal,
  MINUTE,
  mealWindow,
  type Piece,
  SLOT,
  type Stretch,
} from '#domain/rotation/day'

const slots = (minutes: number): number => Math.round((minutes * MINUTE) / SLOT)

/** Lengths of the stints that a stretch of `length` slots falls into with the fewest pauses, or undefined where no division fits. */
export const divide = (length: number, rule: BreakRule, last: boolean): number[] | undefined => {
  const [most, pause] = [slots(rule.maxWorkMinutes), slots(rule.pauseMinutes)]
  const pauses = Math.max(0, Math.ceil((length + pause) / (most + pause)) - 1)
  const work = length - pauses * pause
  const each = Math.floor(work / (pauses + 1))
  const stints = Array.from({ length: pauses + 1 }, (_, i) => each + (i < work - each * (pauses + 1) ? 1 : 0))
  const least = slots(rule.minStintMinutes)
  const fits = stints.every((stint, i) => stint >= (last && i === pauses ? slots(rule.tailMinutes) : least))
  return fits ? stints : undefined
}

const restsOf = (from: number, stints: readonly number[], rule: BreakRule): Piece[] => {
  let at = from
  return stints.slice(0, -1).map((stint) => {
    const start = at + stint * SLOT
    at = start + rule.pauseMinutes * MINUTE
    return { id: null, what: 'pause' as const, taskId: null, from: start, to: at }
  })
}

/**
 * Pauses and the meal of a shift by the rule. `turn` moves the meal by slots, a different one a person, so that a team does not
 * rest all at once. Undefined where the shift is too odd for the rule (no division fits).
 */
export function placeRests(shift: Stretch, rule: BreakRule, turn = 0): Piece[] | undefined {
  const length = Math.floor((shift.to - shift.from) / SLOT)
  if (!hasMeal(shift, rule)) {
    const stints = divide(length, rule, true)
    return stints && restsOf(shift.from, stints, rule)
  }
  const window = mealWindow(shift, rule)
  const [earliest, latest] = [(window.from - shift.from) / SLOT, (window.to - shift.from) / SLOT]
  const wished = Math.round((earliest + latest) / 2) + turn
  const starts = Array.from({ length: latest - earliest + 1 }, (_, i) => earliest + i)
  for (const start of starts.sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished) || a - b)) {
    const before = divide(start, rule, false)
    const after = divide(length - start - slots(rule.mealMinutes), rule, true)
    if (!before || !after) continue
    const from = shift.from + start * SLOT
    const to = from + rule.mealMinutes * MINUTE
    const meal: Piece = { id: null, what: 'meal', taskId: null, from, to }
    return [...restsOf(shift.from, before, rule), meal, ...restsOf(to, after, rule)]
  }
  return undefined
}
