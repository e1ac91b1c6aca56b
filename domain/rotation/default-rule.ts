import type { BreakRule } from '#domain/rotation/day'

/** The rule that is shipped: 15 minutes after at most two hours of screen work, a meal in long shifts, 90 minutes of one high load in a row. */
export const DEFAULT_RULE: BreakRule = {
  maxWorkMinutes: 120,
  pauseMinutes: 15,
  minStintMinutes: 60,
  tailMinutes: 30,
  mealMinutes: 30,
  mealFromMinutes: 360,
  mealEarliest: 30,
  mealLatest: 60,
  highLoad: 3,
  maxHighMinutes: 90,
}
