import { expect, test } from 'vitest'
import { PersonName, waitBeforeSignIn } from '#domain/accounts'

const now = new Date('2026-03-01T10:00:00Z')
const ago = (seconds: number, knownDevice = false, sameAddress = true) => ({
  at: new Date(now.getTime() - seconds * 1000),
  knownDevice,
  sameAddress,
})
const many = (count: number, ...rest: Parameters<typeof ago>) =>
  Array.from({ length: count }, () => ago(...rest))

test('five failures from one place close that place for the rest of the quarter of an hour', () => {
  expect(waitBeforeSignIn(many(4, 10), false, now)).toBe(0)
  expect(waitBeforeSignIn(many(5, 60), false, now)).toBe(14 * 60)
  expect(waitBeforeSignIn(many(5, 15 * 60), false, now)).toBe(0)
})

test('a stranger’s failures never shut out a device that has signed in before', () => {
  expect(waitBeforeSignIn(many(200, 5, false, true), true, now)).toBe(0)
})

test('failures at another address count only towards the account’s own limit', () => {
  expect(waitBeforeSignIn(many(20, 5, false, false), false, now)).toBe(0)
  expect(waitBeforeSignIn(many(50, 5, false, false), false, now)).toBeGreaterThan(0)
})

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
