import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInside, outSince } from '#domain/sensors'

const range = { okLow: 21, okHigh: 25 }
const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 10, minute))
const samples = (...values: number[]) => values.map((value, minute) => ({ at: at(minute), value }))

test('a value at the limit is inside; one limit is enough', () => {
  expect([21, 25, 20.9, 25.1].map((value) => isInside(range, value))).toEqual([true, true, false, false])
  expect(isInside({ okLow: null, okHigh: 1000 }, -5)).toBe(true)
})

test('out of range is counted from the first sample after the last good one', () => {
  expect(outSince(range, samples(22, 26, 27))).toEqual(at(1))
  expect(outSince(range, samples(26, 22))).toBeNull()
  expect(outSince(range, samples(26, 22, 27))).toEqual(at(2))
  expect(outSince(range, [])).toBeNull()
})

test('a good sample at the end always ends it', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 50, noNaN: true })), (values) => {
      expect(outSince(range, samples(...values, 23))).toBeNull()
    }),
  )
})
