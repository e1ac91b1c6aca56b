import { type Random, seededRandom } from '#domain/random'
import {
  type Instance,
  type InstancePerson,
  MEAL,
  PAUSE,
  SolveInstance,
} from '#domain/rotation/engine/instance'

const NAMES = ['voice', 'calls-out', 'chat', 'mail', 'back', 'mentor', 'training']

const loadsOf = ({ between, chance }: Random, most: number) => ({
  ...(chance(0.6) && { eyes: between(0, most) }),
  ...(chance(0.6) && { mind: between(0, most) }),
})

/** What somebody was told once: whole blocks, by a shift and tasks that need no longer be theirs. */
const toldRow = ({ between, pick }: Random, things: readonly string[], slots: number) => {
  const row: (string | null)[] = []
  while (row.length < slots) row.push(...new Array(between(1, 6)).fill(pick([...things, PAUSE, MEAL, null])))
  return row.slice(0, slots)
}

/** What a planner adds to a day: other loads and their limits, days that were told, locked slots, a second shift of one person. */
const withMore = (instance: Instance, seed: number): Instance => {
  const random = seededRandom(seed ^ 0x5eed)
  const tasks = instance.tasks.map((task) => ({ ...task, loads: loadsOf(random, 3) }))
  const names = tasks.map(({ id }) => id)
  const told = random.chance(0.5)
  const people: InstancePerson[] = []
  for (const person of instance.people) {
    const before = people.at(-1)
    const goesOn = before && before.to <= person.from && random.chance(0.5)
    const known = Object.keys(person.levels)
    const slot = random.between(person.from, person.to - 1)
    people.push({
      ...person,
      id: goesOn ? before.id : person.id,
      references: loadsOf(random, 30),
      published: told && random.chance(0.7) ? toldRow(random, names, instance.slots) : null,
      locked: random.chance(0.15) ? [[slot, random.pick([...known, PAUSE])]] : undefined,
    })
  }
  return { ...instance, tasks, people }
}

/** A believable day of a team of any size: people with a few tasks each, demand a little under those present. For tests and the benchmark. */
export function generatedInstance(seed: number, people: number, slots: number): Instance {
  const random = seededRandom(seed)
  const tasks = NAMES.slice(0, 2 + (seed % (NAMES.length - 1))).map((id, at) => ({
    id,
    voice: at < 2,
    voiceLoad: at < 2 ? 2 : Number(id === 'mentor'),
    minBlock: random.between(1, 3),
  }))
  const staff = Array.from({ length: people }, (_, at) => {
    const length = Math.min(slots, random.pick([slots, slots - 2, Math.ceil(slots / 2)]))
    const from = random.between(0, slots - length)
    const known = random.shuffle(tasks).slice(0, random.between(1, tasks.length))
    const eats = length >= 12 && random.chance(0.9)
    return {
      id: `p${at}`,
      from,
      to: from + length,
      levels: Object.fromEntries(known.map((task) => [task.id, random.between(1, 4)])),
      cost: Object.fromEntries(known.map((task) => [task.id, random.between(0, 3)])),
      goals: random.chance(0.3) && known[0] ? [known[0].id] : [],
      goalSlots: random.between(0, 4),
      meal: eats
        ? { earliest: from + Math.floor(length * 0.3), latest: from + Math.floor(length * 0.6) }
        : null,
      voiceReference: random.between(4, 30),
      sameTaskCap: random.between(4, 16),
      published: null,
    }
  })
  const demand = tasks.flatMap((task) =>
    Array.from({ length: slots }, (_, slot) => {
      const present = staff.filter((one) => one.from <= slot && slot < one.to).length
      const target = Math.round((present * random.next() * 1.6) / tasks.length)
      return { slot, task: task.id, min: random.between(0, Math.floor(target / 2)), target }
    }),
  )
  const maxWork = random.between(4, 9)
  const day = SolveInstance.parse({
    slotMinutes: 15,
    slots,
    tasks,
    people: staff,
    demand,
    rules: {
      maxWork,
      maxVoice: random.between(3, maxWork),
      freeVoice: random.between(1, 4),
      minStint: random.between(0, 4),
      tail: random.between(0, 3),
      mealSlots: random.between(1, 2),
    },
    weights: {
      min: 100,
      target: 10,
      over: 2,
      pause: 2,
      block: 1,
      fatigue: 1,
      load: 1,
      goal: 4,
      variety: 1,
      stability: 3,
    },
    seed,
    seconds: 60,
    moves: 1,
  })
  return SolveInstance.parse(withMore(day, seed))
}
