import { expect, test } from 'vitest'
import { PersonName } from '#domain/accounts'

test.each([
  ['Я', 'Я'],
  ["  Марʼяна   Зав'ялова ", 'Марʼяна Завʼялова'],
  ['О’Коннор', 'ОʼКоннор'],
  ['Ї'.repeat(200), 'Ї'.repeat(200)],
])('takes the name %s', (given, kept) => {
  expect(PersonName.parse(given)).toBe(kept)
})

test.each(['', '   ', 'Ї'.repeat(201)])('refuses the name "%s"', (given) => {
  expect(PersonName.safeParse(given).success).toBe(false)
})
