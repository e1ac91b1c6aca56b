import { z } from 'zod'
import { AUTHOR_MODES, REPLY_MINIMUM } from '#domain/ideas'
import { localized } from '#domain/localized'

/** Parts of the day by the hour at which a shift begins: before 11, before 17, later. */
export const SHIFTS = ['morning', 'day', 'night'] as const

export const AnswerQuestion = z.object({
  campaignId: z.uuid(),
  answer: z.string().trim().min(6).max(8000),
  authorMode: z.enum(AUTHOR_MODES),
})

/** Typed a line each; the same number of lines in English, or none. Parsed once more it stays as it is. */
const Lines = z
  .union([z.string().max(500), z.array(z.string())])
  .default('')
  .transform((given) =>
    (Array.isArray(given) ? given : given.split('\n')).map((line) => line.trim()).filter(Boolean),
  )
  .pipe(z.array(z.string().max(60)).max(5))

/** Who is asked: everybody, or one place or project; of them those of a position or a part of the day. */
export const Audience = z.object({
  teamId: z.uuid().optional(),
  siteId: z.uuid().optional(),
  projectId: z.uuid().optional(),
  positionId: z.uuid().optional(),
  shift: z.enum(SHIFTS).optional(),
})
export type Audience = z.output<typeof Audience>
export const isOnePlace = ({ teamId, siteId, projectId }: Audience): boolean =>
  [teamId, siteId, projectId].filter(Boolean).length <= 1

export const OpenCampaign = Audience.extend({
  question: localized(300, 10),
  areaId: z.uuid(),
  /** Answers of one press, Ukrainian and English; two to five, or none. */
  choicesUk: Lines,
  choicesEn: Lines,
  /** The day on which it opens; now where absent. */
  opensOn: z.iso.date().optional(),
  days: z.coerce.number().int().min(1).max(31).default(7),
})
  .refine(isOnePlace, { path: ['teamId'], message: 'oneAudience' })
  .refine(({ choicesUk }) => choicesUk.length !== 1, { path: ['choicesUk'], message: 'ideas.twoChoices' })
  .refine(({ choicesUk, choicesEn }) => !choicesEn.length || choicesEn.length === choicesUk.length, {
    path: ['choicesEn'],
    message: 'ideas.sameChoices',
  })

export const CloseCampaign = z.object({
  campaignId: z.uuid(),
  outcome: localized(4000, REPLY_MINIMUM).optional(),
})

export const TapAnswer = z.object({
  campaignId: z.uuid(),
  choice: z.coerce.number().int().min(0).max(4),
})

export const SetQuestionBudget = z.object({ questionsWeekly: z.coerce.number().int().min(1).max(7) })

/** From so many answers on their numbers are shown: below, they would point at people. */
export const LEAST_TAPS = 5

/** Share of those asked who answered; null where nobody was. */
export const responseRate = (answers: number, asked: number): number | null =>
  asked > 0 ? Math.min(1, answers / asked) : null

/**
 * True where people grow tired of questions: the last three were answered by less than seven tenths of the share that the ones
 * before them had. Rates newest first; fewer than six tell nothing.
 */
export function isTired(rates: readonly number[]): boolean {
  if (rates.length < 6) return false
  const mean = (some: readonly number[]) => some.reduce((sum, rate) => sum + rate, 0) / some.length
  return mean(rates.slice(0, 3)) < 0.7 * mean(rates.slice(3))
}

/** The title of an idea that answers a question in one text: its first sentence, whole words, at most 140 characters. */
export function titleOf(answer: string): string {
  const first = answer.split(/(?<=[.!?…])\s|\n/)[0]?.trim() ?? ''
  const sentence = (first.length >= 6 ? first : answer.replace(/\s+/g, ' ').trim()).replace(
    /(?<=[^.])\.$/,
    '',
  )
  if (sentence.length <= 140) return sentence
  const cut = sentence.slice(0, 139)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100))}…`
}
