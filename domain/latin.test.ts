import { expect, test } from 'vitest'
import { nameFrom } from '#domain/latin'

test('a title becomes a name in Latin letters, and each name is given once', () => {
  expect(nameFrom('Обʼєм приміщення на місце', [], '_')).toBe('obiem_prymishchennia_na_mistse')
  expect(nameFrom('Згода є?', [], '-')).toBe('zghoda-ie')
  expect(nameFrom('Згода', ['zghoda', 'zghoda-2'], '-')).toBe('zghoda-3')
})

test('what begins with a digit or has no letters gets a name too', () => {
  expect(nameFrom('3 хвилини', [], '_')).toBe('q_3_khvylyny')
  expect(nameFrom('???', [], '_')).toBe('q_new')
})
