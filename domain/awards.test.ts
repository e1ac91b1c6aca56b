import { expect, test } from 'vitest'
import { awardedMonth, namesPerson } from '#domain/awards'

test('the month that is awarded is the one before, over the turn of a year too', () => {
  expect(['2026-03-01', '2026-03-31', '2026-01-05'].map(awardedMonth)).toEqual([
    '2026-02-01',
    '2026-02-01',
    '2025-12-01',
  ])
})

test.each([
  ['Дякуємо Оксані за картку.', 'Оксана Перша'],
  ['Думка Першої зберегла години.', 'Оксана Перша'],
  ['Це зробив Андрій.', 'Андрій Коваль'],
  ['Разом із Ковалем ми прибрали крок.', 'Андрій Коваль'],
  ['Картка Нечуй-Левицької працює.', 'Ганна Нечуй-Левицька'],
  ['ОКСАНА придумала це першою.', 'Оксана Перша'],
])('«%s» names %s', (text, name) => expect(namesPerson(text, name)).toBe(true))

test.each([
  ['Перед кожним дзвінком картка вже відкрита.', 'Оксана Перша'],
  ['перша думка, що прибрала крок', 'Оксана Перша'],
  ['Картка відкривається вдвічі швидше.', 'Андрій Коваль'],
  ['Ковальство тут ні до чого.', 'Андрій Коваль'],
])('«%s» does not name %s', (text, name) => expect(namesPerson(text, name)).toBe(false))
