import { expect, test } from 'vitest'
import { effectOf, shareOf, tellsWord } from '#domain/training-numbers'

test('an effect is told from ten people on, and is visible where its interval leaves zero out', () => {
  expect(effectOf({ n: 9, mean: 8, deviation: 1 })).toBeNull()
  expect(effectOf({ n: 0, mean: null, deviation: null })).toBeNull()
  // t(9) = 2.262: 3 ± 2.262 · 2 / √10
  expect(effectOf({ n: 10, mean: 3, deviation: 2 })).toEqual({
    n: 10,
    mean: 3,
    low: 1.6,
    high: 4.4,
    visible: true,
  })
  expect(effectOf({ n: 10, mean: 1, deviation: 2 })).toMatchObject({ low: -0.4, high: 2.4, visible: false })
  expect(effectOf({ n: 40, mean: -2, deviation: 1 })).toMatchObject({ visible: true })
})

test('a share of nothing is none; a question is told well, weakly, not at all or not yet', () => {
  expect([shareOf(1, 3), shareOf(0, 4), shareOf(0, 0)]).toEqual([33, 0, null])
  expect([0.5, 0.2, -0.3, null].map(tellsWord)).toEqual(['well', 'weakly', 'not', 'unknown'])
})
