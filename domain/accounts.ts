import { z } from 'zod'
import { TimeZone } from '#domain/places'

/** A shift and its hand-over: seats are shared, so a forgotten session must not outlive the day. */
export const SESSION_HOURS = 12

export const PASSWORD_MINIMUM = 10

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())

export const Password = z.string().min(PASSWORD_MINIMUM).max(200)

export const SignIn = z.object({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(200),
})

export const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // Apostrophes come from any keyboard; the Ukrainian letter one keeps words whole for search and sorting.
  .transform((name) => name.replace(/\s+/g, ' ').replace(/(?<=\p{L})['’`ʹ](?=\p{L})/gu, 'ʼ'))

export const ChangePassword = z
  .object({ current: z.string().min(1).max(200), next: Password, again: z.string() })
  .refine((input) => input.next === input.again, { path: ['again'], message: 'passwordsDiffer' })

export const EndSessions = z.object({ personId: z.uuid().optional() })

export const MakeToken = z.object({
  personId: z.uuid().optional(),
  name: z.string().trim().min(1).max(100),
  scope: z.enum(['read', 'write']),
  days: z.coerce.number().int().min(1).max(365),
})

export const RevokeToken = z.object({ tokenId: z.uuid() })

/** What can be opened by an address alone. */
export const LINK_KINDS = ['ideas-feed', 'calendar', 'screen'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

export const MakeLink = z.object({ kind: z.enum(LINK_KINDS), subject: z.string().max(100).default('') })
export const RevokeLink = z.object({ linkId: z.uuid() })

export const SetUp = z.object({
  token: z.string().trim().min(1).max(200),
  organisation: z.string().trim().min(1).max(200),
  site: z.string().trim().min(1).max(120),
  timeZone: TimeZone,
  name: PersonName,
  email: Email,
  password: Password,
})
