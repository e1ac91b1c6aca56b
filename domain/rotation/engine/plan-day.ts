import { type ExcludedReason, excludedReason } from '#domain/rotation/engine/excluded'
import { type Instance, MEAL, PAUSE, type Plan } from '#domain/rotation/engine/instance'
import { type Model, modelOf, NOTHING } from '#domain/rotation/engine/model'
import { type Parts, scorePlan, type Unmet } from '#domain/rotation/engine/score-plan'
import { type Budget, type Progress, type Solved, solveDay } from '#domain/rotation/engine/solve'

/** Changes with every change of what the engine finds; the same seed and moves give the same plan only within one version. */
export const ENGINE = 'sviato-rotation/3'

export type PlannedDay = {
  plan: Plan
  objective: number
  parts: Parts
  /** No plan of this instance has a smaller objective. */
  bound: number
  /** How far the objective may be from the best possible, as a share of the bound. */
  gap: number
  unmet: Unmet[]
  excluded: { id: string; reason: ExcludedReason }[]
  /** What one more person on a task would be worth over the day, by the bound's prices. */
  shadow: { task: string; value: number }[]
  seed: number
  moves: number
  seconds: number
  engine: string
}

export type Running = Pick<Budget, 'clock' | 'isStopped'> & {
  /** A plan to begin with; by itself what is published is. */
  kept?: Plan
  onProgress?: (progress: Omit<Progress, 'rows'> & { gap: number; planOf: () => Plan }) => void
}

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits

export const gapOf = (objective: number, bound: number): number => {
  if (objective <= bound) return 0
  return bound > 0 ? round((objective - bound) / bound, 4) : 1
}

const planOf = (instance: Instance, present: readonly number[], rows: Int8Array): Plan => {
  const names = [...instance.tasks.map((task) => task.id), PAUSE, MEAL]
  const plan: Plan = {}
  for (const at of present) {
    const person = instance.people[at] as Instance['people'][number]
    const row = plan[person.id] ?? new Array<string | null>(instance.slots).fill(null)
    for (let slot = person.from; slot < person.to; slot += 1)
      row[slot] = names[rows[at * instance.slots + slot] as number] ?? null
    plan[person.id] = row
  }
  return plan
}

const keptRows = (instance: Instance, model: Model, kept: Plan | undefined): Int8Array => {
  const place = new Map(instance.tasks.map((task, at) => [task.id, at]))
  place.set(PAUSE, model.pause).set(MEAL, model.meal)
  const rows = new Int8Array(model.people * model.slots).fill(NOTHING)
  for (const [at, person] of instance.people.entries()) {
    const row = kept?.[person.id] ?? person.published
    if (!row) continue
    for (let slot = person.from; slot < person.to; slot += 1)
      rows[at * model.slots + slot] = place.get(row[slot] ?? '') ?? NOTHING
  }
  return rows
}

const shadowOf = (instance: Instance, { prices }: Solved) =>
  instance.tasks
    .map((task, at) => {
      let value = 0
      for (let slot = 0; slot < instance.slots; slot += 1)
        value += Math.max(0, prices[slot * instance.tasks.length + at] as number)
      return { task: task.id, value: round(value, 1) }
    })
    .sort((a, b) => b.value - a.value)

/** The whole answer to an instance, in its own words. What is told on the way can be turned into a plan at any moment. */
export function planDay(instance: Instance, running: Running): PlannedDay {
  const model = modelOf(instance)
  const { onProgress } = running
  const everybody = Array.from({ length: model.people }, (_, at) => at)
  const solved = solveDay(model, {
    seed: instance.seed,
    moves: instance.moves,
    seconds: instance.seconds,
    clock: running.clock,
    isStopped: running.isStopped,
    kept: keptRows(instance, model, running.kept),
    onProgress:
      onProgress &&
      (({ rows, ...told }) => {
        const placed = (at: number) => rows[at * model.slots + (model.from[at] as number)] !== NOTHING
        const wholePlan = () => planOf(instance, everybody.filter(placed), rows)
        onProgress({ ...told, gap: gapOf(told.objective, told.bound), planOf: wholePlan })
      }),
  })
  const plan = planOf(instance, solved.present, solved.rows)
  const { objective, parts, unmet } = scorePlan(instance, plan)
  const has = new Set(solved.present)
  return {
    plan,
    objective,
    parts,
    bound: solved.bound,
    gap: gapOf(objective, solved.bound),
    unmet,
    excluded: instance.people.flatMap((person, at) =>
      has.has(at) ? [] : [{ id: person.id, reason: excludedReason(instance, person) }],
    ),
    shadow: shadowOf(instance, solved),
    seed: instance.seed,
    moves: solved.moves,
    seconds: round(solved.seconds, 3),
    engine: ENGINE,
  }
}
