import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PraiseMonth } from '#domain/praise-numbers'
import {
  awardPlaces,
  gini,
  inflation,
  isInflated,
  median,
  pairs,
  perHundredHours,
  rings,
  SMALLEST_GROUP,
} from '#domain/praise-numbers'

const shares = fc
  .array(fc.integer({ min: 0, max: 50 }), { minLength: SMALLEST_GROUP, maxLength: 60 })
  .filter((all) => all.some((one) => one > 0))

describe('evenness', () => {
  test('is between 0 and 1, and neither the order nor the size of the unit matters', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 9 }), (all, times) => {
        const found = gini(all) as number
        expect(found).toBeGreaterThanOrEqual(-1e-12)
        expect(found).toBeLessThanOrEqual(1 + 1e-12)
        expect(gini(all.toReversed())).toBeCloseTo(found, 10)
        expect(gini(all.map((one) => one * times))).toBeCloseTo(found, 10)
      }),
    )
  })

  test('is the mean difference of all pairs over twice the mean', () => {
    fc.assert(
      fc.property(shares, (all) => {
        const mean = all.reduce((total, one) => total + one, 0) / all.length
        let difference = 0
        for (const one of all) for (const other of all) difference += Math.abs(one - other)
        expect(gini(all)).toBeCloseTo(difference / (all.length * (all.length - 1)) / (2 * mean), 10)
      }),
    )
  })

  test('gets no worse when whoever has more gives to whoever has less', () => {
    fc.assert(
      fc.property(shares, fc.nat(), fc.nat(), (all, one, other) => {
        const [rich, poor] = [one % all.length, other % all.length]
        const [has, lacks] = [all[rich] as number, all[poor] as number]
        fc.pre(has - lacks >= 2)
        const moved = all.with(rich, has - 1).with(poor, lacks + 1)
        expect(gini(moved) as number).toBeLessThanOrEqual((gini(all) as number) + 1e-12)
      }),
    )
  })

  test('one who has it all is 1, the same for all is 0, a small group says nothing', () => {
    const one = [7, ...Array.from({ length: 11 }, () => 0)]
    expect(gini(one)).toBeCloseTo(1, 12)
    expect(gini(one.map(() => 3))).toBeCloseTo(0, 12)
    expect(gini([1, 2, 3])).toBeNull()
    expect(gini(one.map(() => 0))).toBeNull()
  })

  test('is of what 100 hours of work bring: half the hours with half the praise is even', () => {
    const people = [
      { praises: 2, hours: 160 },
      { praises: 1, hours: 80 },
      { praises: 5, hours: 0 },
    ]
    expect(perHundredHours(people)).toEqual([1.25, 1.25])
  })
})

const month = (praises: number, copied = 0): PraiseMonth => ({
  month: '2026-01-01',
  praises,
  copied,
  staff: 100,
  distinguished: Math.min(100, praises),
})

describe('inflation', () => {
  test('of even months is 1, and says nothing of the first three', () => {
    const numbers = inflation([month(0), month(9), month(40), month(40), month(40), month(40), month(40)])
    expect(numbers.map(({ index }) => index)).toEqual([null, null, null, null, null, 1, 1])
  })

  test('grows with volume and with copied words, never falls with either', () => {
    const past = [month(1), month(30), month(40), month(50)]
    const last = (now: PraiseMonth) => inflation([...past, now]).at(-1)?.index as number
    expect(last(month(80))).toBe(2)
    expect(last(month(40, 40))).toBe(2)
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(50), (praises, copied, more) => {
        const some = Math.min(copied, praises)
        // More praise of the very same originality.
        expect(last(month(praises * (1 + more), some * (1 + more)))).toBeGreaterThanOrEqual(
          last(month(praises, some)),
        )
        expect(last(month(praises, praises))).toBeGreaterThanOrEqual(last(month(praises, some)))
      }),
    )
  })

  test('freezes only when two months running are above the mark', () => {
    const even = [month(40), month(40), month(40), month(40)]
    expect(isInflated(inflation([...even, month(90)]))).toBe(false)
    expect(isInflated(inflation([...even, month(90), month(40)]))).toBe(false)
    expect(isInflated(inflation([...even, month(90), month(90)]))).toBe(true)
    expect(isInflated([])).toBe(false)
  })

  test('the median is the middle one, or between the two', () => {
    expect(median([])).toBeNull()
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
  })
})

const on = (day: number) => new Date(Date.UTC(2026, 0, day))
const thanks = (giverId: string, receiverId: string, day: number) => ({ giverId, receiverId, at: on(day) })

describe('praise among the same few', () => {
  test('a pair is seen when praise is answered within a fortnight', () => {
    const quick = [thanks('a', 'b', 1), thanks('b', 'a', 9), thanks('a', 'b', 20), thanks('c', 'a', 3)]
    expect(pairs(quick)).toEqual([{ ids: ['a', 'b'], times: 2 }])
    expect(pairs([thanks('a', 'b', 1), thanks('b', 'a', 16)])).toEqual([])
  })

  test('a ring of three is seen once, wherever it begins', () => {
    const ring = [thanks('a', 'b', 1), thanks('b', 'c', 5), thanks('c', 'a', 12)]
    expect(rings(ring)).toHaveLength(1)
    expect(rings(ring.slice(0, 2))).toEqual([])
    expect(rings([thanks('a', 'b', 1), thanks('b', 'a', 2)])).toEqual([])
    expect(rings([thanks('a', 'b', 1), thanks('b', 'c', 40), thanks('c', 'a', 41)])).toEqual([])
  })
})

test('places of the month are one to three, a hundredth of the staff', () => {
  expect([0, 40, 149, 150, 240, 250, 5000].map(awardPlaces)).toEqual([1, 1, 1, 2, 2, 3, 3])
})
