import { z } from 'zod'
import { Page } from '#domain/paging'

export const ConfirmAward = z.object({
  /** The number of the idea. */
  number: z.coerce.number().int().positive(),
  /** What it is praised for, in words for everybody. */
  deed: z.string().trim().min(30).max(1000),
  /** The slug or id of the company's value that it shows. */
  value: z.string().trim().min(1).max(60),
})

export const ListAwards = Page

/** The month whose ideas are awarded now, as its first day: the one before, so that it is whole. */
export const awardedMonth = (now: Date): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 10)
