import { z } from 'zod'
import { Check, REQUIREMENT_KINDS } from '#domain/readiness'

/** An active training with the levels that it gives. */
export type Teaching = {
  id: string
  hours: number
  levels: readonly { competenceId: string; toLevel: number }[]
}

export const Step = z.object({
  /** `assessment`: the training is passed, or there is none; somebody has to say that the level is reached. */
  kind: z.enum([...REQUIREMENT_KINDS, 'assessment']),
  trainingId: z.uuid().nullable(),
  hard: z.boolean(),
  checks: z.array(Check),
})
export type Step = z.infer<typeof Step>

const ORDER: readonly Step['kind'][] = [
  'training',
  'assessment',
  'competence',
  'metric',
  'evidence',
  'time-in-previous',
  'tenure',
  'approval',
]

const reaches = (teaching: Teaching, { requirement }: Check): boolean =>
  teaching.levels.some(
    ({ competenceId, toLevel }) =>
      competenceId === requirement.competenceId && toLevel >= (requirement.level ?? 0),
  )

/** The training for a missing level: one that the position asks for anyway, else the shortest that reaches it. */
const teacherOf = (
  check: Check,
  asked: ReadonlySet<string>,
  teachings: readonly Teaching[],
): Teaching | undefined =>
  teachings
    .filter((teaching) => reaches(teaching, check))
    .toSorted((a, b) => Number(asked.has(b.id)) - Number(asked.has(a.id)) || a.hours - b.hours)[0]

const stepOf = (kind: Step['kind'], checks: Check[], trainingId: string | null = null): Step => ({
  kind,
  trainingId,
  hard: checks.some(({ requirement }) => requirement.hard),
  checks,
})

/**
 * What is missing, as steps that a person can take: a training with the levels it raises is one step, never a wall of conditions.
 * Hard steps stand first, then by what one can begin today; of trainings the shortest.
 */
export function stepsOf(
  checks: readonly Check[],
  teachings: readonly Teaching[],
  passed: ReadonlySet<string>,
): Step[] {
  const asked = new Set(checks.flatMap(({ requirement }) => requirement.trainingId ?? []))
  const groups = new Map<string, { kind: Step['kind']; trainingId: string | null; checks: Check[] }>()
  const put = (key: string, kind: Step['kind'], check: Check, trainingId: string | null = null) => {
    const group = groups.get(key) ?? { kind, trainingId, checks: [] }
    group.checks.push(check)
    groups.set(key, group)
  }
  for (const check of checks) {
    const { kind, trainingId, id } = check.requirement
    if (check.met) continue
    if (kind === 'training') put(`training/${trainingId}`, 'training', check, trainingId)
    else if (kind !== 'competence') put(id, kind, check)
    else {
      const teacher = teacherOf(check, asked, teachings)
      if (!teacher) put(id, 'assessment', check)
      else if (passed.has(teacher.id)) put(`assessment/${teacher.id}`, 'assessment', check, teacher.id)
      else put(`training/${teacher.id}`, 'training', check, teacher.id)
    }
  }
  const hoursOf = (step: Step) => teachings.find(({ id }) => id === step.trainingId)?.hours ?? 0
  return [...groups.values()]
    .map((group) => stepOf(group.kind, group.checks, group.trainingId))
    .toSorted(
      (a, b) =>
        Number(b.hard) - Number(a.hard) ||
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
        hoursOf(a) - hoursOf(b),
    )
}
