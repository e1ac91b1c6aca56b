import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDisputed, mostOfATeam, spreadOf, worth, worthTo } from '#domain/idea-panel'

const same = (mark: number) => ({ impact: mark, reach: mark, effort: 6 - mark })

test('{5,2,5} stands below {4,4,4}', () => {
  expect(worth([5, 2, 5]).mean).toBe(worth([4, 4, 4]).mean)
  expect(worth([5, 2, 5]).lower).toBeCloseTo(3)
  expect(worth([4, 4, 4]).lower).toBe(4)
})

test('effort counts against, and the value lies between 1 and 5', () => {
  expect(worthTo({ impact: 5, reach: 5, effort: 1 })).toBe(5)
  expect(worthTo({ impact: 1, reach: 1, effort: 5 })).toBe(1)
  expect(worthTo({ impact: 4, reach: 4, effort: 5 })).toBe(3)
})

test('reviewers who differ by more than one are to talk', () => {
  expect(isDisputed([same(4), same(4), same(5)])).toBe(false)
  expect(isDisputed([same(5), same(2), same(5)])).toBe(true)
  expect(isDisputed([{ ...same(4), effort: 1 }, { ...same(4), effort: 5 }, same(4)])).toBe(true)
})

test('whatever the marks, the lower bound never passes the mean, and agreement raises it', () => {
  const marks = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 9 })
  fc.assert(
    fc.property(marks, (values) => {
      const { mean, lower } = worth(values)
      expect(lower).toBeLessThanOrEqual(mean)
      expect(lower === mean).toBe(spreadOf(values) === 0)
    }),
  )
  expect([3, 4, 6, 9].map(mostOfATeam)).toEqual([1, 2, 2, 3])
})
