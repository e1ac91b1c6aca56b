import { stemEnglish } from '#domain/stem-en'
import { stemUkrainian } from '#domain/stem-uk'

/** Grows when the same text would normalise differently: rows of an older version are indexed anew. */
export const SEARCH_VERSION = 2

const LOOK_ALIKE = 'aceiopxykABCEHIKMOPTXY'
const MEANT = 'асеіорхукАВСЕНІКМОРТХУ'
const FOLD = new Map([...LOOK_ALIKE].map((letter, at) => [letter, MEANT[at] as string]))
const CYRILLIC = /\p{Script=Cyrillic}/u
const WORD = /[\p{L}\p{M}ʼ]+/gu

/** A Cyrillic word typed with look-alike Latin letters; one with other Latin letters in it is left as it was written. */
const unmask = (word: string): string => {
  if (!CYRILLIC.test(word)) return word
  const folded = [...word].map((letter) => FOLD.get(letter) ?? letter).join('')
  return /[a-z]/i.test(folded) ? word : folded
}

/**
 * The one form in which texts are compared: NFC, apostrophes as the letter ʼ (other ones split words), look-alike letters,
 * lower case, ґ as г, no stress marks and no invisible characters.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0301\u00ad\u200b-\u200d\ufeff]/g, '')
    .replace(/(?<=\p{L})['’‘`´ʹʼ](?=\p{L})/gu, 'ʼ')
    .replace(WORD, unmask)
    .toLocaleLowerCase('uk')
    .replaceAll('ґ', 'г')
    .replaceAll('ё', 'е')
    .replace(/\s+/g, ' ')
    .trim()
}

const SOUND = new Map(
  [...'абвгдеєжзиіїйклмнопрстуфхцчшщьюяыэ'].map((letter, at) => [
    letter,
    'abvhde3jzyi14klmnoprstufx5cw6q0gye'[at] as string,
  ]),
)

/**
 * The text as trigrams compare it: one sign of ASCII a letter, so that likeness is found in a database of any collation, in C too,
 * where Postgres takes no Cyrillic letter for one. Postgres makes the same of a name by its function `search_shape`.
 */
export const searchShape = (text: string): string =>
  normalise(text)
    .replace(/[ʼъ]/g, '')
    .replace(/[а-яєії]/g, (letter) => SOUND.get(letter) ?? letter)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

// Words that stand in nearly every text and tell nothing apart.
const STOP = new Set(
  `а або аби але без би більше бо був була були було бути в вам вас ваш вже ви вона вони воно всі втім від він да де для до дуже є ж за
  зі з і із й його їм їх її коли ким кого ли лише ми може можна мені мене мій на над нам нас наш не нам ні ним них но ну нього о об
  одна один однак ось під по при про саме свій свою себе собі та так також там те теж ти тим тих то тобі того той тому треба тут ту у
  хай хіба хто це цей ця ці цього цьому чи чим що щоб щодо як яка який які якщо
  a an and are as at be but by can do for from has have how i if in is it its me my not of on or our so that the their them then
  there they this to too us was we were what when which who why will with would you your`
    .split(/\s+/)
    .map(normalise),
)

// One thing by several names that any centre has; HR adds its own, see `Synonyms`.
const SAME: Record<string, string> = {
  cal: 'кол',
  колл: 'кол',
  contact: 'контакт',
  headset: 'гарнітура',
  хедсет: 'гарнітура',
  навушник: 'гарнітура',
  навушники: 'гарнітура',
  комп: 'компʼютер',
  пк: 'компʼютер',
  pc: 'компʼютер',
  монік: 'монітор',
  crm: 'срм',
  црм: 'срм',
}

const stem = (word: string): string => {
  const plain = CYRILLIC.test(word) ? word : stemEnglish(word)
  const known = SAME[plain] ?? plain
  return CYRILLIC.test(known) ? stemUkrainian(known) : known
}

const termsOf = (text: string): string[] => normalise(text).match(/[\p{L}\p{N}ʼ]+/gu) ?? []

/** The stems of a text in their order, without words that tell nothing. */
export function stems(text: string): string[] {
  return termsOf(text)
    .filter((word) => !STOP.has(word))
    .map(stem)
    .filter((word) => word.length > 1 || /\p{N}/u.test(word))
}

