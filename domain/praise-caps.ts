import { z } from 'zod'
import { localized } from '#domain/localized'

export const SetCap = z.object({
  kind: z.enum(['supervisor', 'peer']),
  cap: z.coerce.number().int().min(0).max(50),
})

export const LiftFreeze = z.object({ reason: z.string().trim().min(20).max(500) })

const Slug = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9-]{1,40}$/)

/** A value of the company: a new one, or new words for one that is there. */
export const WriteValue = z.object({ slug: Slug, title: localized(60), meaning: localized(300) })

export const RetireValue = z.object({ slug: Slug })

/** The month after this one, as its first day: a budget that has begun is not changed under its giver. */
export const nextMonth = (now: Date): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 10)
