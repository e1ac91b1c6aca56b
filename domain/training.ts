import { z } from 'zod'
import { localized } from '#domain/localized'
import { addDays, addMonths } from '#domain/months'
import { Page } from '#domain/paging'
import { LOCALES } from '#domain/text'

export const FORMATS = ['class', 'self-paced', 'on-the-job', 'mentoring'] as const
export const WHY = ['rung', 'plan', 'renewal', 'curiosity'] as const

export const ListTrainings = Page.extend({
  search: z.string().trim().max(100).optional(),
  for: z.enum(['next-rung']).optional(),
  format: z.enum(FORMATS).optional(),
  competenceId: z.uuid().optional(),
  competence: z.string().max(100).optional(),
  language: z.enum(LOCALES).optional(),
  /** With a free seat in the thirty days ahead, or self-paced. */
  free: z.enum(['month']).optional(),
  /** Shorter than four hours. */
  short: z.enum(['4h']).optional(),
})

export const ListSessions = Page.extend({ trainingId: z.uuid().optional() })

const why = z.enum(WHY).default('rung')

export const Enrol = z.object({ sessionId: z.uuid(), why })
export const BeginTraining = z.object({ trainingId: z.uuid(), why })
export const Withdraw = z.object({ enrolmentId: z.uuid() })

const seats = z.number().int().min(1).max(500)
const date = z.iso.date()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'format')
const minutes = z
  .number()
  .int()
  .min(15)
  .max(14 * 24 * 60)
const reason = z.string().trim().min(10).max(500)

export const EVERY = ['week', 'fortnight', 'month'] as const

/** One session or several at the same hour on the wall clock of their site, whatever the clocks do in between. */
export const PlanSeries = z
  .object({
    trainingId: z.uuid(),
    siteId: z.uuid(),
    date,
    time,
    minutes,
    every: z.enum(EVERY).default('week'),
    times: z.number().int().min(1).max(26).default(1),
    seats,
    least: z.number().int().min(1).max(500).default(1),
    place: localized(100),
    trainerId: z.uuid().optional(),
  })
  .refine(({ least, seats: all }) => least <= all, { path: ['least'], error: 'leastAboveSeats' })

/** The days of a series, the first among them. */
export const daysOf = (first: string, every: (typeof EVERY)[number], times: number): string[] =>
  Array.from({ length: times }, (_, index) =>
    every === 'month' ? addMonths(first, index) : addDays(first, index * (every === 'week' ? 7 : 14)),
  )

export const AskForDate = z.object({
  trainingId: z.uuid(),
  wish: z.string().trim().max(300).optional(),
  why,
})
export const RefuseEnrolment = z.object({ enrolmentId: z.uuid(), reason })

export const ChangeSession = z
  .object({
    sessionId: z.uuid(),
    date,
    time,
    minutes,
    seats,
    least: z.number().int().min(1).max(500).optional(),
    place: localized(100),
    trainerId: z.uuid().optional(),
    /** Needed where the time changes: people have planned their day by it. */
    reason: reason.optional(),
  })
  .refine(({ least = 1, seats: all }) => least <= all, { path: ['least'], error: 'leastAboveSeats' })
export const CancelSession = z.object({ sessionId: z.uuid(), reason })

export const MARKS = ['none', 'present', 'absent', 'passed', 'failed'] as const
export const MarkSession = z.object({
  sessionId: z.uuid(),
  /** Of those who are left without a mark. */
  rest: z.enum(['present']).optional(),
  marks: z
    .array(
      z.object({
        enrolmentId: z.uuid(),
        mark: z.enum(MARKS),
        score: z.number().min(0).max(100).optional(),
      }),
    )
    .min(1)
    .max(500),
})
export const RateTraining = z.object({
  trainingId: z.uuid(),
  usefulness: z.coerce.number().int().min(1).max(5),
})

export const PlanSession = z
  .object({
    trainingId: z.uuid(),
    startsAt: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
    endsAt: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
    seats,
    least: z.number().int().min(1).max(500).default(1),
    siteId: z.uuid().optional(),
    place: localized(100),
    trainerId: z.uuid().optional(),
  })
  .refine(({ least, seats: all }) => least <= all, { path: ['least'], error: 'leastAboveSeats' })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ['endsAt'], error: 'endsBeforeStart' })

export const CompleteTraining = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('passed'),
    enrolmentId: z.uuid(),
    completedOn: z.iso.date(),
    score: z.number().min(0).max(100).optional(),
  }),
  z.object({
    outcome: z.literal('waived'),
    personId: z.uuid(),
    trainingId: z.uuid(),
    completedOn: z.iso.date(),
    reason,
  }),
])

/** The last day on which a pass holds; null: it does not end. */
export const validUntil = (completedOn: string, validMonths: number | null): string | null =>
  validMonths ? addMonths(completedOn, validMonths) : null

/** How many sessions to plan: those who need it over the free seats, by the usual size of its sessions. */
export const sessionsToPlan = (need: number, free: number, usualSeats: number): number =>
  Math.ceil(Math.max(0, need - free) / Math.max(1, usualSeats))

/** Days before the end of a pass at which its holder is reminded. */
export const REMINDER_DAYS = [90, 60, 30, 7] as const
