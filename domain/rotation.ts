import { z } from 'zod'
import { Page } from '#domain/paging'
import { SLOT } from '#domain/rotation/day'
import { EXCLUDED_REASONS } from '#domain/rotation/engine/excluded'
import { HOUR_PARTS, PARTS } from '#domain/rotation/engine/parts'
import { DayWeights } from '#domain/rotation/weigh-day'

export const Day = z.iso.date()

/** A moment on the quarter-hour grid that all plans stand on. */
export const Slot = z.iso.datetime({ offset: true }).refine((at) => Date.parse(at) % SLOT === 0, 'notOnGrid')

const Stretch = { from: Slot, to: Slot }
const inOrder = (input: { from?: string; to?: string }) =>
  !input.from || !input.to || Date.parse(input.from) < Date.parse(input.to)
const REVERSED = { path: ['to'], message: 'endsBeforeStart' }
const Reason = z.string().trim().min(3).max(300).optional()

export const OpenPlan = z.object({ teamId: z.uuid(), onDate: Day })

/** Without times: the whole shift. What lies under the new block gives way. */
export const PutBlock = z
  .object({
    planId: z.uuid(),
    personId: z.uuid(),
    what: z.enum(['task', 'pause', 'meal']).default('task'),
    taskId: z.uuid().optional(),
    from: Slot.optional(),
    to: Slot.optional(),
    reason: Reason,
  })
  .refine(inOrder, REVERSED)
  .refine((input) => (input.what === 'task') === Boolean(input.taskId), {
    path: ['taskId'],
    message: 'required',
  })

export const MoveBlock = z
  .object({ blockId: z.uuid(), ...Stretch, taskId: z.uuid().optional(), reason: Reason })
  .refine(inOrder, REVERSED)

const LaidPiece = z
  .object({
    what: z.enum(['task', 'pause', 'meal']).default('task'),
    taskId: z.uuid().optional(),
    ...Stretch,
    locked: z.boolean().default(false),
    /** As a search left it: the next search may change it again. */
    drafted: z.boolean().default(false),
  })
  .refine(inOrder, REVERSED)
  .refine((piece) => (piece.what === 'task') === Boolean(piece.taskId), {
    path: ['taskId'],
    message: 'required',
  })

/** Whole days as a planner left them after one move of the hand; all of them or none. */
export const LayDays = z.object({
  planId: z.uuid(),
  days: z
    .array(
      z.object({
        shiftId: z.uuid(),
        /** The likeness of the day that the planner saw: another planner's work is not painted over unseen. */
        was: z.string().max(20_000).optional(),
        pieces: z.array(LaidPiece).max(100).default([]),
      }),
    )
    .min(1)
    .max(200),
  reason: Reason,
})

export const RemoveBlock = z.object({ blockId: z.uuid(), reason: Reason })

/** Without a person: everybody of the plan. */
export const FillBreaks = z.object({ planId: z.uuid(), personId: z.uuid().optional() })