/** What Postgres keeps for search, as the text of a `tsvector`: stems of the title weigh more than those of the body. */
export function searchDocument(title: string, body: string): string {
  const strong = stems(title)
  const weighed = [...strong.map((word) => [word, 'A']), ...stems(body).map((word) => [word, 'B'])]
  // A tsvector counts positions up to 16383 and keeps 256 of a word; a body of 8,000 characters stays far below.
  return weighed.map(([word, weight], at) => `'${word}':${at + 1}${weight}`).join(' ')
}

/** Names of one thing: call-центр, кол-центр, КЦ. Each name is a word or a few. */
export type Synonyms = readonly (readonly string[])[]

const startsWith = (words: readonly string[], at: number, name: readonly string[]) =>
  name.length > 0 && name.every((word, index) => words[at + index] === word)

const inRow = (name: readonly string[]) => name.map((word) => `'${word}'`).join(' <-> ')

/** A stem, or where it begins a known name all the names of that thing. */
const unitsOf = (words: readonly string[], synonyms: Synonyms): string[] => {
  const groups = synonyms.map((names) => names.map(stems).filter((name) => name.length > 0))
  const units: string[] = []
  for (let at = 0; at < words.length; ) {
    const found = groups
      .flatMap((names) =>
        names.filter((name) => startsWith(words, at, name)).map((name) => ({ names, name })),
      )
      .sort((one, other) => other.name.length - one.name.length)[0]
    const last = at + (found?.name.length ?? 1) === words.length
    const own = found ? '' : `'${words[at]}'${last ? ':*' : ''}`
    units.push(found ? `(${[...new Set(found.names.map(inRow))].join(' | ')})` : own)
    at += found?.name.length ?? 1
  }
  return units
}

/** How many rows in a hundred have a word, for the words that many have. */
export type CommonWords = ReadonlyMap<string, number>

/** A word that more rows have than this tells little apart and costs much to weigh. */
const TOO_COMMON = 0.03
/** Even if all are common, so many of the rarest stay. */
const KEPT = 2

const telling = (units: string[], common: CommonWords): string[] => {
  const share = (unit: string) => common.get(/^'([^']+)'/.exec(unit)?.[1] ?? '') ?? 0
  const rarest = new Set(units.toSorted((one, other) => share(one) - share(other)).slice(0, KEPT))
  return units.filter((unit) => share(unit) <= TOO_COMMON || rarest.has(unit))
}

/**
 * A query to be read as `…::tsquery`, with no dictionary of the server: every stem. The last word may be unfinished. Empty where
 * the text has no word that tells anything.
 */
export const everyWord = (text: string, synonyms: Synonyms = []): string =>
  unitsOf(stems(text), synonyms).join(' & ')

/** The same with any of the stems, for what is similar; `common` words are left out where others tell more. */
export const anyWord = (text: string, synonyms: Synonyms = [], common: CommonWords = new Map()): string =>
  telling([...new Set(unitsOf(stems(text), synonyms))], common).join(' | ')

const LEXEME = /'([^']+)'(:\*)?/g

/** The share of rows that a unit of a query finds, from above: of a group of names their sum, of a word's beginning all that begin so. */
const shareOf = (unit: string, common: CommonWords): number => {
  let share = 0
  for (const [, word = '', begun] of unit.matchAll(LEXEME)) {
    if (!begun) share += common.get(word) ?? 0
    else for (const [known, rows] of common) if (known.startsWith(word)) share += rows
  }
  return share
}

/**
 * The same for a table of so many rows that not all with any of the words can be weighed: its rare words, as long as they find `most`
 * rows or fewer, and together the two rarest of the others.
 */
export function fewWords(
  text: string,
  synonyms: Synonyms,
  common: CommonWords,
  { rows, most }: { rows: number; most: number },
): string {
  const units = [...new Set(unitsOf(stems(text), synonyms))]
    .map((unit) => ({ unit, found: shareOf(unit, common) * rows }))
    .sort((one, other) => one.found - other.found)
  let found = 0
  const rare = units.filter((one) => {
    found += one.found
    return found <= most
  })
  const [one, other] = units.slice(rare.length).map(({ unit }) => unit)
  const pair = one && other ? [`(${one} & ${other})`] : []
  const picked = [...rare.map(({ unit }) => unit), ...pair]
  return picked.length ? picked.join(' | ') : (one ?? '')
}
