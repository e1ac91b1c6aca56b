import { type Instance, type InstancePerson, MEAL, PAUSE, type Plan } from '#domain/rotation/engine/instance'

/** The hard rules of an instance, each by the word that a violation is reported with. */
export type HardRule =
  | 'one-thing'
  | 'outside-shift'
  | 'level'
  | 'short-block'
  | 'work-too-long'
  | 'voice-too-long'
  | 'meal'
  | 'rest-too-soon'
  | 'tail'
  | 'locked'
export type Violation = { personId: string; slot: number; rule: HardRule }

type Run = { what: string; from: number; to: number }
type Say = (slot: number, rule: HardRule) => void

const isRest = (what: string | null | undefined): boolean => what === PAUSE || what === MEAL

const runsOf = (cells: readonly (string | null)[], from: number, same: (a: string, b: string) => boolean) => {
  const runs: Run[] = []
  for (const [offset, cell] of cells.entries()) {
    const what = cell ?? ''
    const last = runs.at(-1)
    if (last && same(last.what, what)) last.to = from + offset + 1
    else runs.push({ what, from: from + offset, to: from + offset + 1 })
  }
  return runs
}

const checkBlocks = (instance: Instance, person: InstancePerson, runs: readonly Run[], say: Say): void => {
  for (const { what, from, to } of runs) {
    if (isRest(what)) continue
    const task = instance.tasks.find((one) => one.id === what)
    if (!task) say(from, 'one-thing')
    else if (person.levels[what] === undefined) say(from, 'level')
    else if (to - from < task.minBlock) say(from, 'short-block')
  }
}

const mealFits = (instance: Instance, person: InstancePerson, meals: readonly Run[]): boolean => {
  if (!person.meal) return meals.length === 0
  const [meal] = meals
  if (!meal || meals.length > 1 || meal.to - meal.from !== instance.rules.mealSlots) return false
  return meal.from >= person.meal.earliest && meal.from <= person.meal.latest
}

const checkMeal = (instance: Instance, person: InstancePerson, runs: readonly Run[], say: Say): void => {
  const meals = runs.filter((run) => run.what === MEAL)
  if (!mealFits(instance, person, meals)) say(meals[0]?.from ?? person.from, 'meal')
}

/** A pause is one slot and stands alone, so before each rest there is work, whatever the rule says. */
const checkStints = (instance: Instance, person: InstancePerson, runs: readonly Run[], say: Say): void => {
  const { maxWork, tail } = instance.rules
  const minStint = Math.max(1, instance.rules.minStint)
  let worked = 0
  for (const { what, from, to } of runs) {
    if (!isRest(what)) {
      worked += to - from
      if (worked > maxWork) say(from, 'work-too-long')
      continue
    }
    if (worked < minStint || (what === PAUSE && to - from > 1)) say(from, 'rest-too-soon')
    worked = 0
  }
  if (worked < tail) say(person.to - 1, 'tail')
}

const checkVoice = (instance: Instance, cells: readonly (string | null)[], from: number, say: Say): void => {
  const voice = new Set(instance.tasks.filter((task) => task.voice).map((task) => task.id))
  const kind = (what: string) => voice.has(what)
  for (const run of runsOf(cells, from, (a, b) => kind(a) === kind(b)))
    if (kind(run.what) && run.to - run.from > instance.rules.maxVoice) say(run.from, 'voice-too-long')
}

const checkShift = (instance: Instance, person: InstancePerson, row: Plan[string], say: Say): void => {
  const shifts = instance.people.filter((other) => other.id === person.id)
  const inside = (slot: number) => shifts.some((shift) => slot >= shift.from && slot < shift.to)
  if (row.length !== instance.slots) say(0, 'one-thing')
  for (const [slot, what] of row.entries()) if (what !== null && !inside(slot)) say(slot, 'outside-shift')
  for (const [slot, what] of person.locked ?? []) if (row[slot] !== what) say(slot, 'locked')
}

/**
 * Everything that a plan breaks, read off the rules alone and sharing nothing with the search, so that a mistake in one shows in
 * the other. Shifts that hold nothing are taken as left out.
 */
export function checkPlan(instance: Instance, plan: Plan): Violation[] {
  const found: Violation[] = []
  for (const person of instance.people) {
    const row = plan[person.id]
    if (!row) continue
    const say: Say = (slot, rule) => void found.push({ personId: person.id, slot, rule })
    const cells = row.slice(person.from, person.to)
    if (cells.length && cells.every((cell) => cell === null)) continue
    const runs = runsOf(cells, person.from, (a, b) => a === b)
    checkShift(instance, person, row, say)
    checkBlocks(instance, person, runs, say)
    checkMeal(instance, person, runs, say)
    checkStints(instance, person, runs, say)
    checkVoice(instance, cells, person.from, say)
  }
  return found
}
