import { seededRandom } from '#domain/random'
import { type Instance, SolveInstance } from '#domain/rotation/engine/instance'

const NAMES = ['voice', 'calls-out', 'chat', 'mail', 'back', 'mentor', 'training']

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
  return SolveInstance.parse({
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
}
