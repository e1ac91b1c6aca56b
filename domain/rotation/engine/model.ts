import { type Instance, type InstancePerson, MEAL, PAUSE } from '#domain/rotation/engine/instance'

/** More than any legal day can cost; a sum that reaches it stands for "against the rules". */
export const NEVER = 1e12
/** No person, no task: what an empty cell of a plan holds. */
export const NOTHING = -1
export const LOAD_KINDS = ['voice', 'eyes', 'mind'] as const

/** An instance in flat arrays: cells are `slot × tasks + task`, a person's cells `person × slots + slot`. */
export type Model = {
  slots: number
  tasks: number
  people: number
  /** Tasks, then the pause, then the meal. */
  width: number
  pause: number
  meal: number
  minimum: Int32Array
  target: Int32Array
  weights: Instance['weights']
  rules: Instance['rules']
  minBlock: Int32Array
  voice: Uint8Array
  /** At `kind × tasks + task`. */
  loads: Int32Array
  from: Int32Array
  to: Int32Array
  /** First and last start of the meal; the first is `NOTHING` where none is due. */
  mealFrom: Int32Array
  mealTo: Int32Array
  /** At `person × kinds + kind`; where nothing limits a load, more than can be. */
  references: Float64Array
  cap: Int32Array
  goalSlots: Int32Array
  /** At `person × tasks + task`, 1 where the task is a goal. */
  goals: Uint8Array
  /** What each thing costs the person in each slot by itself, at `(person × slots + slot) × width + what`. */
  base: Float64Array
  /** The tasks a person may do, those without voice first. */
  able: Int32Array[]
}

type Placed = ReadonlyMap<string | null, number>

/** Adds what a change of something published costs, and forbids what a locked slot is not. */
const bind = (model: Model, row: number, told: number | undefined, lock: number | undefined): void => {
  for (let what = 0; what < model.width; what += 1) {
    const cell = row + what
    if (told !== undefined && told !== what)
      model.base[cell] = (model.base[cell] as number) + model.weights.stability
    if (lock !== undefined && what !== lock) model.base[cell] = NEVER
  }
}

const baseOf = (
  model: Model,
  instance: Instance,
  person: InstancePerson,
  at: number,
  place: Placed,
): void => {
  const locked = new Map(person.locked ?? [])
  const { published } = person
  for (let slot = person.from; slot < person.to; slot += 1) {
    const row = (at * model.slots + slot) * model.width
    for (const task of model.able[at] as Int32Array)
      model.base[row + task] = person.cost[instance.tasks[task]?.id ?? ''] ?? 0
    model.base[row + model.pause] = model.weights.pause
    model.base[row + model.meal] = 0
    const lock = locked.get(slot)
    const told = published ? (place.get(published[slot] ?? null) ?? NOTHING) : undefined
    bind(model, row, told, lock === undefined ? lock : place.get(lock))
  }
}

const ableOf = (instance: Instance, person: InstancePerson): Int32Array => {
  const list = instance.tasks.flatMap((task, index) =>
    person.levels[task.id] === undefined ? [] : [{ index, voice: Number(task.voice) }],
  )
  return Int32Array.from(
    list.sort((a, b) => a.voice - b.voice || a.index - b.index),
    ({ index }) => index,
  )
}

const ofPeople = (instance: Instance, value: (person: InstancePerson) => number): Int32Array =>
  Int32Array.from(instance.people, value)

export function modelOf(instance: Instance): Model {
  const { slots, rules, tasks, people } = instance
  const width = tasks.length + 2
  const model: Model = {
    slots,
    tasks: tasks.length,
    people: people.length,
    width,
    pause: tasks.length,
    meal: tasks.length + 1,
    minimum: new Int32Array(slots * tasks.length),
    target: new Int32Array(slots * tasks.length),
    weights: instance.weights,
    // Two pauses never stand together, so there is work between them whatever the rule says.
    rules: { ...rules, minStint: Math.max(1, rules.minStint) },
    minBlock: Int32Array.from(tasks, (task) => task.minBlock),
    voice: Uint8Array.from(tasks, (task) => Number(task.voice)),
    loads: new Int32Array(LOAD_KINDS.length * tasks.length),
    from: ofPeople(instance, (person) => person.from),
    to: ofPeople(instance, (person) => person.to),
    mealFrom: ofPeople(instance, (person) => person.meal?.earliest ?? NOTHING),
    mealTo: ofPeople(instance, (person) => person.meal?.latest ?? NOTHING),
    references: new Float64Array(people.length * LOAD_KINDS.length).fill(NEVER),
    cap: ofPeople(instance, (person) => person.sameTaskCap),
    goalSlots: ofPeople(instance, (person) => person.goalSlots),
    goals: new Uint8Array(people.length * tasks.length),
    base: new Float64Array(people.length * slots * width).fill(NEVER),
    able: people.map((person) => ableOf(instance, person)),
  }
  const place = new Map<string | null, number>(tasks.map((task, index) => [task.id, index]))
  place.set(PAUSE, model.pause).set(MEAL, model.meal)
  for (const { slot, task, min, target } of instance.demand) {
    const cell = slot * tasks.length + (place.get(task) ?? 0)
    model.minimum[cell] = min
    model.target[cell] = target
  }
  for (const [at, task] of tasks.entries())
    for (const [kind, load] of [task.voiceLoad, task.loads?.eyes, task.loads?.mind].entries())
      model.loads[kind * tasks.length + at] = load ?? 0
  for (const [at, person] of people.entries()) {
    const { voiceReference, references } = person
    for (const [kind, limit] of [voiceReference, references?.eyes, references?.mind].entries())
      model.references[at * LOAD_KINDS.length + kind] = limit ?? NEVER
    for (const goal of person.goals) model.goals[at * tasks.length + (place.get(goal) ?? 0)] = 1
    baseOf(model, instance, person, at, place)
  }
  return model
}
