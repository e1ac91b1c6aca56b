import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPlan } from '#domain/rotation/engine/check-plan'
import { generatedInstance } from '#domain/rotation/engine/generated'
import { type Instance, SolveInstance } from '#domain/rotation/engine/instance'
import { planDay } from '#domain/rotation/engine/plan-day'
import { scorePlan } from '#domain/rotation/engine/score-plan'

const clock = () => process.cpuUsage().user / 1e6
const solve = (instance: Instance, moves: number, more: Partial<Parameters<typeof planDay>[1]> = {}) =>
  planDay({ ...instance, moves, seconds: 3600 }, { clock: () => 0, ...more })
const shipped = (name: string): Instance =>
  SolveInstance.parse(JSON.parse(readFileSync(`bench/rotation/instance-${name}.json`, 'utf8')))

describe('generated days', () => {
  test('are planned without a broken rule, with the objective that the rules alone give', () => {
    const days = fc.record({
      seed: fc.integer({ min: 1, max: 100_000 }),
      people: fc.integer({ min: 0, max: 9 }),
      slots: fc.integer({ min: 4, max: 30 }),
    })
    fc.assert(
      fc.property(days, ({ seed, people, slots }) => {
        const instance = generatedInstance(seed, people, slots)
        const answer = solve(instance, 20_000)
        expect(checkPlan(instance, answer.plan)).toEqual([])
        expect(answer.objective).toBe(scorePlan(instance, answer.plan).objective)
        expect(answer.bound).toBeLessThanOrEqual(answer.objective)
        const laid = instance.people.filter(({ id, from }) => answer.plan[id]?.[from] != null)
        expect(laid.length + answer.excluded.length).toBe(people)
      }),
      { numRuns: 60, seed: 8 },
    )
  })

  test('keep what is locked, or say that it cannot be', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const day = generatedInstance(seed, 5, 24)
      const people = day.people.map((person) => ({
        ...person,
        locked: [[person.from + 1, Object.keys(person.levels)[0] ?? 'voice']] as [number, string][],
      }))
      const instance = { ...day, people }
      const answer = solve(instance, 20_000)
      expect(checkPlan(instance, answer.plan)).toEqual([])
      for (const { reason } of answer.excluded) expect(reason).not.toBe('no-level')
    }
  })
})

describe('one day', () => {
  test('is the same for the same seed and moves, another for another seed', () => {
    const instance = generatedInstance(7, 12, 32)
    const one = solve(instance, 200_000)
    expect(solve(instance, 200_000)).toEqual(one)
    expect(solve({ ...instance, seed: 8 }, 200_000).plan).not.toEqual(one.plan)
  })

  test('stopped at once is legal, and so is every plan told on the way', () => {
    const instance = generatedInstance(9, 12, 32)
    let told = 0
    const answer = solve(instance, 10_000_000, {
      isStopped: () => told > 3,
      onProgress: ({ planOf }) => {
        told += 1
        expect(checkPlan(instance, planOf())).toEqual([])
      },
    })
    expect(told).toBeGreaterThan(3)
    expect(answer.moves).toBeLessThan(10_000_000)
    expect(checkPlan(instance, answer.plan)).toEqual([])
  })

  test('of nobody, of people without a level, with no weight on anything', () => {
    const instance = generatedInstance(3, 4, 24)
    expect(solve({ ...instance, people: [] }, 1000).plan).toEqual({})
    const unable = { ...instance, people: instance.people.map((person) => ({ ...person, levels: {} })) }
    expect(solve(unable, 1000).excluded.map(({ reason }) => reason)).toEqual(new Array(4).fill('no-level'))
    const zero = Object.fromEntries(Object.keys(instance.weights).map((key) => [key, 0]))
    const people = instance.people.map((person) => ({ ...person, cost: {} }))
    const weightless = { ...instance, people, weights: zero as Instance['weights'] }
    const answer = solve(weightless, 20_000)
    expect(answer.objective).toBe(0)
    expect(checkPlan(weightless, answer.plan)).toEqual([])
  })

  test('of somebody with two shifts, of which one cannot be, is planned as far as it can be', () => {
    const day = generatedInstance(5, 1, 24)
    const person = { ...day.people[0]!, locked: undefined, meal: null, published: null }
    const people = [
      { ...person, from: 0, to: 8 },
      { ...person, from: 12, to: 13 },
    ]
    const rules = { ...day.rules, maxWork: 8, maxVoice: 8, tail: 2 }
    const answer = solve({ ...day, rules, people }, 1000)
    expect(answer.excluded).toEqual([{ id: person.id, reason: 'too-short' }])
    expect(checkPlan({ ...day, rules, people }, answer.plan)).toEqual([])
    expect(answer.objective).toBe(
      scorePlan({ ...day, rules, people: people.slice(0, 1) }, answer.plan).objective,
    )
  })

  test('that cannot be is left out with the reason', () => {
    const day = generatedInstance(5, 1, 24)
    const rules = { ...day.rules, maxWork: 6, maxVoice: 3, minStint: 4, tail: 2, mealSlots: 2 }
    const base = { ...day.people[0]!, from: 0, to: 24, levels: { voice: 2, 'calls-out': 2 }, meal: null }
    const reasonOf = (person: Partial<Instance['people'][number]>) =>
      solve({ ...day, rules, people: [{ ...base, ...person }] }, 100).excluded[0]?.reason
    expect(reasonOf({})).toBe('rules')
    expect(reasonOf({ to: 1 })).toBe('too-short')
    expect(reasonOf({ to: 3, meal: { earliest: 1, latest: 1 } })).toBe('meal')
    expect(reasonOf({ to: 3, locked: [[0, 'pause']] })).toBe('locked')
  })
})

describe('the shipped day of 150 people', () => {
  const instance = shipped('150')

  test('is begun in no time and close to its frozen bound after two million moves', () => {
    const begun = clock()
    let first = 0
    const answer = solve(instance, 2_000_000, {
      onProgress: () => {
        first ||= clock() - begun
      },
    })
    expect(first).toBeLessThan(1)
    expect(checkPlan(instance, answer.plan)).toEqual([])
    expect(answer.objective).toBeLessThan(5500)
    expect(answer.bound).toBeGreaterThan(4000)
    expect(answer.shadow[0]?.task).toBe('voice_in')
  })

  test('loses eight people and changes for few of the others', () => {
    const told = solve(instance, 1_000_000).plan
    const gone = new Set(instance.people.slice(40, 48).map(({ id }) => id))
    const people = instance.people
      .filter(({ id }) => !gone.has(id))
      .map((person) => ({ ...person, published: told[person.id] ?? null }))
    const replanned = solve({ ...instance, people }, 2_000_000)
    expect(checkPlan({ ...instance, people }, replanned.plan)).toEqual([])
    const cells = people.flatMap((person) => replanned.plan[person.id]?.slice(person.from, person.to) ?? [])
    expect(replanned.parts.stability / instance.weights.stability / cells.length).toBeLessThan(0.05)
  })
})
