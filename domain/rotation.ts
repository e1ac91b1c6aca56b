import { z } from 'zod'
import { Page } from '#domain/paging'
import { SLOT } from '#domain/rotation/day'

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

export const RemoveBlock = z.object({ blockId: z.uuid(), reason: Reason })

/** Without a person: everybody of the plan. */
export const FillBreaks = z.object({ planId: z.uuid(), personId: z.uuid().optional() })

export const PublishPlan = z.object({ planId: z.uuid() })

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

export const MyDay = z.object({ date: Day.optional() })
export const TeamDay = z.object({
  date: Day.optional(),
  teamId: z.uuid().optional(),
  /** A planner's draft where there is one, or what people were told. */
  view: z.enum(['draft', 'published']).default('published'),
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
