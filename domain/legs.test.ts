import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Move } from '#domain/ladder-diff'
import { journeyOf } from '#domain/legs'
import type { Requirement, Standing } from '#domain/readiness'
import type { Teaching } from '#domain/steps'
import { asked, newcomer } from '#domain/testing/ladders'
import { bestWays, HOURS_A_MONTH } from '#domain/ways'

const asks = (positionId: string, kind: Requirement['kind'], rest: Partial<Requirement>) =>
  asked({
    id: `${positionId}-${kind}-${rest.competenceId ?? rest.trainingId ?? ''}`,
    positionId,
    kind,
    ...rest,
  })
const up = (fromId: string, toId: string): Move => ({ fromId, toId, kind: 'vertical' })
const teaches = (id: string, competenceId: string, toLevel: number, hours: number): Teaching =>
  ({ id, hours, levels: [{ competenceId, toLevel }] }) as unknown as Teaching
const STANDING = newcomer('2026-03-31')

describe('what a way costs', () => {
  test('months served on the way count towards the time in the centre', () => {
    const ladder = {
      moves: [up('a', 'b'), up('b', 'c')],
      requirements: [asks('b', 'time-in-previous', { threshold: 6 }), asks('c', 'tenure', { threshold: 12 })],
    }
    const [way] = bestWays(journeyOf(ladder, STANDING, []), 'a', 'c')
    expect(way).toMatchObject({ months: 12, legs: [{ months: 6 }, { months: 6 }] })
  })

  test('a level reached two rungs before is not paid for again, and a pass that has run out is', () => {
    const ladder = {
      moves: [up('a', 'b'), up('b', 'c'), up('c', 'd')],
      requirements: [
        asks('b', 'competence', { competenceId: 'calm', level: 2 }),
        asks('c', 'training', { trainingId: 'law' }),
        asks('d', 'competence', { competenceId: 'calm', level: 2 }),
      ],
    }
    const teachings = [teaches('calm-2', 'calm', 2, 8), teaches('law', 'rules', 1, 3)]
    const hours = (passed: Standing['passed']) =>
      bestWays(journeyOf(ladder, { ...STANDING, passed }, teachings), 'a', 'd').map((way) => way.hours)
    expect(hours({})).toEqual([11])
    expect(hours({ law: '2027-01-01' })).toEqual([8])
    expect(hours({ law: '2026-03-01' })).toEqual([11])
  })

  test('on random ladders nothing cheaper is found by trying every way, move by move', () => {
    const places = ['a', 'b', 'c', 'd', 'e']
    const place = fc.constantFrom(...places)
    const moves = fc
      .uniqueArray(fc.tuple(place, place), { maxLength: 12, selector: (pair) => pair.join() })
      .map((pairs) => pairs.flatMap(([from, to]) => (from === to ? [] : [up(from, to)])))
    const competence = fc
      .tuple(place, fc.constantFrom('x', 'y'), fc.integer({ min: 1, max: 3 }))
      .map(([at, competenceId, level]) => asks(at, 'competence', { competenceId, level }))
    const waiting = fc
      .tuple(
        place,
        fc.constantFrom('tenure' as const, 'time-in-previous' as const),
        fc.integer({ min: 0, max: 12 }),
      )
      .map(([at, kind, threshold]) => asks(at, kind, { threshold }))
    const requirements = fc.uniqueArray(fc.oneof(competence, waiting), {
      maxLength: 10,
      selector: ({ id }) => id,
    })
    const teachings = ['x', 'y'].flatMap((id) =>
      [1, 2, 3].map((level) => teaches(`${id}${level}`, id, level, level * 5)),
    )
    fc.assert(
      fc.property(moves, requirements, (steps, asked) => {
        const journey = journeyOf({ moves: steps, requirements: asked }, STANDING, teachings)
        const costs: number[] = []
        const walk = (at: string, state: typeof journey.begin, cost: number, seen: string[]): void => {
          if (at === 'e') {
            costs.push(cost)
            return
          }
          for (const move of steps.filter(({ fromId, toId }) => fromId === at && !seen.includes(toId))) {
            const next = journey.go(state, move)
            walk(move.toId, next.state, cost + next.leg.months * HOURS_A_MONTH + next.leg.hours, [
              ...seen,
              move.toId,
            ])
          }
        }
        walk('a', journey.begin, 0, ['a'])
        const ways = bestWays(journey, 'a', 'e')
        expect(ways.map(({ months, hours }) => months * HOURS_A_MONTH + hours)).toEqual(
          costs.toSorted((one, other) => one - other).slice(0, 2),
        )
      }),
      { numRuns: 300 },
    )
  })
})
