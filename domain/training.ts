import { z } from 'zod'
import { addMonths } from '#domain/months'
import { Page } from '#domain/paging'
import { localized } from '#domain/text'

export const FORMATS = ['class', 'self-paced', 'on-the-job', 'mentoring'] as const
export const WHY = ['rung', 'plan', 'renewal', 'curiosity'] as const

export const ListTrainings = Page.extend({
  search: z.string().trim().max(100).optional(),
  for: z.enum(['next-rung']).optional(),
  format: z.enum(FORMATS).optional(),
  competenceId: z.uuid().optional(),
})

export const ListSessions = Page.extend({ trainingId: z.uuid().optional() })

const why = z.enum(WHY).default('rung')

export const Enrol = z.object({ sessionId: z.uuid(), why })
export const BeginTraining = z.object({ trainingId: z.uuid(), why })
export const Withdraw = z.object({ enrolmentId: z.uuid() })

export const PlanSession = z
  .object({
    trainingId: z.uuid(),
    startsAt: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
    endsAt: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
    seats: z.number().int().min(1).max(500),
    siteId: z.uuid().optional(),
    place: localized(100),
    trainerId: z.uuid().optional(),
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ['endsAt'], error: 'endsBeforeStart' })

const reason = z.string().trim().min(10).max(500)

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
