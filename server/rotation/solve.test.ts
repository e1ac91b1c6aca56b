import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildRotationWorker } from '#db/testing/rotation-worker'
import { systemActor } from '#domain/access'
import { generatedInstance } from '#domain/rotation/engine/generated'
import { solveRotation } from '#server/rotation/solve-queries'
import { solveInstance } from '#server/solver'

const actor = systemActor()

beforeAll(async () => {
  await buildRotationWorker()
})

describe('a search in a worker', () => {
  test('answers with a checked plan, the same for the same seed and moves', async () => {
    const instance = { ...generatedInstance(4, 6, 24), moves: 50_000 }
    const [one, other] = await Promise.all([solveRotation(actor, instance), solveRotation(actor, instance)])
    expect(other).toEqual({ ...one, seconds: expect.any(Number) })
    expect(one.objective).toBe(Object.values(one.parts).reduce((total, part) => total + part, 0))
  })

  test('leaves the thread that asked free, tells how it goes and stops when asked', async () => {
    const raw = JSON.parse(readFileSync('bench/rotation/instance-60.json', 'utf8'))
    const instance = solveRotation.input.parse({ ...raw, seconds: 30 })
    const stop = new AbortController()
    let news = 0
    let ticks = 0
    const ticking = setInterval(() => {
      ticks += 1
    }, 20)
    const answer = await solveInstance(instance, {
      signal: stop.signal,
      onNews: () => {
        news += 1
        if (news === 4) stop.abort()
      },
    })
    clearInterval(ticking)
    expect(news).toBeGreaterThanOrEqual(4)
    expect(ticks).toBeGreaterThan(10)
    expect(Object.keys(answer.plan)).toHaveLength(60)
  })

  test('asks to come later when too many wait', async () => {
    const instance = { ...generatedInstance(4, 2, 12), moves: 100 }
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => solveInstance(instance)))
    expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(2)
  })
})

describe('an instance', () => {
  const good = generatedInstance(2, 3, 24)
  const person = good.people[0]!
  const wrong = async (change: object) => {
    const refused = await solveRotation(actor, { ...good, ...change } as never).catch((error) => error)
    return Object.keys(refused.fields)
  }

  test('is refused with the path of what is wrong', async () => {
    expect(await wrong({ people: [{ ...person, from: 9, to: 5 }] })).toContain('people.0.to')
    expect(await wrong({ people: [person, { ...person }] })).toContain('people.1.from')
    expect(await wrong({ people: [{ ...person, levels: { none: 1 } }] })).toContain('people.0.levels')
    expect(await wrong({ demand: [{ slot: 0, task: 'voice', min: 3, target: 2 }] })).toEqual([
      'demand.0.target',
    ])
    expect(await wrong({ demand: [{ slot: 0, task: 'x', min: 0, target: 2 }] })).toEqual(['demand.0.task'])
    expect(await wrong({ weights: { ...good.weights, over: -1 } })).toEqual(['weights.over'])
    expect(await wrong({ rules: { ...good.rules, tail: 1.5 } })).toEqual(['rules.tail'])
    expect(await wrong({ slots: 201 })).toContain('slots')
  })
})
