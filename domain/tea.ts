import { z } from 'zod'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** Tea for a room at a time of the day, on some days of the week: Monday is 1. */
export const PlanTea = z.object({
  roomId: z.uuid(),
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'format'),
  weekdays: z
    .array(z.coerce.number().int().min(1).max(7))
    .min(1)
    .max(7)
    .transform((days) => [...new Set(days)].sort((a, b) => a - b)),
})
export const EndTeaPlan = z.object({ planId: z.uuid() })

export const minuteOf = (at: string): number => Number(at.slice(0, 2)) * 60 + Number(at.slice(3))
export const clockOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
