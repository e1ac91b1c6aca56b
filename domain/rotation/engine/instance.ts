import { z } from 'zod'

/** What a slot can hold beside a task. */
export const PAUSE = 'pause'
export const MEAL = 'meal'
/** The loads a format carries beside voice, charged by the same formula. */
export const OTHER_LOADS = ['eyes', 'mind'] as const

const MOST_PEOPLE = 1000
const MOST_SLOTS = 200
const MOST_TASKS = 40
/** Two thousand seconds of one core: more than anybody waits for, and a bound for whoever asks for more. */
const MOST_MOVES = 2_000_000_000

const Count = z.number().int().min(0).max(100_000)
const Name = z.string().min(1).max(100)
const Loads = z.object({ eyes: Count.optional(), mind: Count.optional() })
const Row = z.array(Name.nullable()).max(MOST_SLOTS)

const Task = z.object({
  id: Name,
  voice: z.boolean(),
  voiceLoad: Count,
  minBlock: Count.min(1),
  loads: Loads.optional(),
})

const Person = z.object({
  id: Name,
  from: Count,
  to: Count,
  levels: z.record(Name, z.number().int().min(1).max(4)),
  cost: z.record(Name, Count),
  goals: z.array(Name).max(MOST_TASKS),
  goalSlots: Count,
  meal: z.object({ earliest: Count, latest: Count }).nullable(),
  voiceReference: Count,
  sameTaskCap: Count,
  published: Row.nullable(),
  locked: z
    .array(z.tuple([Count, Name]))
    .max(MOST_SLOTS)
    .optional(),
  references: Loads.optional(),
})

const Rules = z.object({
  maxWork: Count.min(1),
  maxVoice: Count,
  freeVoice: Count,
  minStint: Count,
  tail: Count,
  mealSlots: Count.min(1),
})

const Weights = z.object({
  min: Count,
  target: Count,
  over: Count,
  pause: Count,
  block: Count,
  fatigue: Count,
  load: Count,
  goal: Count,
  variety: Count,
  stability: Count,
})

const Demand = z.object({ slot: Count, task: Name, min: Count, target: Count })

const Shape = z.object({
  slotMinutes: z.number().int().min(1).max(240),
  slots: z.number().int().min(1).max(MOST_SLOTS),
  tasks: z.array(Task).max(MOST_TASKS),
  people: z.array(Person).max(MOST_PEOPLE),
  demand: z.array(Demand).max(MOST_SLOTS * MOST_TASKS),
  rules: Rules,
  weights: Weights,
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
  seconds: z.number().min(1).max(60).default(10),
  moves: z.number().int().min(1).max(MOST_MOVES).optional(),
})

export type Instance = z.output<typeof Shape>
export type InstancePerson = Instance['people'][number]
export type Plan = Record<string, (string | null)[]>

type Found = { path: (string | number)[]; message: string }

type Here = (field: keyof InstancePerson, message: string) => void

const shiftFaults = (person: InstancePerson, slots: number, say: Here): void => {
  if (person.from >= person.to) say('to', 'endsBeforeStart')
  if (person.to > slots) say('to', 'rotation.outsideDay')
  if (person.meal && person.meal.earliest > person.meal.latest) say('meal', 'endsBeforeStart')
  if (person.published && person.published.length !== slots) say('published', 'wrong')
  for (const [slot] of person.locked ?? [])
    if (slot < person.from || slot >= person.to) say('locked', 'rotation.outsideShift')
}

const nameFaults = (person: InstancePerson, known: Set<string>, say: Here): void => {
  const tasks = { levels: Object.keys(person.levels), cost: Object.keys(person.cost), goals: person.goals }
  for (const field of ['levels', 'cost', 'goals'] as const)
    if (!tasks[field].every((name) => known.has(name))) say(field, 'rotation.unknownTask')
  const placed = (what: string | null) => what === null || what === PAUSE || what === MEAL || known.has(what)
  if (!(person.published ?? []).every(placed)) say('published', 'rotation.unknownTask')
  if (!(person.locked ?? []).every(([, what]) => placed(what))) say('locked', 'rotation.unknownTask')
}

const personFaults = (person: InstancePerson, at: number, slots: number, known: Set<string>): Found[] => {
  const found: Found[] = []
  const say: Here = (field, message) => void found.push({ path: ['people', at, field], message })
  shiftFaults(person, slots, say)
  nameFaults(person, known, say)
  return found
}

/** One person may have two shifts in a day; they may not overlap. */
const overlapFaults = (people: readonly InstancePerson[]): Found[] => {
  const sorted = people.map((person, at) => ({ person, at }))
  sorted.sort((a, b) => a.person.id.localeCompare(b.person.id) || a.person.from - b.person.from)
  return sorted.flatMap(({ person, at }, index) => {
    const before = sorted[index - 1]?.person
    const meets = before?.id === person.id && before.to > person.from
    return meets ? [{ path: ['people', at, 'from'], message: 'rotation.overlappingShifts' }] : []
  })
}

const taskFaults = (instance: Instance): Found[] => {
  const seen = new Set<string>([PAUSE, MEAL])
  return instance.tasks.flatMap(({ id }, at) => {
    if (seen.has(id)) return [{ path: ['tasks', at, 'id'], message: 'wrong' }]
    seen.add(id)
    return []
  })
}

const demandFaults = (instance: Instance, known: Set<string>): Found[] => {
  const found: Found[] = []
  const cells = new Set<string>()
  for (const [at, cell] of instance.demand.entries()) {
    const here = (field: string, message: string) => found.push({ path: ['demand', at, field], message })
    if (!known.has(cell.task)) here('task', 'rotation.unknownTask')
    if (cell.slot >= instance.slots) here('slot', 'rotation.outsideDay')
    if (cell.min > cell.target) here('target', 'targetBelowMinimum')
    if (cells.has(`${cell.slot} ${cell.task}`)) here('slot', 'wrong')
    cells.add(`${cell.slot} ${cell.task}`)
  }
  return found
}

const faultsOf = (instance: Instance): Found[] => {
  const known = new Set(instance.tasks.map((task) => task.id))
  const people = instance.people.flatMap((person, at) => personFaults(person, at, instance.slots, known))
  return [
    ...taskFaults(instance),
    ...demandFaults(instance, known),
    ...people,
    ...overlapFaults(instance.people),
  ]
}

/** What there is to plan: slots, tasks, people, demand, rules and prices; refused with the path of the field that is wrong. */
export const SolveInstance = Shape.superRefine((instance, context) => {
  for (const { path, message } of faultsOf(instance)) context.addIssue({ code: 'custom', path, message })
})
