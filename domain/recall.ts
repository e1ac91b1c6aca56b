import { z } from 'zod'
import { seededRandom } from '#domain/random'
import type { Check } from '#domain/readiness'
import { Step } from '#domain/steps'

/** What somebody may choose beside positions and steps. */
export const NO_NEXT = 'none'
export const NOTHING_MISSING = 'ready'

/** One right and three others, so that guessing both parts is right once in sixteen times; fewer where a ladder has no more. */
const OTHERS = 3

type Target = {
  position: { positionId: string }
  move: string | null
  steps: readonly Step[]
  checks: readonly Check[]
}
type Known = {
  targets: readonly Target[]
  positionIds: readonly string[]
  ownId: string | null
  /** Where the way to their wish goes first. */
  wishedId: string | null
  /** What other positions of the ladder ask, for choices that are wrong. */
  elsewhere: readonly Step[]
}

export const RecallQuestion = z.object({
  /** Where to; `none` where no move leads on. */
  positions: z.array(z.string()),
  /** What is missing first there, by key; `ready`: nothing. */
  missing: z.array(z.object({ key: z.string(), step: Step.nullable() })),
})
export type RecallQuestion = z.infer<typeof RecallQuestion>
type Right = { position: string; missing: string }

export const AnswerRecall = z.object({
  versionId: z.uuid(),
  position: z.string().max(60),
  missing: z.string().max(120),
})

const keyOf = (step: Step): string => {
  const [first] = step.checks
  const thing = step.trainingId ?? first?.requirement.competenceId ?? first?.requirement.key ?? ''
  return `${step.kind}/${thing}`
}

const asStep = (check: Check): Step => ({
  kind: check.requirement.kind,
  trainingId: check.requirement.trainingId,
  hard: check.requirement.hard,
  checks: [check],
})

/** The next rung of a person: what they wish for, else the first way up, else any way on. */
const nextOf = ({ targets, wishedId }: Known): Target | undefined =>
  targets.find(({ position }) => position.positionId === wishedId) ??
  targets.find(({ move }) => move === 'vertical') ??
  targets.find(({ move }) => move !== null)

const seedOf = (text: string): number => {
  let hash = 2_166_136_261
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return hash >>> 0
}

const shuffled = <Thing>(things: readonly Thing[], seed: string): Thing[] =>
  seededRandom(seedOf(seed)).shuffle([...things])

/**
 * The one question that cannot be clicked through: which rung is next for you, and what is missing first? The right answer comes from
 * the person's own data. The same person, version and day (`seed`) give the same question.
 */
export function recallOf(known: Known, seed: string): { question: RecallQuestion; right: Right } {
  const next = nextOf(known)
  const leadsTo = new Set(known.targets.map(({ position }) => position.positionId))
  const elsewhere = known.positionIds.filter((id) => !leadsTo.has(id) && id !== known.ownId)
  const position = next?.position.positionId ?? NO_NEXT
  const wrong = shuffled(elsewhere, `${seed}/elsewhere`).slice(0, OTHERS)
  const positions = shuffled([...new Set([position, ...wrong])], `${seed}/positions`)
  const hard = next?.steps.filter((step) => step.hard && step.kind !== 'approval') ?? []
  const [first] = hard
  const missing = first ? keyOf(first) : NOTHING_MISSING
  const lacking = new Set(next?.steps.map(keyOf))
  const there = (next?.checks ?? []).filter(({ met, requirement }) => met && requirement.hard).map(asStep)
  const others = known.targets.flatMap(({ steps }) => steps.filter(({ hard: blocks }) => blocks))
  const distractors = new Map(
    [...there, ...others].filter((step) => !lacking.has(keyOf(step))).map((step) => [keyOf(step), step]),
  )
  const far = new Map(
    known.elsewhere
      .filter((step) => step.hard && !lacking.has(keyOf(step)) && !distractors.has(keyOf(step)))
      .map((step) => [keyOf(step), step]),
  )
  const options = [
    { key: missing, step: first ?? null },
    ...[...shuffled([...distractors], `${seed}/others`), ...shuffled([...far], `${seed}/far`)]
      .slice(0, first ? OTHERS - 1 : OTHERS)
      .map(([key, step]) => ({ key, step })),
    ...(first ? [{ key: NOTHING_MISSING, step: null }] : []),
  ]
  return {
    question: { positions, missing: shuffled(options, `${seed}/missing`) },
    right: { position, missing },
  }
}
