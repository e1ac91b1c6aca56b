import { z } from 'zod'
import { Page } from '#domain/paging'
import { REACTIONS } from '#domain/reactions'

export const PRAISE_KINDS = ['supervisor', 'peer', 'award', 'customer'] as const
/** From narrow to wide. */
export const PRAISE_REACHES = ['private', 'team', 'public'] as const
export const EVIDENCE = ['contact', 'shift', 'training'] as const
/** What a giver may point at; an idea is kept as a link. */
export const POINTED_AT = ['idea', ...EVIDENCE] as const

export type PraiseReach = (typeof PRAISE_REACHES)[number]
export type BudgetKind = 'supervisor' | 'peer'

/** Praises a month: few, so that each means something. They do not carry over. */
export const PRAISE_CAPS: Record<BudgetKind, number> = { supervisor: 8, peer: 3 }

export const GivePraise = z.object({
  receiverId: z.uuid(),
  /** What exactly the person did. */
  deed: z.string().trim().min(30).max(1000),
  /** The slug or id of the company's value that it shows. */
  value: z.string().trim().min(1).max(60),
  visibility: z.enum(PRAISE_REACHES),
  /** The number of the idea it is for. */
  idea: z.coerce.number().int().positive().optional(),
  /** What else shows it: an idea or a contact by its number, a shift by its day, a training passed by its name; not beside an idea. */
  evidence: z.enum(POINTED_AT).optional(),
  reference: z.string().trim().max(100).optional(),
})

export const ListPraises = Page.extend({ teamId: z.uuid().optional() })

export const ListNews = z.object({ teamId: z.uuid().optional() })

/** A form takes a reaction back with an empty value, which it sends as none at all. */
export const React = z.object({ praiseId: z.uuid(), reaction: z.enum(REACTIONS).nullable().default(null) })

const Said = z.string().trim().min(10).max(500)

export const RevokePraise = z.object({ praiseId: z.uuid(), reason: Said })

/** Who sees a praise: the narrower of what the giver chose and the receiver wishes. SQL's twin is `praise_reach`. */
export const narrower = (chosen: PraiseReach, wished: PraiseReach): PraiseReach =>
  PRAISE_REACHES[Math.min(PRAISE_REACHES.indexOf(chosen), PRAISE_REACHES.indexOf(wished))] ?? 'private'

/** Asks HR to look at a praise that hurts. */
export const ReportPraise = z.object({ praiseId: z.uuid(), reason: Said })

/** HR lets a reported praise stand and says why. */
export const KeepReported = z.object({ praiseId: z.uuid(), answer: Said })

export const ListReports = Page
