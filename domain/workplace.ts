import { z } from 'zod'
import { FileIds } from '#domain/files'
import { Page } from '#domain/paging'
import { readTyped } from '#domain/round-answers'
import type { Band } from '#domain/scoring'
import { addDays, dateAt, momentAt } from '#domain/site-time'
import type { WorkingCalendar } from '#domain/working-days'
import { addWorkingDays } from '#domain/working-days'

export const FAULT_KINDS = [
  'headset',
  'computer',
  'screen',
  'network',
  'chair',
  'light',
  'air',
  'noise',
  'cleanliness',
  'other',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]
export const DRINKS = ['tea', 'herbal', 'coffee', 'water'] as const
export const ACTION_STATES = ['open', 'done', 'closed'] as const
export const SEVERITIES = ['stop', 'high', 'normal', 'low'] as const
export type Severity = (typeof SEVERITIES)[number]
export const OUTCOMES = ['passed', 'attention', 'failed', 'stale', 'never'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Days for which a seat's result speaks; then it is grey, whatever it was. */
export const RESULT_VALID_DAYS = 120

/** How long a round that was begun without a connection may be on its way. */
export const OFFLINE_DAYS = 14

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How urgent a found fault is: a critical one stops work there, heavy ones are next, a warning is last. */
export function severityOf(band: Exclude<Band, 'ok'>, item: { weight: number; critical: boolean }): Severity {
  if (band === 'warn') return 'low'
  if (item.critical) return 'stop'
  return item.weight >= 4 ? 'high' : 'normal'
}

export const faultSeverity = (kind: FaultKind): Severity =>
  kind === 'headset' || kind === 'network' ? 'high' : 'normal'

/** When an action must be done: 24 hours, the end of the 5th or 20th working day at the site, or 30 days. */
export function dueAt(severity: Severity, opened: Date, timeZone: string, calendar: WorkingCalendar): Date {
  if (severity === 'stop') return new Date(opened.getTime() + 24 * HOUR)
  if (severity === 'low') return new Date(opened.getTime() + 30 * DAY)
  const last = addWorkingDays(calendar, dateAt(opened, timeZone), severity === 'high' ? 5 : 20)
  return momentAt(addDays(last, 1), 0, timeZone)
}

type LastResult = { verdict: string; at: string } | null

/** What the map and the seat show of the last result; where a stopping fault closed the seat nothing older speaks against it. */
export function outcomeOf(last: LastResult, closed: boolean, now: Date): Outcome {
  if (closed) return 'failed'
  if (!last) return 'never'
  if (now.getTime() - new Date(last.at).getTime() > RESULT_VALID_DAYS * DAY) return 'stale'
  if (last.verdict === 'pass') return 'passed'
  return last.verdict === 'fail' ? 'failed' : 'attention'
}

const Note = z.string().trim().max(500)

/** People write 7,5 as well as 7.5. */
export const Decimal = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^[-+]?\d{1,9}([.,]\d{1,6})?$/, 'notANumber')
    .transform((text) => Number(text.replace(',', '.'))),
])

export const ReportFault = z.object({
  kind: z.enum(FAULT_KINDS),
  workplaceId: z.uuid().optional(),
  note: Note.optional(),
  fileIds: FileIds,
})
export const OrderTea = z.object({
  roundId: z.uuid(),
  drink: z.enum(DRINKS),
  sugar: z.coerce.number().int().min(0).max(3).default(0),
})
export const SkipTea = z.object({ roundId: z.uuid() })

export const StartRound = z.object({
  /** Made by whoever starts it; sending twice starts one. */
  id: z.uuid().optional(),
  /** Where it was begun without a connection: the version that the phone had, and when. */
  versionId: z.uuid().optional(),
  startedAt: z.iso.datetime({ offset: true }).optional(),
  checklistId: z.uuid(),
  workplaceId: z.uuid().optional(),
  roomId: z.uuid().optional(),
})

