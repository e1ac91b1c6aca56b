import { parse, TYPE } from '@formatjs/icu-messageformat-parser'

const NAMES = {
  [TYPE.argument]: 'text',
  [TYPE.number]: 'number',
  [TYPE.date]: 'date',
  [TYPE.time]: 'time',
  [TYPE.select]: 'select',
  [TYPE.plural]: 'plural',
  [TYPE.tag]: 'tag',
}
const FALSE_APOSTROPHE = /\p{Script=Cyrillic}['’‘`´]\p{Script=Cyrillic}/u
const MIXED_SCRIPTS = /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u
const LONE_LATIN = /\p{Script=Cyrillic}[\s,«(]+[aeiocyx](?=[\s,.!?»)]|$)|^[aeiocyx]\s+\p{Script=Cyrillic}/u

/** `{ ideas: { card: { title: '…' } } }` as `ideas.card.title → …`. */
export function flatten(tree, path = []) {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? flatten(value, [...path, name])
      : [[[...path, name].join('.'), value]],
  )
}

/**
 * What is wrong with the words themselves, each fault as one sentence.
 * @param languages by locale, then by file: the parsed JSON
 * @param foreign keys that may show another alphabet, as the name of a language does
 */
export function faultsOfCatalogue({ uk, en }, foreign = []) {
  const words = { uk: new Map(flatten(uk)), en: new Map(flatten(en)) }
  const faults = [
    ...Object.keys(uk)
      .filter((file) => !(file in en))
      .map((file) => `en/${file}.json is missing`),
    ...Object.keys(en)
      .filter((file) => !(file in uk))
      .map((file) => `uk/${file}.json is missing`),
    ...[...words.uk.keys()].filter((key) => !words.en.has(key)).map((key) => `en has no ${key}`),
    ...[...words.en.keys()].filter((key) => !words.uk.has(key)).map((key) => `uk has no ${key}`),
  ]
  for (const [locale, messages] of Object.entries(words)) {
    for (const [key, message] of messages) {
      const allowed = foreign.includes(key)
      faults.push(...faultsOfMessage(locale, message, allowed).map((fault) => `${locale} ${key}: ${fault}`))
    }
  }
  for (const [key, message] of words.uk) {
    if (words.en.has(key)) faults.push(...unlike(key, message, words.en.get(key)))
  }
  return faults
}

function faultsOfMessage(locale, message, allowed) {
  if (typeof message !== 'string') return ['is not text']
  if (!message.trim()) return ['is empty']
  let elements
  try {
    elements = parse(message)
  } catch (error) {
    return [`is not ICU: ${error.message}`]
  }
  const letters = allowed ? [] : lettersOf(locale, elements.flatMap(textOf).join('\n'))
  return [...letters, ...elements.flatMap((element) => formsOf(locale, element))]
}

function lettersOf(locale, text) {
  const faults = []
  if (locale === 'en' && /\p{Script=Cyrillic}/u.test(text)) faults.push('has Ukrainian letters')
  if (FALSE_APOSTROPHE.test(text)) faults.push('has an apostrophe that is not ʼ (U+02BC)')
  if (MIXED_SCRIPTS.test(text)) faults.push('mixes Latin letters into a Ukrainian word')
  if (locale === 'uk' && LONE_LATIN.test(text)) faults.push('has a lone Latin letter among Ukrainian words')
  return faults
}

const childrenOf = (element) => [
  ...Object.values(element.options ?? {}).map((option) => option.value),
  ...(element.children ? [element.children] : []),
]

function textOf(element) {
  if (element.type === TYPE.literal) return [element.value]
  return childrenOf(element).flatMap((elements) => elements.flatMap(textOf))
}

function formsOf(locale, element) {
  const inside = childrenOf(element).flatMap((elements) => elements.flatMap((one) => formsOf(locale, one)))
  if (element.type !== TYPE.plural) return inside
  const rules = new Intl.PluralRules(locale, { type: element.pluralType })
  const needed = rules.resolvedOptions().pluralCategories
  const given = Object.keys(element.options).filter((form) => !form.startsWith('='))
  const missing = needed.filter((form) => !given.includes(form))
  const extra = given.filter((form) => !needed.includes(form))
  return [
    ...inside,
    ...missing.map((form) => `the plural of {${element.value}} has no "${form}"`),
    ...extra.map((form) => `the plural of {${element.value}} has "${form}", which this language lacks`),
    ...(given.some((form) => isCounted(element, form)) &&
    rules.select(21) === 'one' &&
    !isCounted(element, 'one')
      ? [`the plural of {${element.value}} says of 21 what is true of one: write =1 and "one" with #`]
      : []),
  ]
}

const isCounted = ({ options }, form) => Boolean(options[form]?.value.some(({ type }) => type === TYPE.pound))

/** The arguments of a message, each with its kind and, for a choice, its options. */
function argumentsOf(message) {
  try {
    return [...new Set(parse(message).flatMap(argumentsIn))].sort()
  } catch {
    return []
  }
}

function argumentsIn(element) {
  const inside = childrenOf(element).flatMap((elements) => elements.flatMap(argumentsIn))
  const kind = NAMES[element.type]
  if (!kind) return inside
  const options = element.type === TYPE.select ? ` ${Object.keys(element.options).sort().join('|')}` : ''
  return [`${element.value}: ${kind}${options}`, ...inside]
}

// A plural in one language may be a plain number in the other: «{n} %» needs no forms.
const asNumber = (argument) => argument.replace(/: plural$/, ': number')

function unlike(key, uk, en) {
  const [left, right] = [uk, en].map((message) =>
    [...new Set(argumentsOf(message).map(asNumber))].sort().join(', '),
  )
  return left === right ? [] : [`${key}: uk takes (${left}), en takes (${right})`]
}
