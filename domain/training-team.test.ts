import { expect, test } from 'vitest'
import { cellState } from '#domain/training-team'

const today = '2027-01-11'
const at = (until: string | null, open = false, dueOn: string | null = null) =>
  cellState({ until, open, dueOn }, today)

test('a cell says what holds, then what is under way, then what was asked', () => {
  expect(at(null)).toBeNull()
  expect(at('infinity')).toBe('passed')
  expect(at('2027-03-01')).toBe('passed')
  expect(at('2027-02-10')).toBe('expiring')
  expect(at('2027-01-11')).toBe('expiring')
  expect(at('2027-02-10', true)).toBe('onTheWay')
  expect(at('2027-01-10')).toBe('expired')
  expect(at('2027-01-10', true)).toBe('onTheWay')
  expect(at(null, false, '2027-02-01')).toBe('assigned')
  expect(at('2026-12-01', false, '2027-02-01')).toBe('assigned')
  expect(at(null, false, '2027-01-01')).toBe('late')
  expect(at(null, true, '2027-01-01')).toBe('onTheWay')
})
