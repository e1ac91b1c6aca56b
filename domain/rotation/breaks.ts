import { type BreakRule, MINUTE, type Piece, SLOT, type Stretch } from '#domain/rotation/day'
import { divide, slotsOf } from '#domain/rotation/divide'
import { mealPlace, presentParts } from '#domain/rotation/meal'

const pausesOf = (from: number, stints: readonly number[], rule: BreakRule): Piece[] => {
  let at = from
  return stints.slice(0, -1).map((stint) => {
    const start = at + stint * SLOT
    at = start + rule.pauseMinutes * MINUTE
    return { id: null, what: 'pause' as const, taskId: null, from: start, to: at }
  })
}

const lengthOf = ({ from, to }: Stretch): number => Math.floor((to - from) / SLOT)

/** Pauses of a part without a meal; work that needs none may be as short as it is. */
const withoutMeal = (part: Stretch, rule: BreakRule): Piece[] | undefined => {
  if (lengthOf(part) <= slotsOf(rule.maxWorkMinutes)) return []
  const stints = divide(lengthOf(part), rule, true)
  return stints && pausesOf(part.from, stints, rule)
}

/** The meal as near to the middle of its window as the work before and after it lets it, `turn` slots beside. */
const withMeal = (part: Stretch, window: Stretch, rule: BreakRule, turn: number): Piece[] | undefined => {
  const wished = window.from + (Math.round(lengthOf(window) / 2) + turn) * SLOT
  const starts = Array.from({ length: lengthOf(window) + 1 }, (_, i) => window.from + i * SLOT)
  for (const from of starts.sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished) || a - b)) {
    const to = from + rule.mealMinutes * MINUTE
    const before = divide(lengthOf({ from: part.from, to: from }), rule, false)
    const after = divide(lengthOf({ from: to, to: part.to }), rule, true)
    if (!before || !after) continue
    const meal: Piece = { id: null, what: 'meal', taskId: null, from, to }
    return [...pausesOf(part.from, before, rule), meal, ...pausesOf(to, after, rule)]
  }
  return undefined
}

/**
 * Pauses and the meal of a shift by the rule, around hours away. `turn` moves the meal by slots, a different one a person, so that a
 * team does not rest all at once. Undefined where the shift is too odd for the rule (no division fits).
 */
export function placeRests(
  shift: Stretch,
  absences: readonly Stretch[],
  rule: BreakRule,
  turn = 0,
): Piece[] | undefined {
  const place = mealPlace(shift, absences, rule)
  const rests: Piece[] = []
  for (const part of presentParts(shift, absences)) {
    const eats = place?.part.from === part.from
    const found = eats ? withMeal(part, place.window, rule, turn) : withoutMeal(part, rule)
    if (!found) return undefined
    rests.push(...found)
  }
  return rests
}
