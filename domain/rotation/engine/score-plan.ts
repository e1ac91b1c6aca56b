import {
  type Instance,
  type InstancePerson,
  MEAL,
  OTHER_LOADS,
  PAUSE,
  type Plan,
} from '#domain/rotation/engine/instance'
import { type HourPart, PARTS, type Part } from '#domain/rotation/engine/parts'

export type Parts = Record<Part, number>
export type Unmet = { slot: number; task: string; missing: number; below: 'min' | 'target' }

const noParts = (): Parts => Object.fromEntries(PARTS.map((part) => [part, 0])) as Parts
const above = (value: number, limit: number): number => Math.max(0, value - limit)

const isWork = (what: string): boolean => what !== PAUSE && what !== MEAL

/** Told of every cost that falls on one slot. */
export type Charge = (slot: number, part: HourPart, cost: number) => void

/** Slots beyond those that may be talked in a row without getting tired. */
const tiringSlots = (
  { tasks, rules }: Instance,
  { from, to }: InstancePerson,
  row: readonly (string | null)[],
): number[] => {
  const voice = new Map(tasks.map((task) => [task.id, task.voice]))
  const found: number[] = []
  let inARow = 0
  for (let slot = from; slot < to; slot += 1) {
    inARow = voice.get(row[slot] ?? '') ? inARow + 1 : 0
    if (inARow > rules.freeVoice) found.push(slot)
  }
  return found
}

/** What a person's row costs, slot by slot; what is of the whole day is not in it. */
export function chargeRow(
  instance: Instance,
  person: InstancePerson,
  row: readonly (string | null)[],
  charge: Charge,
): void {
  const { weights } = instance
  for (const slot of tiringSlots(instance, person, row)) charge(slot, 'fatigue', weights.fatigue)
  for (let slot = person.from; slot < person.to; slot += 1) {
    const what = row[slot] ?? ''
    const before = slot === person.from ? undefined : (row[slot - 1] ?? '')
    charge(slot, 'cost', person.cost[what] ?? 0)
    if (what === PAUSE) charge(slot, 'pause', weights.pause)
    else if (isWork(what) && before !== what) charge(slot, 'block', weights.block)
    if (person.published && person.published[slot] !== what) charge(slot, 'stability', weights.stability)
  }
}

/** What a person's day costs, apart from what it does for demand. */
export function scorePerson(
  instance: Instance,
  person: InstancePerson,
  row: readonly (string | null)[],
): Parts {
  const cells = row.slice(person.from, person.to).map((what) => what ?? '')
  const parts = noParts()
  chargeRow(instance, person, row, (_, part, cost) => {
    parts[part] += cost
  })
  const { weights } = instance
  const on = (task: string) => cells.filter((cell) => cell === task).length
  const sum = (value: (task: Instance['tasks'][number]) => number) =>
    instance.tasks.reduce((total, task) => total + on(task.id) * value(task), 0)
  parts.load +=
    weights.load *
    above(
      sum((task) => task.voiceLoad),
      person.voiceReference,
    )
  for (const kind of OTHER_LOADS) {
    const reference = person.references?.[kind]
    if (reference === undefined) continue
    parts.load +=
      weights.load *
      above(
        sum((task) => task.loads?.[kind] ?? 0),
        reference,
      )
  }
  const goals = new Set(person.goals)
  parts.goal +=
    weights.goal *
    above(
      person.goalSlots,
      sum((task) => (goals.has(task.id) ? 1 : 0)),
    )
  for (const task of instance.tasks) parts.variety += weights.variety * above(on(task.id), person.sameTaskCap)
  return parts
}

/** People on each task in each slot, at `slot × tasks + task`. */
export function coverageOf(instance: Instance, plan: Plan): Int32Array {
  const covered = new Int32Array(instance.slots * instance.tasks.length)
  const place = new Map(instance.tasks.map((task, at) => [task.id, at]))
  for (const row of Object.values(plan)) {
    for (const [slot, what] of row.entries()) {
      const at = what === null ? undefined : place.get(what)
      if (at === undefined) continue
      const cell = slot * instance.tasks.length + at
      covered[cell] = (covered[cell] ?? 0) + 1
    }
  }
  return covered
}

/** What demand costs, slot by slot, as far as people on tasks leave it unmet or pass it. */
export function chargeDemand(instance: Instance, plan: Plan, charge: Charge): Unmet[] {
  const unmet: Unmet[] = []
  const { weights } = instance
  const wanted = new Map(instance.demand.map((cell) => [`${cell.slot} ${cell.task}`, cell]))
  const covered = coverageOf(instance, plan)
  for (const [cell, count] of covered.entries()) {
    const slot = Math.floor(cell / instance.tasks.length)
    const task = instance.tasks[cell % instance.tasks.length]?.id ?? ''
    const { min, target } = wanted.get(`${slot} ${task}`) ?? { min: 0, target: 0 }
    charge(slot, 'min', weights.min * above(min, count))
    charge(slot, 'target', weights.target * above(target, count))
    charge(slot, 'over', weights.over * above(count, target))
    if (count < min) unmet.push({ slot, task, missing: min - count, below: 'min' })
    else if (count < target) unmet.push({ slot, task, missing: target - count, below: 'target' })
  }
  return unmet
}

/** The row that a person's shift was laid into; one shift of two may be left out, as whoever has no row is. */
export function laidRow({ id, from, to }: InstancePerson, plan: Plan): Plan[string] | undefined {
  const row = plan[id]
  return row?.slice(from, to).some((what) => what !== null) ? row : undefined
}

/** The objective of a plan with its parts, and the demand it leaves unmet, computed from the plan alone. */
export function scorePlan(instance: Instance, plan: Plan) {
  const parts = noParts()
  const unmet = chargeDemand(instance, plan, (_, part, cost) => {
    parts[part] += cost
  })
  for (const person of instance.people) {
    const row = laidRow(person, plan)
    if (!row) continue
    const own = scorePerson(instance, person, row)
    for (const part of PARTS) parts[part] += own[part]
  }
  const objective = PARTS.reduce((total, part) => total + parts[part], 0)
  return { objective, parts, unmet }
}
