/** From so many attendees on an effect is told; fewer say more about themselves than about the training. */
export const EFFECT_LEAST = 10
/** Months before and after a pass whose quality scores are compared. */
export const EFFECT_MONTHS = 3
/** People whose score before was in one band of so many points are compared. */
export const EFFECT_BAND = 5

/** The 97.5th percentile of Student's t, by Cornish and Fisher's expansion; within 0.01 from five degrees of freedom on. */
const quantile = (degrees: number): number => {
  const z = 1.959964
  const [z3, z5] = [z ** 3, z ** 5]
  return z + (z3 + z) / (4 * degrees) + (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2)
}

type Differences = { n: number; mean: number | null; deviation: number | null }
export type Effect = { n: number; mean: number; low: number; high: number; visible: boolean }

// Adding zero: a rounded -0.04 is no minus nought.
const round = (value: number): number => Math.round(value * 10) / 10 + 0

/**
 * How much the quality score of attendees moved beyond that of similar colleagues who did not attend: the mean of their differences
 * with its 95 % interval. Null below ten people. An interval around zero is no visible effect.
 */
export function effectOf({ n, mean, deviation }: Differences): Effect | null {
  if (n < EFFECT_LEAST || mean === null || deviation === null) return null
  const half = (quantile(n - 1) * deviation) / Math.sqrt(n)
  const [low, high] = [mean - half, mean + half]
  return { n, mean: round(mean), low: round(low), high: round(high), visible: low > 0 || high < 0 }
}

/** Per cent, or null where there is nothing to take it of. */
export const shareOf = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((part / whole) * 100) : null

/** Below it a question tells nothing. */
export const TELLS_LEAST = 0.1

/** How well a question tells those who know from those who do not, in words. */
export const tellsWord = (tells: number | null): 'unknown' | 'well' | 'weakly' | 'not' => {
  if (tells === null) return 'unknown'
  if (tells >= 0.3) return 'well'
  return tells >= TELLS_LEAST ? 'weakly' : 'not'
}
