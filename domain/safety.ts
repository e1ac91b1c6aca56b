import { z } from 'zod'
import { localized } from '#domain/localized'
import { Decimal } from '#domain/workplace'

const Optional = localized(300)
  .partial({ uk: true })
  .optional()
  .transform((text) => (text?.uk ? { uk: text.uk, en: text.en } : undefined))

export const SetSafety = z
  .object({
    siteId: z.uuid(),
    route: localized(500),
    routeMinutes: z.coerce.number().int().min(0).max(120),
    generator: Optional,
    connection: Optional,
    autonomyHours: Decimal.optional(),
    autonomyTestedOn: z.iso.date().optional(),
  })
  .refine((safety) => (safety.autonomyHours === undefined) === (safety.autonomyTestedOn === undefined), {
    path: ['autonomyTestedOn'],
    message: 'required',
  })
export const BeginAlarm = z.object({ siteId: z.uuid() })
export const EndAlarm = z.object({ alarmId: z.uuid() })
export const CallRoll = z.object({
  alarmId: z.uuid(),
  /** Oneself, unless somebody who counts names another. */
  personId: z.uuid().optional(),
  /** `missing` takes a wrong mark back: the person is looked for again. */
  state: z.enum(['sheltered', 'elsewhere', 'missing']),
})

/** A test of the generator speaks for so many days. */
export const AUTONOMY_VALID_DAYS = 90
