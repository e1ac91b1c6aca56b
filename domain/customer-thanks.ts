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

/**
 * Whether the cleaned words are the customer's own: what stands between the hidden places is found in the letter, in that order,
 * from its beginning to its end. Nobody may say it better than the customer did.
 */
export function isVerbatim(raw: string, cleaned: string): boolean {
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
  const letter = plain(raw)
  const pieces = plain(cleaned)
    .split(HIDDEN)
    .map((piece) => piece.trim())
  if (pieces.length === 1) return pieces[0] === letter
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)]
  if (!letter.startsWith(first) || !letter.endsWith(last)) return false
  let at = 0
  for (const piece of pieces) {
    const found = letter.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return last === '' || at <= letter.length
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
