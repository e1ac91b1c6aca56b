import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { checkPlan } from '#domain/rotation/engine/check-plan'
import { generatedInstance } from '#domain/rotation/engine/generated'
import { type Instance, MEAL, PAUSE, type Plan } from '#domain/rotation/engine/instance'
import { PARTS } from '#domain/rotation/engine/parts'
import { planDay } from '#domain/rotation/engine/plan-day'
import { scorePerson, scorePlan } from '#domain/rotation/engine/score-plan'

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

/** A few people with at most two tasks each, so that all their days can be told. */
const tiny = (seed: number, count = 2): Instance => {
  const day = generatedInstance(seed, count, SLOTS)
  const people = day.people.map((person) => ({
    ...person,
    levels: Object.fromEntries(Object.entries(person.levels).slice(0, 2)),
    meal: seed % 3 ? null : { earliest: person.from + 1, latest: person.to - 2 },
  }))
  return { ...day, people, rules: { ...day.rules, maxWork: 3 + (seed % 3), mealSlots: 1, tail: seed % 2 } }
}

/** The least objective as a programme of integers (CPLEX LP text): one legal row a person, and what each cell of demand lacks or has too much. */
const programme = (instance: Instance): string => {
  const { weights } = instance
  const cells = instance.tasks.flatMap(({ id }) =>
    Array.from({ length: SLOTS }, (_, slot) => {
      const wish = instance.demand.find((cell) => cell.task === id && cell.slot === slot)
      return { id, slot, name: `${instance.tasks.findIndex((task) => task.id === id)}_${slot}`, wish }
    }),
  )
  const choices = instance.people.flatMap((person, at) =>
    legalRows(instance, person).map((row, number) => {
      const parts = scorePerson(instance, person, row)
      return { at, row, name: `x${at}_${number}`, cost: PARTS.reduce((sum, part) => sum + parts[part], 0) }
    }),
  )
  const costs = [
    ...choices.map(({ cost, name }) => `${cost} ${name}`),
    ...cells.flatMap(({ name }) => [
      `${weights.min} m${name}`,
      `${weights.target} t${name}`,
      `${weights.over} o${name}`,
    ]),
  ]
  const one = instance.people.map(
    (_, at) =>
      `p${at}: ${choices
        .filter((choice) => choice.at === at)
        .map(({ name }) => name)
        .join(' + ')} = 1`,
  )
  const covered = cells.flatMap(({ id, slot, name, wish }) => {
    const on = choices.filter(({ row }) => row[slot] === id).map((choice) => choice.name)
    const people = on.length ? `${on.join(' + ')} + ` : ''
    const { min, target } = wish ?? { min: 0, target: 0 }
    return [`a${name}: ${people}m${name} >= ${min}`, `b${name}: ${people}t${name} - o${name} = ${target}`]
  })
  const binary = choices.map(({ name }) => name).join(' ')
  return `Minimize\n obj: ${costs.join(' + ')}\nSubject To\n ${[...one, ...covered].join('\n ')}\nBinary\n ${binary}\nEnd\n`
}

test('a solver of integer programmes finds nothing better for five people, and nothing below the bound', async () => {
  const highs = await loadHighs()
  let compared = 0
  for (let seed = 101; compared < 6; seed += 1) {
    const instance = tiny(seed, 5)
    const answer = planDay({ ...instance, moves: 400_000, seconds: 3600 }, { clock: () => 0 })
    if (answer.excluded.length) continue
    const proved = highs.solve(programme(instance))
    expect(proved.Status).toBe('Optimal')
    expect({ seed, objective: answer.objective }).toEqual({
      seed,
      objective: Math.round(proved.ObjectiveValue),
    })
    expect(answer.bound).toBeLessThanOrEqual(Math.round(proved.ObjectiveValue))
    compared += 1
  }
})

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