export const Answer = z.object({
  itemId: z.uuid(),
  state: z.enum(['answered', 'na', 'not-measured']),
  yes: z.boolean().optional(),
  number: Decimal.optional(),
  choice: z.string().max(60).optional(),
  words: z.string().trim().max(2000).optional(),
  comment: z.string().trim().max(500).optional(),
  reason: z.string().trim().max(300).optional(),
  instrumentId: z.uuid().optional(),
  measuredAt: z.iso.datetime({ offset: true }).optional(),
  /** The revision that the sender saw; 0 or none for a first answer. Another one is a conflict, nothing is overwritten. */
  revision: z.coerce.number().int().min(0).optional(),
  /** The sender's own id of this change. */
  mutation: z.uuid().optional(),
})
export type Answer = z.output<typeof Answer>
export const AnswerItems = z.object({ inspectionId: z.uuid(), answers: z.array(Answer).min(1).max(200) })

const PICKS = /^(yes|no|na|not-measured|choice:[a-z0-9_]{1,60}|scale:\d{1,2})$/

/** One control a question: a pick, or a number, or words. Blank ones say nothing. */
const FormAnswer = z
  .object({
    itemId: z.uuid(),
    pick: z.string().regex(PICKS).optional(),
    number: z
      .string()
      .trim()
      .regex(/^[-+]?\d{1,9}([.,]\d{1,6})?$/, 'notANumber')
      .optional(),
    words: z.string().trim().max(2000).optional(),
    comment: z.string().trim().max(500).optional(),
    reason: z.string().trim().max(300).optional(),
    instrumentId: z.uuid().optional(),
    revision: z.coerce.number().int().min(0).optional(),
  })
  .refine((answer) => answer.pick !== 'not-measured' || answer.reason, {
    path: ['reason'],
    message: 'required',
  })

export const AnswerSection = z.object({ inspectionId: z.uuid(), answers: z.array(FormAnswer).max(200) })

/** What a form's controls say, as answers; questions left blank are in none. */
export const readSection = ({ answers }: z.output<typeof AnswerSection>): Answer[] =>
  answers.flatMap(({ itemId, revision, ...typed }): Answer[] => {
    const given = readTyped(typed)
    return given ? [{ ...given, itemId, revision }] : []
  })

export const AddPhoto = z.object({ inspectionId: z.uuid(), itemId: z.uuid(), fileId: z.uuid() })
export const SubmitRound = z.object({ inspectionId: z.uuid() })

export const ReviewRound = z
  .object({
    inspectionId: z.uuid(),
    outcome: z.enum(['approved', 'returned']),
    note: Note.optional(),
  })
  .refine((review) => review.outcome === 'approved' || (review.note ?? '').length >= 3, {
    path: ['note'],
    message: 'required',
  })

export const CloseAction = z.object({
  actionId: z.uuid(),
  note: z.string().trim().min(3).max(500),
  fileIds: FileIds,
})
export const VerifyAction = z.object({
  actionId: z.uuid(),
  /** Of a fault that somebody reported; the item of a round is measured again instead. */
  outcome: z.enum(['verified', 'returned']).optional(),
  pick: z.string().regex(PICKS).optional(),
  number: Decimal.optional(),
  instrumentId: z.uuid().optional(),
  note: Note.optional(),
})
export const AssignAction = z.object({ actionId: z.uuid(), assigneeId: z.uuid() })
export const AcceptRisk = z.object({ actionId: z.uuid(), reason: z.string().trim().min(10).max(500) })

export const ListRounds = Page.extend({
  status: z.enum(['in-progress', 'submitted', 'returned', 'approved']).optional(),
  workplaceId: z.uuid().optional(),
})
export const ListActions = Page.extend({
  state: z.enum(ACTION_STATES).optional(),
  mine: z.stringbool().or(z.boolean()).optional(),
  overdue: z.stringbool().or(z.boolean()).optional(),
  workplaceId: z.uuid().optional(),
})
export const ListSeats = Page.extend({
  siteId: z.uuid().optional(),
  search: z.string().trim().max(40).optional(),
})
export const ListReadings = Page.extend({ workplaceId: z.uuid(), metric: z.string().max(60).optional() })
