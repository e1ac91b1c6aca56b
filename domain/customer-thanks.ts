import { z } from 'zod'
import { Page } from '#domain/paging'

export const THANKS_CHANNELS = ['call', 'chat', 'mail', 'messenger', 'social', 'letter', 'other'] as const

/** Stands for what was taken out of a customer's words. */
export const HIDDEN = '•••'

// Spaces of every kind, no-break and of no width too; the same class stands in the check `customer_thanks_cleaned`.
const SPACE =
  '\\t\\n\\v\\f\\r \\u0085\\u00A0\\u1680\\u2000-\\u200D\\u2028\\u2029\\u202F\\u205F\\u2060\\u3000\\uFEFF'
// Whatever stands between the digits of a telephone, a card or a contract, dashes of every length among it.
const BETWEEN = `[${SPACE}().,+/\\u2010-\\u2015\\u2212-]`
// Seven digits are a local telephone. A day in figures is hidden with them: too much rather than too little.
const NUMBER = `[0-9](${BETWEEN}*[0-9]){6,}`
const EMAIL = `[^${SPACE}]@[^${SPACE}]+\\.[^${SPACE}]`

/** Whether words name no telephone, card or address. Its twin in Postgres is the check `customer_thanks_cleaned`. */
export const isClean = (text: string): boolean =>
  !new RegExp(NUMBER).test(text) && !new RegExp(EMAIL).test(text)

const withoutNames = (text: string, names: readonly string[]): string =>
  names
    .map((name) => name.trim())
    .filter((name) => name.length > 1)
    .sort((one, other) => other.length - one.length)
    .reduce((left, name) => left.replaceAll(name, HIDDEN), text)

/** A customer's words with telephones, cards, addresses and the given names hidden; everything else is theirs, to the letter. */
export function hidePrivate(text: string, names: readonly string[] = []): string {
  const hidden = text
    .replace(new RegExp(`[^${SPACE}]*${EMAIL}[^${SPACE}]*`, 'g'), HIDDEN)
    .replace(new RegExp(`[+(]*${NUMBER}`, 'g'), HIDDEN)
  return withoutNames(hidden, names)
}

const SENTENCE_ENDS = /[.!?…]["»”)]*$/u
const CAPITAL = /^\p{Lu}[\p{Ll}ʼ'’]+/u
const NAMES_AT_MOST = 8

/** Words that look like names: with a capital letter inside a sentence, or alone on a line as a signature is. Somewhere to look first. */
export function likeNames(text: string): string[] {
  const found = text.split('\n').flatMap((line) => {
    const words = line.split(/\s+/).filter(Boolean)
    const isSignature = words.length <= 2
    return words.flatMap((word, at) => {
      const before = words[at - 1]
      const begins = before === undefined || SENTENCE_ENDS.test(before)
      const bare = word.replace(/^[^\p{L}]+/u, '')
      return (isSignature || !begins) && CAPITAL.test(bare) ? [bare.replace(/[^\p{L}]+$/u, '')] : []
    })
  })
  return [...new Set(found)].slice(0, NAMES_AT_MOST)
}

/** So many words an address or a full name has at most. */
const HIDDEN_WORDS = 6
/** Taken out, they turn what was said into its opposite. */
const DENIALS = new Set(['не', 'ні', 'ніколи', 'без', 'навряд', 'not', 'no', 'never', 'without', 'hardly'])

/** Whether what was taken out may have been private: figures and addresses, or a few words without which the sense is the same. */
const mayBeHidden = (gap: string): boolean => {
  const words = (gap.toLowerCase().match(/[^\s]+/g) ?? [])
    .filter((word) => !/[0-9@]/.test(word))
    .flatMap((word) => word.match(/[\p{L}ʼ'’-]+/u)?.[0] ?? [])
  return words.length <= HIDDEN_WORDS && !words.some((word) => DENIALS.has(word) || word.endsWith("n't"))
}

/**
 * Whether the cleaned words are the customer's own: what stands between the hidden places is found in the letter, in that order,
 * from its beginning to its end, and what was hidden is little and turns nothing round. Nobody may say it better than the customer did.
 */
export function isVerbatim(raw: string, cleaned: string): boolean {
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
  const letter = plain(raw)
  const pieces = plain(cleaned)
    .split(HIDDEN)
    .map((piece) => piece.trim())
  if (pieces.length === 1) return pieces[0] === letter
  const last = pieces.length - 1
  let at = 0
  for (const [turn, piece] of pieces.entries()) {
    const found = turn === last ? letter.length - piece.length : letter.indexOf(piece, at)
    if (found < at || !letter.startsWith(piece, found)) return false
    if (turn === 0 ? found > 0 : !mayBeHidden(letter.slice(at, found))) return false
    at = found + piece.length
  }
  return true
}

const Words = z.string().trim().min(1).max(2000)

export const EnterThanks = z.object({
  channel: z.enum(THANKS_CHANNELS),
  /** The number of the call, chat or letter in its own system; the same one is entered once. */
  reference: z.string().trim().min(1).max(100),
  receivedOn: z.iso.date(),
  text: Words,
})

export const PassThanksOn = z.object({
  thanksId: z.uuid(),
  operatorId: z.uuid(),
  /** The customer's words with what is private hidden. */
  text: Words,
  /** A machine finds telephones, a person finds names: who passes it on says that they looked. */
  namesHidden: z.stringbool().or(z.boolean()).default(false),
})

export const SetThanksAside = z.object({ thanksId: z.uuid(), reason: z.string().trim().min(10).max(500) })

export const DecideThanks = z.object({ thanksId: z.uuid(), decision: z.enum(['wall', 'keep']) })

export const ListThanks = Page
