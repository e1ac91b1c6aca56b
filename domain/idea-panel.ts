import { z } from 'zod'
import { IdeaNumber } from '#domain/ideas'

export const CRITERIA = ['impact', 'reach', 'effort'] as const
export type Criterion = (typeof CRITERIA)[number]
export type Score = Record<Criterion, number>

export const LEAST_REVIEWERS = 3
/** Reviewers further apart than this in any criterion talk before they score again. */
const TOO_FAR = 1

const Mark = z.coerce.number().int().min(1).max(5)
export const ScoreIdea = z.object({ panelId: z.uuid(), impact: Mark, reach: Mark, effort: Mark })
export const SecondRound = z.object({ panelId: z.uuid() })

/** Why a reviewer is let go before they have scored. */
export const RELEASE_REASONS = ['away', 'silent', 'close'] as const
export const ReleaseReviewer = z.object({
  panelId: z.uuid(),
  personId: z.uuid(),
  reason: z.enum(RELEASE_REASONS),
  /** Who scores instead; a panel of four or more may go on without anybody. */
  replacementId: z.uuid().optional(),
})

/** Working days of silence after which reviewers are reminded, again and again; how often; and from which time on HR hears too. */
export const REMINDED_EVERY = 2
export const MOST_REMINDERS = 5
export const HR_HEARS_AT = 2
export const ConvenePanel = IdeaNumber.extend({
  people: z
    .preprocess((given) => (Array.isArray(given) ? given.filter(Boolean) : given), z.array(z.uuid()))
    .transform((people) => [...new Set(people)])
    .refine((people) => people.length >= LEAST_REVIEWERS && people.length <= 9, {
      message: 'ideas.threeReviewers',
    }),
})

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Sample standard deviation; 0 of fewer than two. */
export function spreadOf(values: readonly number[]): number {
  if (values.length < 2) return 0
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

/** What one reviewer finds an idea worth, 1 to 5: impact and reach for it, effort against it. */
export const worthTo = ({ impact, reach, effort }: Score): number => (impact + reach + 6 - effort) / 3

/** Mean and the mean less its standard error: of two equal means the one that reviewers agree on stands higher. */
export function worth(values: readonly number[]): { mean: number; lower: number } {
  const mean = meanOf(values)
  return { mean, lower: mean - spreadOf(values) / Math.sqrt(values.length) }
}

export const isDisputed = (scores: readonly Score[]): boolean =>
  CRITERIA.some((criterion) => spreadOf(scores.map((score) => score[criterion])) > TOO_FAR)

/** How many of a panel may come from one team, so that no team's crowd decides, the author's among them. */
export const mostOfATeam = (reviewers: number): number => Math.ceil(reviewers / 3)
