import type { Band, RatedItem, Season } from '#domain/scoring'
import { rateAnswer } from '#domain/scoring'
import type { Answer } from '#domain/workplace'

/** What the controls of one question say, as they are typed. */
export type Typed = {
  pick?: string
  number?: string
  words?: string
  comment?: string
  reason?: string
  instrumentId?: string
}
/** What of a question decides whether an answer fits it. */
export type Asked = {
  type: 'yes-no' | 'scale' | 'number' | 'choice' | 'text' | 'photo'
  critical: boolean
  plausibleLow: number | null
  plausibleHigh: number | null
}
export type Given = Pick<
  Answer,
  'state' | 'yes' | 'number' | 'choice' | 'words' | 'comment' | 'reason' | 'instrumentId'
>

const NUMBER = /^[-+]?\d{1,9}([.,]\d{1,6})?$/

/** People write 7,5 as well as 7.5. */
export const readNumber = (text: string): number | undefined =>
  NUMBER.test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined

const readValue = ({ pick = '', number, words }: Typed): Given | undefined => {
  if (pick === 'na' || pick === 'not-measured') return { state: pick }
  if (pick === 'yes' || pick === 'no') return { state: 'answered', yes: pick === 'yes' }
  if (pick.startsWith('choice:')) return { state: 'answered', choice: pick.slice(7) }
  if (pick.startsWith('scale:')) return { state: 'answered', number: Number(pick.slice(6)) }
  if (number?.trim()) return { state: 'answered', number: readNumber(number) ?? Number.NaN }
  return words?.trim() ? { state: 'answered', words: words.trim() } : undefined
}

/** An answer from the controls of its question; undefined where nothing was said yet. */
export function readTyped(typed: Typed): Given | undefined {
  const value = readValue(typed)
  if (!value) return undefined
  const beside = {
    comment: typed.comment?.trim() || undefined,
    reason: typed.reason?.trim() || undefined,
    instrumentId: value.number === undefined ? undefined : typed.instrumentId || undefined,
  }
  return { ...value, ...beside }
}

/** Why an answer cannot be taken: a key under `refusals`. */
export type Misfit = {
  field: 'number' | 'reason' | 'comment'
  key: 'notANumber' | 'implausible' | 'required'
}

const numberMisfit = ({ plausibleLow, plausibleHigh }: Asked, number: number): Misfit | undefined => {
  if (Number.isNaN(number)) return { field: 'number', key: 'notANumber' }
  const low = plausibleLow !== null && number < plausibleLow
  const high = plausibleHigh !== null && number > plausibleHigh
  return low || high ? { field: 'number', key: 'implausible' } : undefined
}

/** What Postgres would refuse, said before it is sent: from a phone without a connection nothing else can. */
export function misfitOf(asked: Asked, given: Given): Misfit | undefined {
  if (given.state === 'not-measured') return given.reason ? undefined : { field: 'reason', key: 'required' }
  if (given.state === 'na') {
    return asked.critical && !given.comment ? { field: 'comment', key: 'required' } : undefined
  }
  return asked.type === 'number' && given.number !== undefined ? numberMisfit(asked, given.number) : undefined
}

/** How an answer will be rated; what a device kept before it knew the limits is rated by the server alone. */
export const bandOf = (item: Partial<RatedItem>, given: Partial<Given>, season: Season): Band | null =>
  given.state === 'answered' && item.limits && item.type
    ? rateAnswer(item as RatedItem, given, season).band
    : null

/** Whether a question that asks for a photo of what is wrong still lacks one. */
export const lacksPhoto = (item: { photoOnFail: boolean }, band: string | null | undefined, photos: number) =>
  item.photoOnFail && band === 'fail' && photos === 0

const FIELDS = ['state', 'yes', 'number', 'choice', 'words', 'comment', 'reason', 'instrumentId'] as const

export const sameAnswer = (one: Partial<Given> | null, other: Partial<Given> | null): boolean =>
  FIELDS.every((field) => (one?.[field] ?? null) === (other?.[field] ?? null))
