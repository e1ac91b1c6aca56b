import { expect, test } from 'vitest'
import { SLOT } from '#domain/rotation/day'
import { erlangC } from '#domain/rotation/erlang'
import { plannedService, together } from '#domain/rotation/service-level'

const HOUR = 4 * SLOT
const expected = {
  from: 0,
  to: HOUR,
  contacts: 100,
  handlingSeconds: 180,
  serviceLevel: 80,
  withinSeconds: 20,
  patienceSeconds: null,
  concurrency: 1,
}
const crew = (count: number, from = 0, to = HOUR) =>
  Array.from({ length: count }, () => ({ taskId: 'calls', from, to }))

test('what is planned is what Erlang C says of the people there, weighed by contacts', () => {
  const full = erlangC(8, 5, 180, 20).serviceLevel
  expect(plannedService([expected], crew(8))).toEqual({ contacts: 100, planned: full, promised: 0.8 })
  // For half of the hour there is nobody.
  const half = plannedService([expected], crew(8, 0, HOUR / 2))
  expect(half?.planned).toBeCloseTo(full / 2, 12)
})

test('nobody planned answers nobody, with patience too; nothing expected has no level', () => {
  expect(plannedService([expected], [])?.planned).toBe(0)
  expect(plannedService([{ ...expected, patienceSeconds: 60 }], [])?.planned).toBe(0)
  expect(plannedService([{ ...expected, contacts: 1_000_000 }], crew(3))?.planned).toBe(0)
  expect(plannedService([], crew(3))).toBeNull()
  expect(plannedService([{ ...expected, contacts: 0 }], crew(3))).toBeNull()
})

test('more people never lower the level, and tasks count by their contacts', () => {
  const levels = [0, 2, 5, 6, 7, 9, 14].map((count) => plannedService([expected], crew(count))?.planned ?? 0)
  expect(levels).toEqual([...levels].sort((a, b) => a - b))
  const one = { contacts: 30, planned: 1, promised: 0.8 }
  const other = { contacts: 10, planned: 0.6, promised: 0.6 }
  expect(together([one, null, other])).toEqual({ planned: 0.9, promised: 0.75 })
  expect(together([null])).toBeNull()
})
