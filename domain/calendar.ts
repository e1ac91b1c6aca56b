import { z } from 'zod'
import { localized } from '#domain/localized'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

export const SetWorkdays = z.object({
  siteId: z.uuid(),
  workdays: z.array(z.coerce.number().int().min(1).max(7)).min(1).max(7),
})

export const SetDay = z.object({
  siteId: z.uuid(),
  onDate: z.iso.date(),
  /** `plain`: nothing special after all. */
  kind: z.enum(['off', 'worked', 'plain']),
  name: localized(80).optional(),
})
