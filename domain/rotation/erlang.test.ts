import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agentsFor,
  backlogStaff,
  erlangA,
  erlangC,
  waitingErlangC,
  withShrinkage,
} from '#domain/rotation/erlang'

const hundred = { count: 100, periodSeconds: 1800, handlingSeconds: 180 }
const goal = { serviceLevel: 0.8, withinSeconds: 20, maxOccupancy: 0.85 }

describe('Erlang C gives the published values', () => {
  // pyworkforce, CRAN ErlangC and the example of Call Centre Helper, to ten digits.
  test.each([
    [14, 10, 180, 20, 0.1741319336, 0.8883500192, 7.8359370118],
    [11, 10, 180, 20, 0.6821182047, 0.3896138117, 122.78128],
    [12, 10, 180, 20, 0.4493882243, 0.6401580404, 40.44494],
    [13, 10, 180, 20, 0.285270453, 0.7955947884, 17.11623],
    [55, 48, 240, 15, 0.2387009364, 0.8458830922, 8.1840321],
  ])('%i people for %f Erlang', (agents, load, handling, within, waiting, level, wait) => {
    const queue = erlangC(agents, load, handling, within)
    expect(queue.waiting).toBeCloseTo(waiting, 9)
    expect(queue.serviceLevel).toBeCloseTo(level, 9)
    expect(queue.waitSeconds).toBeCloseTo(wait, 4)
  })

  test('for two thousand people and for ten thousand', () => {
    expect(waitingErlangC(2050, 2000)).toBeCloseTo(0.1833547387, 9)
    const many = erlangC(10_000, 9900, 300, 20)
    expect(many.serviceLevel).toBeGreaterThan(0.5)
    expect(many.serviceLevel).toBeLessThan(1)
  })

  test('and says what an overload is', () => {
    expect(erlangC(10, 10, 180, 20)).toMatchObject({ waiting: 1, serviceLevel: 0, waitSeconds: Infinity })
    expect(erlangC(0, 0, 180, 20).serviceLevel).toBe(1)
  })
})

describe('Erlang A', () => {
  test('is Erlang C when patience has no end', () => {
    const patient = erlangA(14, 10, 180, 20, 180e7)
    const without = erlangC(14, 10, 180, 20)
    expect(patient.waiting).toBeCloseTo(without.waiting, 5)
    expect(patient.serviceLevel).toBeCloseTo(without.serviceLevel, 5)
    expect(patient.waitSeconds).toBeCloseTo(without.waitSeconds, 2)
  })

  test('waits as a Poisson number does when patience is as long as a call', () => {
    // P(Poisson(10) ≥ 12)
    expect(erlangA(12, 10, 180, 20, 180).waiting).toBeCloseTo(0.3032238547, 7)
  })

  test('waits less the sooner people give up, at any size', () => {
    const queues = fc.record({
      agents: fc.integer({ min: 1, max: 400 }),
      busy: fc.double({ min: 0.3, max: 1.6, noNaN: true }),
    })
    fc.assert(
      fc.property(queues, ({ agents, busy }) => {
        const at = (patience: number) => erlangA(agents, agents * busy, 200, 20, patience)
        expect(at(60).waiting).toBeLessThanOrEqual(at(600).waiting + 1e-9)
        const { serviceLevel, abandoned, occupancy } = at(120)
        for (const share of [serviceLevel, abandoned, occupancy]) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
      { numRuns: 50, seed: 8 },
    )
  })

  test('overflows nothing with ten thousand people, neither short nor plenty', () => {
    for (const load of [5000, 10_000, 20_000]) {
      const { waiting, abandoned } = erlangA(10_000, load, 300, 20, 90)
      expect(Number.isFinite(waiting + abandoned)).toBe(true)
    }
    expect(erlangA(10_000, 20_000, 300, 20, 90).abandoned).toBeCloseTo(0.5, 3)
  })
})

describe('people needed', () => {
  test('as published: fourteen, twenty in the plan', () => {
    expect(agentsFor(hundred, goal)).toBe(14)
    expect(withShrinkage(14, 0.3)).toBe(20)
    expect(withShrinkage(21, 0.3)).toBe(30)
    expect(
      agentsFor({ count: 1000, periodSeconds: 1800, handlingSeconds: 300 }, { ...goal, maxOccupancy: 1 }),
    ).toBe(176)
  })

  test('79.56 % is not 80 %', () => expect(agentsFor(hundred, { ...goal, maxOccupancy: 1 })).toBe(14))

  test('nobody for nothing; somebody for ten thousand contacts; fewer when people give up, chats are shared', () => {
    expect(agentsFor({ ...hundred, count: 0 }, goal)).toBe(0)
    expect(agentsFor({ ...hundred, handlingSeconds: 0 }, goal)).toBe(0)
    const many = agentsFor({ ...hundred, count: 10_000 }, goal)
    expect(many).toBeGreaterThanOrEqual(1000)
    expect(agentsFor(hundred, { ...goal, maxOccupancy: 1, patienceSeconds: 60 })).toBeLessThan(14)
    expect(agentsFor({ ...hundred, concurrency: 2 }, goal)).toBeLessThan(14)
  })

  test('letters are spread until their deadline', () => {
    expect(backlogStaff([12, 0, 0, 0, 0], 300, 900, 4)).toEqual([1, 1, 1, 1, 0])
    expect(backlogStaff([0, 0], 300, 900, 4)).toEqual([0, 0])
  })
})
