import { z } from 'zod'
import { VISIBILITIES } from '#domain/career'
import type { LadderDifference } from '#domain/ladder-diff'
import { differenceOf } from '#domain/ladder-diff'
import { localized } from '#domain/localized'
import type { Requirement } from '#domain/readiness'

export const PLAN_STATES = ['wish', 'agreed', 'paused', 'achieved', 'dropped'] as const
export const STEP_KINDS = ['training', 'exposure', 'mentoring', 'other'] as const

const day = z.iso.date()

export const OpenPlan = z
  .object({
    targetId: z.uuid(),
    visibility: z.enum(VISIBILITIES),
    /** Who goes along; the mentor or the supervisor where nobody is named. */
    companionId: z.uuid().optional(),
    targetOn: day.optional(),
  })
  .refine(({ visibility, companionId }) => visibility !== 'private' || !companionId, {
    path: ['companionId'],
    error: 'privateAlone',
  })

export const AgreePlan = z.object({
  planId: z.uuid(),
  nextCheckInOn: day,
  /** How many steps the plan had when it was read; agreeing to something else is a conflict. */
  steps: z.number().int().min(0).optional(),
})

export const PausePlan = z.object({ planId: z.uuid(), paused: z.boolean().default(false) })
export const ChangeCompanion = z.object({ planId: z.uuid(), companionId: z.uuid() })
export const DropPlan = z.object({ planId: z.uuid(), reason: z.string().trim().max(500).optional() })

const step = { planId: z.uuid(), dueOn: day, ownerId: z.uuid().optional() }
export const AddStep = z.discriminatedUnion('kind', [
  z.object({ ...step, kind: z.literal('training'), trainingId: z.uuid() }),
  z.object({
    ...step,
    kind: z.enum(['exposure', 'mentoring', 'other']),
    title: localized(200, 3).optional(),
    /** A requirement of the target that the step is taken for. */
    requirementId: z.uuid().optional(),
  }),
])

export const EndStep = z.object({
  stepId: z.uuid(),
  outcome: z.enum(['done', 'dropped']),
  reason: z.string().trim().max(300).optional(),
})

const note = z.string().trim().max(2000)
export const HoldCheckIn = z
  .object({ planId: z.uuid(), heldOn: day, nextOn: day, note: note.optional() })
  .refine(({ heldOn, nextOn }) => nextOn > heldOn, { path: ['nextOn'], error: 'afterCheckIn' })
export const WriteCheckInNote = z.object({ checkInId: z.uuid(), note: note.min(1) })

/** Days until the two of a plan sit down for the first time, where they name no date. */
export const FIRST_CHECK_IN_DAYS = 14

/** What the ladder asks today otherwise than a plan froze; the frozen words hold for the person. */
export function driftOf(
  frozen: readonly Requirement[],
  today: readonly Requirement[],
): LadderDifference['requirements'] {
  const only = (requirements: readonly Requirement[]) => ({
    rungs: [],
    moves: [],
    requirements: [...requirements],
  })
  return differenceOf(only(frozen), only(today)).requirements
}
