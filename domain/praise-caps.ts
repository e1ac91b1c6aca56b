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
