import { describe, expect, test } from 'vitest'
import { checkPlan } from '#domain/rotation/engine/check-plan'
import { dayCost, dayTotals } from '#domain/rotation/engine/day-cost'
import { dayDraw } from '#domain/rotation/engine/day-draw'
import { diceOf } from '#domain/rotation/engine/dice'
import { generatedInstance } from '#domain/rotation/engine/generated'
import { type Instance, MEAL, PAUSE, type Plan } from '#domain/rotation/engine/instance'
import { type Model, modelOf, NEVER } from '#domain/rotation/engine/model'

const SLOTS = 7
const TEMPERATURE = 1.7
const DRAWS = 12_000

/** One person of three tasks at most, whose days can all be told. */
const alone = (seed: number): Instance => {
  const day = generatedInstance(seed, 1, SLOTS)
  const people = day.people.map((person) => ({
    ...person,
    levels: Object.fromEntries(Object.entries(person.levels).slice(0, 3)),
    meal: seed % 3 ? null : { earliest: person.from + 1, latest: person.to - 2 },
  }))
  return {
    ...day,
    people,
    rules: { ...day.rules, maxWork: 3 + (seed % 3), minStint: seed % 2, mealSlots: 1, tail: seed % 2 },
  }
}

/** Prices as uneven as demand's, some below nothing. */
const pricesOf = (model: Model, seed: number) => {
  const dice = diceOf(seed)
  return {
    demand: Float64Array.from({ length: model.slots * model.tasks }, () => dice.chance() * 6 - 4),
    extra: Float64Array.from({ length: model.tasks }, () => dice.chance()),
    zero: Float64Array.from({ length: model.slots }, () => dice.chance() * 4 - 3),
  }
}

const rowsOf = (model: Model): Int8Array[] => {
  const [from, to] = [model.from[0] as number, model.to[0] as number]
  const things = [...(model.able[0] as Int32Array), model.pause, model.meal]
  const cost = dayCost(model)
  const found: Int8Array[] = []
  for (let code = 0; code < things.length ** (to - from); code += 1) {
    const row = new Int8Array(model.slots).fill(-1)
    for (let slot = from, rest = code; slot < to; slot += 1, rest = Math.floor(rest / things.length))
      row[slot] = things[rest % things.length] as number
    if (cost(0, row, 0) < NEVER) found.push(row)
  }
  return found
}

const wordsOf = (instance: Instance, row: Int8Array): Plan[string] => {
  const names = [...instance.tasks.map(({ id }) => id), PAUSE, MEAL]
  return [...row].map((what) => names[what] ?? null)
}

describe('a day drawn by chance', () => {
  test('comes as often as its price and the temperature say, and no legal day is forgotten', () => {
    let compared = 0
    for (let seed = 1; compared < 12; seed += 1) {
      const instance = alone(seed)
      const model = modelOf(instance)
      const days = rowsOf(model)
      if (days.length < 3 || days.length > 900) continue
      const prices = pricesOf(model, seed)
      const [cost, totals] = [dayCost(model), dayTotals(model)]
      const weights = days.map((row) => {
        let price = cost(0, row, 0) - totals(0, row, 0)
        for (const [slot, what] of row.entries())
          if (what >= 0 && what < model.tasks)
            price += (prices.demand[slot * model.tasks + what] as number) + (prices.extra[what] as number)
        return Math.exp(-price / TEMPERATURE)
      })
      const whole = weights.reduce((sum, weight) => sum + weight, 0)
      const draw = dayDraw(model, diceOf(seed))
      const row = new Int8Array(model.slots).fill(-1)
      const seen = new Map<string, number>()
      for (let turn = 0; turn < DRAWS; turn += 1) {
        if (!draw(0, prices, TEMPERATURE, row, 0)) throw new Error('no day was drawn')
        const day = row.join()
        seen.set(day, (seen.get(day) ?? 0) + 1)
      }
      expect(checkPlan(instance, { [instance.people[0]!.id]: wordsOf(instance, row) })).toEqual([])
      const strayed = days.filter((day, at) => {
        const expected = (DRAWS * (weights[at] ?? 0)) / whole
        // Five times the spread of such a count: one in millions strays farther.
        return Math.abs((seen.get(day.join()) ?? 0) - expected) > 5 * Math.sqrt(expected) + 5
      })
      expect({ seed, strayed }).toEqual({ seed, strayed: [] })
      const known = new Set(days.map((day) => day.join()))
      expect([...seen.keys()].filter((day) => !known.has(day))).toEqual([])
      compared += 1
    }
  })

  test('is refused where the weights are beyond what numbers hold', () => {
    const model = modelOf(alone(3))
    const prices = pricesOf(model, 3)
    prices.zero.fill(2000)
    expect(dayDraw(model, diceOf(1))(0, prices, 1, new Int8Array(model.slots), 0)).toBe(false)
    prices.zero.fill(-2000)
    expect(dayDraw(model, diceOf(1))(0, prices, 1, new Int8Array(model.slots), 0)).toBe(false)
  })
})
