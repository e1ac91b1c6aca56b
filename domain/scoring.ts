/** The number of this rule; it is stored with each result, and the past is never computed anew. */
export const SCORING_RULE = 2

/** A checklist's thresholds in percent, as its version was published with. */
export type ScoringRule = { pass: number; conditional: number; minSection?: number; minCompleteness: number }

export type Season = 'warm' | 'cold'
export type Band = 'ok' | 'warn' | 'fail'
export type Limits = {
  season: Season | 'any'
  failLow: number | null
  okLow: number | null
  okHigh: number | null
  failHigh: number | null
}
export type ScoredItem = {
  id: string
  sectionId: string
  type: 'yes-no' | 'scale' | 'number' | 'choice' | 'text' | 'photo'
  weight: number
  critical: boolean
  scaleMin: number | null
  scaleMax: number | null
  limits: Limits[]
  options: { key: string; score: number }[]
}
/** What of an item decides how an answer is rated. */
export type RatedItem = Pick<ScoredItem, 'type' | 'scaleMin' | 'scaleMax' | 'limits' | 'options'>
export type Value = { yes?: boolean | null; number?: number | null; choice?: string | null }
export type ScoredAnswer = { itemId: string; state: 'answered' | 'na' | 'not-measured'; score: number | null }
export type Verdict = 'pass' | 'conditional' | 'fail' | 'incomplete'
export type Result = {
  /** Shares of one, unrounded. No score where nothing applies. */
  score: number | null
  completeness: number
  sections: Record<string, number>
  verdict: Verdict
}

/** From November to April rooms are heated: the limits of the cold season hold. Month 1-12 at the site. */
export const seasonOf = (month: number): Season => (month >= 5 && month <= 10 ? 'warm' : 'cold')

const limitsFor = (item: RatedItem, season: Season): Limits | undefined =>
  item.limits.find((limits) => limits.season === season) ??
  item.limits.find((limits) => limits.season === 'any')

const beyond = (value: number, limits: Limits): Band => {
  if (limits.failLow !== null && value < limits.failLow) return 'fail'
  if (limits.failHigh !== null && value > limits.failHigh) return 'fail'
  const low = limits.okLow !== null && value < limits.okLow
  const high = limits.okHigh !== null && value > limits.okHigh
  return low || high ? 'warn' : 'ok'
}

const bandOf = (score: number): Band => {
  if (score >= 1) return 'ok'
  return score >= 0.5 ? 'warn' : 'fail'
}

/** Between 0 and 1; null for what is not scored or not given. */
const rate = (item: RatedItem, value: Value, season: Season): number | null => {
  if (item.type === 'yes-no') return value.yes == null ? null : Number(value.yes)
  if (item.type === 'choice') return item.options.find((option) => option.key === value.choice)?.score ?? null
  if (value.number == null) return null
  if (item.type === 'scale' && item.scaleMin !== null && item.scaleMax !== null) {
    return (value.number - item.scaleMin) / (item.scaleMax - item.scaleMin)
  }
  const limits = item.type === 'number' ? limitsFor(item, season) : undefined
  if (!limits) return null
  return { ok: 1, warn: 0.5, fail: 0 }[beyond(value.number, limits)]
}

/**
 * One answer: yes is always good; a number is 1 inside its limits, ½ in the warning band, 0 beyond; a scale goes from its worst to
 * its best; a choice by its option. The band says whether it asks for an action.
 */
export function rateAnswer(
  item: RatedItem,
  value: Value,
  season: Season,
): { score: number | null; band: Band | null } {
  const score = rate(item, value, season)
  return { score, band: score === null ? null : bandOf(score) }
}

type Part = { item: ScoredItem; answer: ScoredAnswer | undefined }

const weightOf = (parts: readonly Part[]): number => parts.reduce((sum, { item }) => sum + item.weight, 0)

/** Σ weight × score / Σ weight over what was answered; null where nothing was. */
const shareOf = (parts: readonly Part[]): number | null => {
  const scored = parts.filter(({ answer }) => answer?.state === 'answered' && answer.score !== null)
  const weight = weightOf(scored)
  return weight
    ? scored.reduce((sum, { item, answer }) => sum + item.weight * (answer?.score ?? 0), 0) / weight
    : null
}

/** A hair below a threshold for the computer alone (0.1 + 0.2) is not below it. */
const reaches = (share: number, percent = 0): boolean => share * 100 >= percent - 1e-9

const judge = (parts: readonly Part[], rule: ScoringRule, found: Omit<Result, 'verdict'>): Verdict => {
  const critical = parts.filter(({ item }) => item.critical)
  if (critical.some(({ answer }) => answer?.score != null && bandOf(answer.score) === 'fail')) return 'fail'
  const open = critical.some(({ answer }) => !answer || answer.state === 'not-measured')
  if (open || found.score === null || !reaches(found.completeness, rule.minCompleteness)) return 'incomplete'
  const even = Object.values(found.sections).every((share) => reaches(share, rule.minSection))
  if (reaches(found.score, rule.pass) && even) return 'pass'
  return reaches(found.score, rule.conditional) ? 'conditional' : 'fail'
}

/**
 * Rule 2. Not applicable leaves both sums; not measured leaves the score and lowers the completeness. One critical item that fails,
 * and so stops work there, fails the round and keeps its score; an open critical item or too little measured makes it incomplete.
 * Rule 1 asked for a score of 0: a scale near its worst closed the place and could pass.
 */
export function scoreInspection(
  items: readonly ScoredItem[],
  answers: readonly ScoredAnswer[],
  rule: ScoringRule,
): Result {
  const given = new Map(answers.map((answer) => [answer.itemId, answer]))
  const parts = items
    .map((item) => ({ item, answer: given.get(item.id) }))
    .filter(({ answer }) => answer?.state !== 'na')
    // The same sum in whatever order the answers came.
    .sort((a, b) => (a.item.id < b.item.id ? -1 : 1))
  const weight = weightOf(parts)
  const answered = parts.filter(({ answer }) => answer?.state === 'answered')
  const sections: Record<string, number> = {}
  for (const sectionId of new Set(parts.map(({ item }) => item.sectionId))) {
    const share = shareOf(parts.filter(({ item }) => item.sectionId === sectionId))
    if (share !== null) sections[sectionId] = share
  }
  const found = { score: shareOf(parts), completeness: weight ? weightOf(answered) / weight : 0, sections }
  return { ...found, verdict: judge(parts, rule, found) }
}