/** One press: a draft of the day in so many seconds, by HR's weights unless others are given for this plan. */
export const StartRun = z.object({
  planId: z.uuid(),
  seconds: z.coerce.number().int().min(1).max(60).default(10),
  keeps: z.enum(['nothing', 'touched', 'blocks']).default('nothing'),
  ...DayWeights.partial().shape,
})
const Placed = z.object({
  what: z.enum(['task', 'pause', 'meal']),
  taskId: z.uuid().nullable(),
  from: z.number(),
  to: z.number(),
})
/** What a search found, as the worker hands it over. */
export const RunOutcome = z.object({
  objective: z.number(),
  bound: z.number(),
  gap: z.number(),
  moves: z.number(),
  seconds: z.number(),
  engine: z.string(),
  parts: z.record(z.enum(PARTS), z.number()),
  unmet: z.array(
    z.object({
      taskId: z.uuid(),
      from: z.number(),
      to: z.number(),
      missing: z.number(),
      below: z.enum(['min', 'target']),
    }),
  ),
  /** Why a task is short: who of the shift can do it at all, who is one level of one competence away. */
  causes: z.array(
    z.object({
      taskId: z.uuid(),
      able: z.number(),
      nearly: z.number(),
      competenceId: z.uuid().nullable(),
    }),
  ),
  excluded: z.array(z.object({ shiftId: z.uuid(), reason: z.enum(EXCLUDED_REASONS) })),
  people: z.array(
    z.object({
      shiftId: z.uuid(),
      cost: z.number(),
      parts: z.partialRecord(z.enum(PARTS), z.number()).optional(),
    }),
  ),
  worth: z.array(z.object({ taskId: z.uuid(), value: z.number() })),
  /** What each hour of the day costs by what can be told by the hour; runs of earlier versions have none. */
  hours: z
    .array(z.object({ from: z.number(), parts: z.partialRecord(z.enum(HOUR_PARTS), z.number()) }))
    .optional(),
})
export type RunOutcome = z.output<typeof RunOutcome>
export const StoreRun = z.object({
  runId: z.uuid(),
  days: z.array(z.object({ shiftId: z.uuid(), pieces: z.array(Placed) })),
  outcome: RunOutcome,
})
export const StopRun = z.object({ runId: z.uuid() })
export const FindRun = z.object({ planId: z.uuid() })

/** With a reason where it changes hours that have begun. */
export const PublishPlan = z.object({ planId: z.uuid(), reason: Reason })

export const CopyDay = z.object({ planId: z.uuid(), fromDate: Day })

export const PutShift = z.object({ personId: z.uuid(), ...Stretch }).refine(inOrder, REVERSED)

export const SetDemand = z
  .object({
    siteId: z.uuid(),
    taskId: z.uuid(),
    ...Stretch,
    minimum: z.coerce.number().int().min(0).max(1000),
    target: z.coerce.number().int().min(0).max(1000),
  })
  .refine(inOrder, REVERSED)
  .refine((input) => input.minimum <= input.target, { path: ['target'], message: 'targetBelowMinimum' })

const Percent = z.coerce.number().min(0).max(100)
/** Contacts expected in a stretch, and what is promised to those who call. */
export const ForecastDemand = z
  .object({
    siteId: z.uuid(),
    taskId: z.uuid(),
    ...Stretch,
    contacts: z.coerce.number().int().min(0).max(100_000),
    handlingSeconds: z.coerce.number().int().min(0).max(36_000),
    serviceLevel: Percent.max(99).default(80),
    withinSeconds: z.coerce.number().int().min(0).max(3600).default(20),
    maxOccupancy: Percent.min(10).default(85),
    patienceSeconds: z.coerce.number().int().min(1).max(36_000).optional(),
    /** Contacts that one person serves at once, as in chat. */
    concurrency: z.coerce.number().int().min(1).max(10).default(1),
    shrinkage: Percent.max(80).default(30),
  })
  .refine(inOrder, REVERSED)

export const MyDay = z.object({ date: Day.optional() })
export const TeamDay = z.object({
  date: Day.optional(),
  teamId: z.uuid().optional(),
  /** A planner's draft where there is one, or what people were told. */
  view: z.enum(['draft', 'published']).default('published'),
})

/** Who is at work; with a competence, who has it at the level. */
export const FloorNow = Page.extend({
  competenceId: z.uuid().optional(),
  level: z.coerce.number().int().min(1).max(4).default(1),
})
export const ListTasks = Page.extend({ projectId: z.uuid().optional() })
export const ListShifts = Page.extend({
  date: Day.optional(),
  teamId: z.uuid().optional(),
  personId: z.uuid().optional(),
})
export const ListDemand = Page.extend({
  siteId: z.uuid().optional(),
  taskId: z.uuid().optional(),
  date: Day.optional(),
})
export const ListPlans = Page.extend({
  teamId: z.uuid().optional(),
  status: z.enum(['draft', 'published', 'replaced']).optional(),
})
export const ListBlocks = Page.extend({
  planId: z.uuid().optional(),
  personId: z.uuid().optional(),
  date: Day.optional(),
})
