import { z } from 'zod'
import { localized } from '#domain/localized'
import { SLOT_MINUTES } from '#domain/rotation/day'

const minutes = (least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).multipleOf(SLOT_MINUTES)
const Share = z.coerce.number().int().min(0).max(100)

/** When people rest, in minutes; the window of the meal in percent of the shift. A pause is one slot of the day, always. */
export const SetBreakRule = z
  .object({
    title: localized(80, 2),
    maxWorkMinutes: minutes(30, 240),
    minStintMinutes: minutes(0, 240),
    tailMinutes: minutes(0, 120),
    mealMinutes: minutes(15, 120),
    mealFromMinutes: minutes(60, 960),
    mealEarliest: Share,
    mealLatest: Share,
    highLoad: z.coerce.number().int().min(1).max(3),
    maxHighMinutes: minutes(15, 240),
  })
  .refine(({ minStintMinutes, maxWorkMinutes }) => minStintMinutes <= maxWorkMinutes, {
    path: ['minStintMinutes'],
    message: 'longerThanWork',
  })
  .refine(({ mealEarliest, mealLatest }) => mealEarliest <= mealLatest, {
    path: ['mealLatest'],
    message: 'endsBeforeStart',
  })
