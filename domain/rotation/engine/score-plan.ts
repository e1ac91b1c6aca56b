import {
  type Instance,
  type InstancePerson,
  MEAL,
  OTHER_LOADS,
  PAUSE,
  type Plan,
} from '#domain/rotation/engine/instance'
import { PARTS, type Part } from '#domain/rotation/engine/parts'

export type Parts = Record<Part, number>
export type Unmet = { slot: number; task: string; missing: number; below: 'min' | 'target' }

const noParts = (): Parts => Object.fromEntries(PARTS.map((part) => [part, 0])) as Parts
const above = (value: number, limit: number): number => Math.max(0, value - limit)

const isWork = (what: string): boolean => what !== PAUSE && what !== MEAL

const fatigueOf = (instance: Instance, cells: readonly string[]): number => {
  const voice = new Map(instance.tasks.map((task) => [task.id, task.voice]))
  let inARow = 0
  let beyond = 0
  for (const what of cells) {
    inARow = voice.get(what) ? inARow + 1 : 0
    if (inARow > instance.rules.freeVoice) beyond += 1
  }
  return beyond
}

const scoreSlots = (instance: Instance, person: InstancePerson, cells: readonly string[]): Parts => {
  const parts = noParts()
  const { weights } = instance
  const before = person.published?.slice(person.from, person.to)
  const worked = cells.filter(isWork)
  parts.pause = weights.pause * cells.filter((what) => what === PAUSE).length
  parts.block = weights.block * cells.filter((what, at) => isWork(what) && cells[at - 1] !== what).length
  parts.fatigue = weights.fatigue * fatigueOf(instance, cells)
  parts.cost = worked.reduce((total, what) => total + (person.cost[what] ?? 0), 0)
  if (before) parts.stability = weights.stability * cells.filter((what, at) => before[at] !== what).length
  return parts
}

/** What a person's day costs, apart from what it does for demand. */
export function scorePerson(
  instance: Instance,
  person: InstancePerson,
  row: readonly (string | null)[],
): Parts {
  const cells = row.slice(person.from, person.to).map((what) => what ?? '')
  const parts = scoreSlots(instance, person, cells)
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

const scoreDemand = (instance: Instance, plan: Plan) => {
  const parts = noParts()
  const unmet: Unmet[] = []
  const wanted = new Map(instance.demand.map((cell) => [`${cell.slot} ${cell.task}`, cell]))
  const covered = coverageOf(instance, plan)
  for (const [cell, count] of covered.entries()) {
    const slot = Math.floor(cell / instance.tasks.length)
    const task = instance.tasks[cell % instance.tasks.length]?.id ?? ''
    const { min, target } = wanted.get(`${slot} ${task}`) ?? { min: 0, target: 0 }
    parts.min += instance.weights.min * above(min, count)
    parts.target += instance.weights.target * above(target, count)
    parts.over += instance.weights.over * above(count, target)
    if (count < min) unmet.push({ slot, task, missing: min - count, below: 'min' })
    else if (count < target) unmet.push({ slot, task, missing: target - count, below: 'target' })
  }
  return { parts, unmet }
}

/** The objective of a plan with its parts, and the demand it leaves unmet, computed from the plan alone. */
export function scorePlan(instance: Instance, plan: Plan) {
  const { parts, unmet } = scoreDemand(instance, plan)
  for (const person of instance.people) {
    const row = plan[person.id]
    if (!row) continue
    const own = scorePerson(instance, person, row)
    for (const part of PARTS) parts[part] += own[part]
  }
  const objective = PARTS.reduce((total, part) => total + parts[part], 0)
  return { objective, parts, unmet }
}
