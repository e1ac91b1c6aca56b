import { type BreakRule, MINUTE, SLOT } from '#domain/rotation/day'

export const slotsOf = (minutes: number): number => Math.round((minutes * MINUTE) / SLOT)

/** Lengths of the stints that a stretch of `length` slots falls into with the fewest pauses, or undefined where no division fits. */
export const divide = (length: number, rule: BreakRule, last: boolean): number[] | undefined => {
  const [most, pause] = [slotsOf(rule.maxWorkMinutes), slotsOf(rule.pauseMinutes)]
  const pauses = Math.max(0, Math.ceil((length + pause) / (most + pause)) - 1)
  const work = length - pauses * pause
  const each = Math.floor(work / (pauses + 1))
  const stints = Array.from({ length: pauses + 1 }, (_, i) => each + (i < work - each * (pauses + 1) ? 1 : 0))
  const least = slotsOf(rule.minStintMinutes)
  const fits = stints.every((stint, i) => stint >= (last && i === pauses ? slotsOf(rule.tailMinutes) : least))
  return fits ? stints : undefined
}
