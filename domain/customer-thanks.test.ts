import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HIDDEN, hidePrivate, isClean, isVerbatim, likeNames } from '#domain/customer-thanks'

test('telephones, cards and addresses are hidden, however they are written', () => {
  for (const [raw, cleaned] of [
    ['Дзвоніть +38 (067) 123-45-67, дякую', `Дзвоніть ${HIDDEN}, дякую`],
    ['Картка 4149 4993 1234 5678 працює', `Картка ${HIDDEN} працює`],
    ['Пишіть на olha.k@example.com.ua завжди', `Пишіть на ${HIDDEN} завжди`],
    ['Договір 123456789', `Договір ${HIDDEN}`],
    ['Номер 067\u00A0123\u00A045\u00A067!', `Номер ${HIDDEN}!`],
    ['067–123–45–67, телефонуйте', `${HIDDEN}, телефонуйте`],
    ['067/123/45/67', HIDDEN],
    ['067,1234567', HIDDEN],
    ['Міський 245-67-89', `Міський ${HIDDEN}`],
    ['0\u200B6\u200B7 12\u200934567', HIDDEN],
    ['За 250 000 грн і 12 днів', 'За 250 000 грн і 12 днів'],
    ['За 15 хвилин 3 питання, 2026 рік', 'За 15 хвилин 3 питання, 2026 рік'],
  ] as const)
    expect(hidePrivate(raw)).toBe(cleaned)
})

test('a name is hidden where it is told, the longest first', () => {
  expect(hidePrivate('Я, Оля Коваль, дякую. Оля', ['Оля', 'Оля Коваль'])).toBe(
    `Я, ${HIDDEN}, дякую. ${HIDDEN}`,
  )
})

const words = fc.array(
  fc.oneof(
    fc.constantFrom('дякую', 'операторка', 'швидко', 'thank', 'you', '15', 'хв.'),
    fc.constantFrom('+380671234567', 'a@b.ua', '4149 4993 1234 5678', '067-123-45-67'),
  ),
  { minLength: 1, maxLength: 12 },
)

test('what is hidden is clean and still the customer’s own words', () => {
  fc.assert(
    fc.property(words, (all) => {
      const raw = all.join(' ')
      const cleaned = hidePrivate(raw)
      expect(isClean(cleaned)).toBe(true)
      expect(isVerbatim(raw, cleaned)).toBe(true)
    }),
  )
})

test('a paraphrase is not the customer’s words, a name hidden by hand is', () => {
  const raw = 'Оля мені допомогла дуже швидко, дякую Олі!'
  expect(isVerbatim(raw, `${HIDDEN} мені допомогла дуже швидко, дякую ${HIDDEN}!`)).toBe(true)
  expect(isVerbatim(raw, raw)).toBe(true)
  expect(isVerbatim(raw, `${HIDDEN} мені чудово допомогла, дякую ${HIDDEN}!`)).toBe(false)
  expect(isVerbatim(raw, 'Оля допомогла')).toBe(false)
  expect(isVerbatim(raw, `${raw} Найкраща компанія!`)).toBe(false)
  expect(isVerbatim(raw, `дякую Олі! ${HIDDEN} Оля мені`)).toBe(false)
})

test('what is hidden is little and turns nothing round', () => {
  const raw =
    'Спочатку мені не допомогли, а потім Олена Коваль усе виправила. Я не дякую системі, дякую Олені.'
  const name = raw.replace('Олена Коваль', HIDDEN).replace('Олені', HIDDEN)
  expect(isVerbatim(raw, name)).toBe(true)
  expect(isVerbatim(raw, raw.replace('Я не дякую', `Я ${HIDDEN} дякую`))).toBe(false)
  expect(isVerbatim(raw, `${HIDDEN} усе виправила. Я не дякую системі, дякую Олені.`)).toBe(false)
  expect(isVerbatim("I don't thank the system", `I ${HIDDEN} thank the system`)).toBe(false)
  const address = 'Привезли на вул. Садова 12, кв. 5, дякую!'
  expect(isVerbatim(address, `Привезли на ${HIDDEN}, дякую!`)).toBe(true)
})

test('words that look like names are told: inside a sentence, and as a signature', () => {
  expect(likeNames('Дякую за допомогу! Ваша колега Олена врятувала день.\nЗ повагою,\nМарія Коваль')).toEqual(
    ['Олена', 'Марія', 'Коваль'],
  )
  expect(likeNames('Оператор терпляче пояснив усе двічі. Дуже дякую!')).toEqual([])
  expect(likeNames(`Дзвоніть мені ${HIDDEN}, Марія.`)).toEqual(['Марія'])
})
