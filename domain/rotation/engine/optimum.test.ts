import { describe, expect, test } from 'vitest'
import { checkPlan } from '#domain/rotation/engine/check-plan'
import { generatedInstance } from '#domain/rotation/engine/generated'
import { type Instance, MEAL, PAUSE, type Plan } from '#domain/rotation/engine/instance'
import { planDay } from '#domain/rotation/engine/plan-day'
import { scorePlan } from '#domain/rotation/engine/score-plan'

const SLOTS = 7

/** Every legal row of a person, found by trying all. */
const legalRows = (instance: Instance, person: Instance['people'][number]): Plan[string][] => {
  const alone = { ...instance, people: [person] }
  const things = [...Object.keys(person.levels), PAUSE, MEAL]
  const length = person.to - person.from
  const found: Plan[string][] = []
  for (let code = 0; code < things.length ** length; code += 1) {
    const row: Plan[string] = new Array(SLOTS).fill(null)
    for (let slot = 0, rest = code; slot < length; slot += 1, rest = Math.floor(rest / things.length))
      row[person.from + slot] = things[rest % things.length] ?? null
    if (!checkPlan(alone, { [person.id]: row }).length) found.push(row)
  }
  return found
}

const least = (instance: Instance): number => {
  const [one, other] = instance.people.map((person) => ({ id: person.id, rows: legalRows(instance, person) }))
  let best = Number.POSITIVE_INFINITY
  for (const mine of one!.rows)
    for (const theirs of other!.rows)
      best = Math.min(best, scorePlan(instance, { [one!.id]: mine, [other!.id]: theirs }).objective)
  return best
}

/** Two people with at most two tasks each, so that all pairs of days can be tried. */
const tiny = (seed: number): Instance => {
  const day = generatedInstance(seed, 2, SLOTS)
  const people = day.people.map((person) => ({
    ...person,
    levels: Object.fromEntries(Object.entries(person.levels).slice(0, 2)),
    meal: seed % 3 ? null : { earliest: person.from + 1, latest: person.to - 2 },
  }))
  return { ...day, people, rules: { ...day.rules, maxWork: 3 + (seed % 3), mealSlots: 1, tail: seed % 2 } }
}

describe('tiny days, all plans tried', () => {
  test('the engine finds the best plan, and its bound never passes it', () => {
    let compared = 0
    for (let seed = 1; compared < 12; seed += 1) {
      const instance = tiny(seed)
      const answer = planDay({ ...instance, moves: 400_000, seconds: 3600 }, { clock: () => 0 })
      for (const { id } of answer.excluded) {
        const person = instance.people.find((one) => one.id === id)!
        expect(legalRows(instance, person)).toEqual([])
      }
      if (answer.excluded.length) continue
      const optimum = least(instance)
      expect({ seed, objective: answer.objective }).toEqual({ seed, objective: optimum })
      expect(answer.bound).toBeLessThanOrEqual(optimum)
      compared += 1
    }
  })
})
