import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MeasureSeat } from '#domain/measure-seat'
import { bandOfMeasure, clippedOf, dbfsOf, jitterOf, median, percentile } from '#domain/measures'

const sine = (amplitude: number) =>
  Float32Array.from({ length: 48_000 }, (_, n) => amplitude * Math.sin((2 * Math.PI * 1000 * n) / 48_000))

test('a sine of a tenth is -23.01 dB of full scale, silence the floor', () => {
  expect(dbfsOf(sine(0.1))).toBeCloseTo(-23.01, 2)
  expect(dbfsOf(sine(1))).toBeCloseTo(-3.01, 2)
  expect(dbfsOf(new Float32Array(100))).toBe(-120)
})

test('clipping is the share of samples at the edge', () => {
  expect(clippedOf([1, -1, 0.5, 0])).toBe(50)
  expect(clippedOf(sine(0.5))).toBe(0)
})

test('jitter is the mean step between neighbours', () => {
  expect(jitterOf([10, 14, 12])).toBe(3)
  expect(jitterOf([10])).toBe(0)
})

test('p95 of twenty is the nineteenth; the median lies in the middle', () => {
  const twenty = Array.from({ length: 20 }, (_, n) => n + 1)
  expect(percentile(twenty, 95)).toBe(19)
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
})

test('percentiles lie among the values, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
      const [low, high] = [percentile(values, 50), percentile(values, 95)]
      expect(values).toContain(low)
      expect(low).toBeLessThanOrEqual(high)
    }),
  )
})

test('bands follow the checklist’s limits, whichever end is bad', () => {
  expect([0.5, 1, 1.5, 2, 2.1].map((value) => bandOfMeasure('pop_p95_s', value))).toEqual([
    'ok',
    'ok',
    'warn',
    'warn',
    'fail',
  ])
  expect([30, 20, 10].map((value) => bandOfMeasure('mic_snr_db', value))).toEqual(['ok', 'warn', 'fail'])
  expect(bandOfMeasure('screen_hz', 60)).toBeNull()
})

test('a number that cannot be is refused', () => {
  const send = (value: number) =>
    MeasureSeat.safeParse({ values: [{ metric: 'mic_voice_dbfs', value }] }).success
  expect([send(-20), send(5), send(Number.NaN), send(-500)]).toEqual([true, false, false, false])
})
