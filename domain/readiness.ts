import { z } from 'zod'
import { addDays, addMonths, firstOfMonth, wholeMonths } from '#domain/months'

export const REQUIREMENT_KINDS = [
  'competence',
  'training',
  'metric',
  'tenure',
  'time-in-previous',
  'evidence',
  'approval',
] as const
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number]

/** What a position asks, as it stands in one version of a ladder. */
export const Requirement = z.object({
  id: z.uuid(),
  positionId: z.uuid(),
  kind: z.enum(REQUIREMENT_KINDS),
  competenceId: z.uuid().nullable(),
  level: z.number().nullable(),
  trainingId: z.uuid().nullable(),
  key: z.string().nullable(),
  threshold: z.number().nullable(),
  windowMonths: z.number().nullable(),
  hard: z.boolean(),
  weight: z.number(),
})
export type Requirement = z.infer<typeof Requirement>

/** Everything known about a person that a requirement can ask for. */
export type Standing = {
  today: string
  /** The day since which they would have worked here without a break: the hiring, later by what lay between two stays. */
  hiredOn: string | null
  /** Confirmed level by competence. */
  levels: Record<string, number>
  /** Until when a passed training holds; null: for ever. */
  passed: Record<string, string | null>
  metrics: readonly { key: string; month: string; value: number; sample: number }[]
  evidence: readonly { key: string; happenedOn: string }[]
  /** Days spent in each position, all stays together, acting aside. */
  daysIn: Record<string, number>
  /** The first day in each of them. */
  firstIn: Record<string, string>
}

/** `met` is null where nobody can say yet: too few contacts were scored, or a person decides at the move itself. */
export const Check = z.object({
  requirement: Requirement,
  met: z.boolean().nullable(),
  have: z.number().nullable(),
})
export type Check = z.infer<typeof Check>

/** Fewer scored contacts than this in the window say nothing about a person. */
export const LEAST_SAMPLE = 5
/**
 * Whole months in some positions: the days of all stays together, laid on the calendar from the first of them on. For one stay these
 * are its months; time away does not count, and no month is lost by it again.
 */
export function monthsIn({ daysIn, firstIn }: Standing, positionIds: readonly string[]): number {
  const held = [...new Set(positionIds)].filter((id) => firstIn[id])
  const [first] = held.flatMap((id) => firstIn[id] ?? []).toSorted()
  const days = held.reduce((sum, id) => sum + (daysIn[id] ?? 0), 0)
  return first ? wholeMonths(first, addDays(first, days)) : 0
}

const round = (value: number) => Math.round(value * 10) / 10

const checkMetric = (requirement: Requirement, { metrics, today }: Standing): Omit<Check, 'requirement'> => {
  // The running month is the last of the window.
  const from = addMonths(firstOfMonth(today), 1 - (requirement.windowMonths ?? 1))
  const inWindow = metrics.filter(
    ({ key, month }) => key === requirement.key && month >= from && month <= today,
  )
  const sample = inWindow.reduce((sum, value) => sum + value.sample, 0)
  if (sample < LEAST_SAMPLE) return { met: null, have: null }
  const average = inWindow.reduce((sum, { value, sample: n }) => sum + value * n, 0) / sample
  return { met: average >= (requirement.threshold ?? 0), have: round(average) }
}

const checkEvidence = (
  requirement: Requirement,
  { evidence, today }: Standing,
): Omit<Check, 'requirement'> => {
  const from = requirement.windowMonths ? addMonths(today, -requirement.windowMonths) : ''
  const have = evidence.filter(({ key, happenedOn }) => key === requirement.key && happenedOn >= from).length
  return { met: have >= (requirement.threshold ?? 0), have }
}

const checkTraining = (requirement: Requirement, { passed, today }: Standing): Omit<Check, 'requirement'> => {
  const until = passed[requirement.trainingId ?? '']
  return { met: until === null || (until !== undefined && until >= today), have: null }
}

/** Whether a person meets one requirement, and what they have of it. `previous`: the positions from which one moves to it. */
export function checkRequirement(
  requirement: Requirement,
  standing: Standing,
  previous: readonly string[],
): Check {
  const { threshold, level } = requirement
  const of = (have: number, need: number | null) => ({ met: have >= (need ?? 0), have })
  switch (requirement.kind) {
    case 'competence':
      return { requirement, ...of(standing.levels[requirement.competenceId ?? ''] ?? 0, level) }
    case 'training':
      return { requirement, ...checkTraining(requirement, standing) }
    case 'metric':
      return { requirement, ...checkMetric(requirement, standing) }
    case 'evidence':
      return { requirement, ...checkEvidence(requirement, standing) }
    case 'tenure':
      return {
        requirement,
        ...of(standing.hiredOn ? wholeMonths(standing.hiredOn, standing.today) : 0, threshold),
      }
    case 'time-in-previous':
      return { requirement, ...of(monthsIn(standing, previous), threshold) }
    case 'approval':
      return { requirement, met: null, have: null }
  }
}

export type Readiness = { ready: boolean; met: number; asked: number; checks: Check[] }

const blocks = ({ requirement }: Check) => requirement.hard && requirement.kind !== 'approval'

/**
 * How far a person is: weight of the met conditions of the weight of all that can block. Soft ones are listed and never
 * counted; an approval is given at the move itself, so it does not count either.
 */
export function readinessOf(
  requirements: readonly Requirement[],
  standing: Standing,
  previous: readonly string[],
): Readiness {
  const checks = requirements.map((requirement) => checkRequirement(requirement, standing, previous))
  const blocking = checks.filter(blocks)
  const weigh = (some: readonly Check[]) => some.reduce((sum, { requirement }) => sum + requirement.weight, 0)
  const met = blocking.filter((check) => check.met === true)
  return { ready: met.length === blocking.length, met: weigh(met), asked: weigh(blocking), checks }
}
