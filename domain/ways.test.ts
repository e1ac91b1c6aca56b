import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Journey, Leg } from '#domain/ways'
import { bestWays, HOURS_A_MONTH } from '#domain/ways'

const PLACES = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const ladders = fc
  .array(
    fc.record({
      fromId: fc.constantFrom(...PLACES),
      toId: fc.constantFrom(...PLACES),
      months: fc.integer({ min: 0, max: 12 }),
      hours: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 22 },
  )
  .map((legs) => {
    const once = new Map(legs.map((leg) => [`${leg.fromId}/${leg.toId}`, leg]))
    return [...once.values()].filter(({ fromId, toId }) => fromId !== toId)
  })

/** Every way there is, tried one by one. */
const everyWay = (legs: readonly Leg[], from: string, to: string, seen: string[] = [from]): Leg[][] =>
  legs
    .filter((leg) => leg.fromId === from && !seen.includes(leg.toId))
    .flatMap((leg) =>
      leg.toId === to
        ? [[leg]]
        : everyWay(legs, leg.toId, to, [...seen, leg.toId]).map((rest) => [leg, ...rest]),
    )

/** A journey on which every move costs what it costs whatever came before. */
const plain = (legs: readonly Leg[]): Journey<null, Leg> => ({
  moves: legs,
  begin: null,
  go: (state, leg) => ({ leg, state }),
})

const cost = (legs: readonly Leg[]) =>
  legs.reduce((sum, { months, hours }) => sum + months * HOURS_A_MONTH + hours, 0)

describe('the best ways', () => {
  test('cost what trying every way finds, in order, and each is a way', () => {
    fc.assert(
      fc.property(ladders, fc.integer({ min: 1, max: 4 }), (legs, count) => {
        const all = everyWay(legs, 'a', 'g')
          .map(cost)
          .toSorted((x, y) => x - y)
        const ways = bestWays(plain(legs), 'a', 'g', count)
        expect(ways.map((way) => cost(way.legs))).toEqual(all.slice(0, count))
        for (const { legs: way } of ways) {
          expect(way[0]?.fromId).toBe('a')
          expect(way.at(-1)?.toId).toBe('g')
          for (const [index, leg] of way.slice(1).entries()) expect(leg.fromId).toBe(way[index]?.toId)
          expect(new Set(way.map(({ toId }) => toId)).size).toBe(way.length)
        }
        expect(new Set(ways.map(({ legs: way }) => way.map(({ toId }) => toId).join())).size).toBe(
          ways.length,
        )
      }),
      { numRuns: 500 },
    )
  })

  test('do not depend on the order of the moves', () => {
    fc.assert(
      fc.property(ladders, (legs) => {
        expect(bestWays(plain(legs.toReversed()), 'a', 'g')).toEqual(bestWays(plain(legs), 'a', 'g'))
      }),
    )
  })

  test('to where one stands there is none; a bigger ladder is no burden', () => {
    const legs = Array.from({ length: 60 }, (_, from) =>
      [1, 2, 3].map((step) => ({ fromId: `${from}`, toId: `${from + step}`, months: step, hours: from % 7 })),
    ).flat()
    expect(bestWays(plain(legs), '0', '0')).toEqual([])
    expect(bestWays(plain(legs), '0', '59')).toHaveLength(2)
  })
})
