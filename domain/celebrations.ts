import { z } from 'zod'
import { addDays } from '#domain/site-time'

/** On which days a person agrees to be congratulated. A birthday without its year: nobody's age is asked. */
export const SetCelebrations = z
  .object({
    day: z.coerce.number().int().min(1).max(31).optional(),
    month: z.coerce.number().int().min(1).max(12).optional(),
    anniversary: z.stringbool().or(z.boolean()).default(false),
  })
  .refine(({ day, month }) => (day === undefined) === (month === undefined), {
    path: ['day'],
    message: 'required',
  })
  .refine(({ day, month }) => !day || !month || isDay(day, month), { path: ['day'], message: 'wrong' })

export const CELEBRATED = ['birthday', 'anniversary'] as const

/** How many days after a celebration a greeting is still in time; before it nobody is congratulated. */
export const GREETED_AFTER = 3

/** Congratulates somebody, or takes it back. */
export const Congratulate = z.object({
  personId: z.uuid(),
  kind: z.enum(CELEBRATED),
  on: z.iso.date(),
  greets: z.stringbool().or(z.boolean()).default(true),
})

// In a leap year, so that the 29th of February is a day.
const YEAR = 2000

const pad = (number: number) => String(number).padStart(2, '0')

const isDay = (day: number, month: number): boolean => day <= new Date(Date.UTC(YEAR, month, 0)).getUTCDate()

/** A birthday as it is kept. */
export const yearlessDay = (day: number, month: number): string => `${YEAR}-${pad(month)}-${pad(day)}`

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 2, 0)).getUTCDate() === 29

/** The days of any year that are celebrated from a date on, today first; who was born on 29 February celebrates a day earlier. */
export function celebratedDays(from: string, count: number): { on: string; day: string }[] {
  return Array.from({ length: count }, (_, index) => addDays(from, index)).flatMap((on) => {
    const day = `${YEAR}${on.slice(4)}`
    const alsoLeap = on.endsWith('-02-28') && !isLeap(Number(on.slice(0, 4)))
    return [{ on, day }, ...(alsoLeap ? [{ on, day: `${YEAR}-02-29` }] : [])]
  })
}
