import { z } from 'zod'
import content from './sourcing.json'

export const OUTCOMES = ['not-needed', 'own', 'outsourced'] as const
type Outcome = (typeof OUTCOMES)[number]
export const VERDICTS = ['not-needed', 'own', 'outsourced', 'hybrid', 'discuss', 'incomplete'] as const
export type Verdict = (typeof VERDICTS)[number]
/** What a team really is run as; a person chooses, the table only advises. */
export const MODELS = ['own', 'full-outsourcing', 'partial-outsourcing', 'hybrid'] as const

export const QUESTIONS = content.questions
export type Answers = Readonly<Record<string, string>>

const ANSWERS_NEEDED = 12
/** So far ahead the first outcome must be to be the advice by itself. */
const LEAD = content.lead

const outcomesOf = (key: string, option: string | undefined): readonly string[] =>
  QUESTIONS.find((question) => question.key === key)?.options.find((one) => one.key === option)?.outcomes ??
  []

const sumFor = (outcome: Outcome, answers: Answers): number =>
  Object.entries(answers).reduce((sum, [key, option]) => {
    const outcomes = outcomesOf(key, option)
    return outcomes.includes(outcome) ? sum + 1 / outcomes.length : sum
  }, 0)

/** The most that an outcome can get: by itself an outcome with more cells would win unfairly. */
const mostFor = (outcome: Outcome): number =>
  QUESTIONS.reduce((sum, { options }) => {
    const shares = options.map(({ outcomes }) => (outcomes.includes(outcome) ? 1 / outcomes.length : 0))
    return sum + Math.max(0, ...shares)
  }, 0)

const MOST = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, mostFor(outcome)])) as Record<
  Outcome,
  number
>

export type Advice = {
  verdict: Verdict
  /** Shares of one, each of its outcome's own most. */
  scores: Record<Outcome, number>
  /** The questions whose answers speak for the first and against the second: they decided it. */
  decided: string[]
}

const verdictOf = (first: Outcome, second: Outcome, lead: number): Verdict => {
  if (lead >= LEAD) return first
  return [first, second].includes('not-needed') ? 'discuss' : 'hybrid'
}

/**
 * Own, outsourced or neither? Each answer gives its weight, shared between the outcomes whose cell holds it; each sum is divided by its
 * own most. A lead of 0.15 decides; own and outsourced close together are a hybrid, any other pair is to be talked over.
 */
export function advise(answers: Answers): Advice {
  const scores = Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, sumFor(outcome, answers) / MOST[outcome]]),
  ) as Record<Outcome, number>
  const [first = 'own', second = 'own'] = OUTCOMES.toSorted((a, b) => scores[b] - scores[a])
  const given = Object.entries(answers).filter(([key, option]) => outcomesOf(key, option).length)
  const decided = given
    .filter(([key, option]) => {
      const outcomes = outcomesOf(key, option)
      return outcomes.includes(first) && !outcomes.includes(second)
    })
    .map(([key]) => key)
  const lead = scores[first] - scores[second]
  const verdict = given.length < ANSWERS_NEEDED ? 'incomplete' : verdictOf(first, second, lead + 1e-9)
  return { verdict, scores, decided }
}

const Given = z.record(z.string().max(60), z.string().max(60))

export const DecideSourcing = z.object({
  teamId: z.uuid(),
  answers: Given.refine(
    (answers) => Object.entries(answers).every(([key, option]) => outcomesOf(key, option).length > 0),
    'wrong',
  ),
  model: z.enum(MODELS),
  note: z.string().trim().max(500).optional(),
})
