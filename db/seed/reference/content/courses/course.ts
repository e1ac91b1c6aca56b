import type { Option, QuestionKind } from '#domain/quizzes'
import { readOptions } from '#domain/quizzes'

type Both = { uk: string; en: string }
export type Lesson = { title: Both; minutes: number; body: Both }
export type Question = { kind: QuestionKind; prompt: Both; options: Option[]; explanation: Both }
export type Course = {
  slug: string
  code: string
  title: Both
  about: Both
  hours: number
  validMonths: number | null
  examConfirms: boolean
  levels: { competence: string; toLevel: number }[]
  quiz: { draw: number; passMark: number; attempts: number; pauseHours: number; minutes: number | null }
  lessons: readonly Lesson[]
  questions: readonly Question[]
}

/** A question from lines: right options begin with `*`, things to be put in order stand in it. */
export const ask = (
  kind: QuestionKind,
  prompt: readonly [string, string],
  options: readonly [string, string],
  explanation: readonly [string, string],
): Question => {
  const read = readOptions(options[0], options[1])
  if (!read) throw new Error(`options do not match line by line: ${prompt[0]}`)
  const both = ([uk, en]: readonly [string, string]) => ({ uk, en })
  return { kind, prompt: both(prompt), options: read, explanation: both(explanation) }
}
