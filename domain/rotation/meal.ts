import { type BreakRule, hasMeal, MINUTE, mealWindow, meet, SLOT, type Stretch } from '#domain/rotation/day'
import { divide } from '#domain/rotation/divide'

/** What somebody is away takes whole slots of the day: in a slot that is begun nobody is put on anything. */
export const slotsAround = ({ from, to }: Stretch): Stretch => ({
  from: Math.floor(from / SLOT) * SLOT,
  to: Math.ceil(to / SLOT) * SLOT,
})

/** What remains of a shift beside absences. */
export function presentParts(shift: Stretch, absences: readonly Stretch[]): Stretch[] {
  let parts = [{ from: shift.from, to: shift.to }]
  for (const away of absences) {
    const gone = slotsAround(away)
    parts = parts.flatMap((part) => {
      if (!meet(part, gone)) return [part]
      const sides = [
        { from: part.from, to: gone.from },
        { from: gone.to, to: part.to },
      ]
      return sides.filter((side) => side.to > side.from)
    })
  }
  return parts
}

/** The starts of a meal in a part that leave work before and after it which the rule allows. */
const startsIn = (part: Stretch, window: Stretch, rule: BreakRule): number[] => {
  const length = Math.ceil((rule.mealMinutes * MINUTE) / SLOT) * SLOT
  const starts: number[] = []
  for (let at = Math.max(window.from, part.from); at <= Math.min(window.to, part.to - length); at += SLOT) {
    const before = divide((at - part.from) / SLOT, rule, false)
    if (before && divide(Math.floor((part.to - at - length) / SLOT), rule, true)) starts.push(at)
  }
  return starts
}

/**
 * The part of a shift in which the meal falls, and when it may begin: the part with most room for it in the shift's window. Whoever is
 * away so long that no part of their presence can hold a meal owes none.
 */
export function mealPlace(
  shift: Stretch,
  absences: readonly Stretch[],
  rule: BreakRule,
): { part: Stretch; window: Stretch } | undefined {
  if (!hasMeal(shift, rule)) return undefined
  const window = mealWindow(shift, rule)
  const parts = presentParts(shift, absences)
  const [whole] = parts
  if (whole && parts.length === 1 && whole.from === shift.from && whole.to === shift.to) {
    const latest = Math.min(window.to, shift.to - Math.ceil((rule.mealMinutes * MINUTE) / SLOT) * SLOT)
    return window.from <= latest ? { part: whole, window: { from: window.from, to: latest } } : undefined
  }
  const rooms = parts.map((part) => ({ part, starts: startsIn(part, window, rule) }))
  const [best] = rooms.sort((a, b) => b.starts.length - a.starts.length)
  const [from, to] = [best?.starts[0], best?.starts.at(-1)]
  return best && from !== undefined && to !== undefined
    ? { part: best.part, window: { from, to } }
    : undefined
}
