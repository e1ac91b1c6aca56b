import { z } from 'zod'
import type { Random } from '#domain/random'
import { normalise } from '#domain/search'

export const QUESTION_KINDS = ['single', 'multiple', 'ordering', 'text'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** An option; of an ordering question they stand in the right order, of a text question each is an accepted answer. */
export type Option = { id: number; uk: string; en?: string; right?: boolean }
/** What somebody answered: ids of options (chosen, or in the order given), or a text. */
export type Answer = { chosen?: number[]; text?: string }

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at])
const sorted = (ids: readonly number[]): number[] => [...ids].sort((a, b) => a - b)

/** A short text is right in any case, with any apostrophe and without the full stop that somebody adds. */
const spoken = (text: string): string =>
  normalise(text)
    .replace(/[.!?…]+$/, '')
    .trim()

/** Whether an answer is right; an unanswered question is not. */
export function isRight(kind: QuestionKind, options: readonly Option[], answer: Answer | null): boolean {
  if (!answer) return false
  if (kind === 'text') {
    const said = spoken(answer.text ?? '')
    return said !== '' && options.some(({ uk, en }) => spoken(uk) === said || (en && spoken(en) === said))
  }
  const chosen = answer.chosen ?? []
  if (kind === 'ordering') {
    return same(
      chosen,
      options.map(({ id }) => id),
    )
  }
  const right = options.filter((option) => option.right).map(({ id }) => id)
  return same(sorted(chosen), sorted(right))
}

type Question = { id: string; pool: string; kind: QuestionKind; options: readonly Option[] }
type Pool = { name: string; draw: number }

/** An options' order that gives nothing away: things to be put in order never stand in it already. */
const orderOf = ({ kind, options }: Question, random: Pick<Random, 'shuffle'>): number[] => {
  const ids = options.map(({ id }) => id)
  if (kind === 'text') return []
  const mixed = random.shuffle(ids)
  return kind === 'ordering' && same(mixed, ids) ? [...mixed.slice(1), mixed[0] as number] : mixed
}

/** A renewal asks half of what the first pass was asked: what is known is refreshed, not learned. */
export const shorter = (pools: readonly Pool[]): Pool[] =>
  pools.map(({ name, draw }) => ({ name, draw: Math.ceil(draw / 2) }))

/** The questions of one attempt: so many of each pool, all in random order, the options of each too. */
export function drawQuestions(
  questions: readonly Question[],
  pools: readonly Pool[],
  random: Pick<Random, 'shuffle'>,
) {
  const drawn = pools.flatMap(({ name, draw }) =>
    random.shuffle(questions.filter(({ pool }) => pool === name)).slice(0, draw),
  )
  return random.shuffle(drawn).map((question) => ({
    questionId: question.id,
    shown: orderOf(question, random),
  }))
}

/** Per cent of right answers, with two digits. */
export const scoreOf = (right: number, asked: number): number =>
  asked === 0 ? 0 : Math.round((right / asked) * 10_000) / 100

export const ReadLesson = z.object({ lessonId: z.uuid() })
export const StartQuiz = z.object({ trainingId: z.uuid() })
export const FinishQuiz = z.object({ attemptId: z.uuid() })

const id = z.coerce.number().int().min(0).max(1000)
/** One answer; of an ordering question each option comes with the place that it was given. */
export const AnswerQuestion = z.object({
  attemptId: z.uuid(),
  position: z.coerce.number().int().min(1).max(500),
  chosen: z.array(id).max(50).default([]),
  places: z
    .array(z.object({ id, place: z.coerce.number().int().min(1).max(50) }))
    .max(50)
    .default([]),
  text: z.string().trim().max(200).default(''),
})

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const bare = (line: string): string => line.replace(/^\*\s*/, '')

/** Lines in both languages, one beside the other; undefined where the two do not match line by line. */
export function pairLines(uk: string, en: string | undefined): { uk: string; en?: string }[] | undefined {
  const [ours, theirs] = [lines(uk), lines(en ?? '')]
  if (theirs.length && theirs.length !== ours.length) return undefined
  return ours.map((line, at) => ({ uk: line, ...(theirs[at] && { en: theirs[at] }) }))
}

/** Options from lines in both languages; undefined where the two do not match line by line. */
export function readOptions(uk: string, en: string | undefined): Option[] | undefined {
  return pairLines(uk, en)?.map((pair, at) => ({
    id: at + 1,
    uk: bare(pair.uk),
    ...(pair.en && { en: bare(pair.en) }),
    right: pair.uk.startsWith('*'),
  }))
}
