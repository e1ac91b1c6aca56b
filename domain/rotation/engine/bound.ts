import type { DayPattern } from '#domain/rotation/engine/day-pattern'
import { constantOf, copyDuals, type Duals, extraOf, newDuals } from '#domain/rotation/engine/duals'
import { LOAD_KINDS, type Model, NEVER, NOTHING } from '#domain/rotation/engine/model'

/** A lower bound of the objective that grows while it is worked on, and the prices it stands on. */
export type Bound = {
  duals: Duals
  readonly best: number
  /** One sweep in which prices move with each few people, by steps that shrink with the `share` done of all such sweeps. */
  roughSweep: (share: number) => void
  /** One sweep that proves a bound and steps towards `goal`, a plan's objective. */
  fineSweep: (goal: number) => void
}

/** People whose answers are seen together before prices move, in the rough sweeps. */
const GROUP = 10
const STEP = 2
const FADE = 0.3
const [MOST_FADE, MOST_OWN_FADE] = [25, 8]
const OWN_STEP = 0.3
const OWN_FADE = 0.1
/** Polyak's share of the way, how soon it shrinks, and how much of the old direction is kept (measured, see docs/rotation-engine.md). */
const [SHARE, PATIENCE, SHRINK, KEEP, AIM] = [0.6, 12, 0.6, 0.65, 0.94]

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

export function boundOf(model: Model, present: readonly number[], pattern: DayPattern): Bound {
  const { slots, tasks, minimum, target, weights, able, from, to } = model
  const kinds = LOAD_KINDS.length
  const duals = newDuals(model)
  const kept = newDuals(model)
  const [slope, way] = [newDuals(model), newDuals(model)]
  const prices = new Float64Array(slots * tasks)
  const extra = new Float64Array(tasks)
  const counts = new Int32Array(tasks)
  const row = new Int8Array(slots)
  const floor = -weights.over
  const unit = Math.max(weights.target, weights.over, 1) / 10
  const ceiling = Float64Array.from(minimum, (least, cell) => {
    if (least > 0) return weights.target + weights.min
    return (target[cell] as number) > 0 ? weights.target : floor
  })
  duals.demand.forEach((_, cell) => {
    duals.demand[cell] = Math.min(unit * 2, ceiling[cell] as number)
  })
  let best = Number.NEGATIVE_INFINITY
  let [rough, share, stalled] = [0, SHARE, 0]

  /** How many people demand itself would take at its price. */
  const taken = (cell: number): number =>
    (duals.demand[cell] as number) > weights.target ? (minimum[cell] as number) : (target[cell] as number)

  const eachCell = (person: number, visit: (cell: number) => void): void => {
    for (let slot = from[person] as number; slot < (to[person] as number); slot += 1) {
      const what = row[slot] as number
      if (what >= 0 && what < tasks) visit(slot * tasks + what)
    }
  }

  const answer = (person: number): number => {
    extraOf(model, duals, person, extra)
    row.fill(NOTHING)
    const cost = pattern(person, prices, extra, row, 0)
    counts.fill(0)
    if (cost >= NEVER) return 0
    eachCell(person, (cell) => {
      const task = cell % tasks
      counts[task] = (counts[task] as number) + 1
    })
    return cost + constantOf(model, duals, person)
  }

  /** By how much the person's totals pass their limits: the slopes of their own prices. */
  const ownSlopes = (person: number): void => {
    let goals = 0
    for (let kind = 0; kind < kinds; kind += 1) {
      let load = 0
      for (const task of able[person] as Int32Array)
        load += (counts[task] as number) * (model.loads[kind * tasks + task] as number)
      const limit = model.references[person * kinds + kind] as number
      slope.load[person * kinds + kind] = limit >= NEVER ? 0 : load - limit
    }
    for (const task of able[person] as Int32Array) {
      const count = counts[task] as number
      goals += count * (model.goals[person * tasks + task] as number)
      slope.variety[person * tasks + task] = count - (model.cap[person] as number)
    }
    slope.goal[person] = (model.goalSlots[person] as number) - goals
  }

  const moveOwn = (person: number, along: Duals, step: number): void => {
    const move = (prices: Float64Array, by: Float64Array, at: number, high: number) => {
      prices[at] = within((prices[at] as number) + step * (by[at] as number), 0, high)
    }
    for (let kind = 0; kind < kinds; kind += 1)
      move(duals.load, along.load, person * kinds + kind, weights.load)
    for (const task of able[person] as Int32Array)
      move(duals.variety, along.variety, person * tasks + task, weights.variety)
    move(duals.goal, along.goal, person, weights.goal)
  }

  /** Prices fall where people went and rise by what demand would take, a few people at a time. */
  const roughGroup = (group: readonly number[], step: number, ownStep: number): void => {
    for (let cell = 0; cell < prices.length; cell += 1) prices[cell] = -(duals.demand[cell] as number)
    for (const person of group) {
      answer(person)
      ownSlopes(person)
      moveOwn(person, slope, ownStep)
      eachCell(person, (cell) => {
        duals.demand[cell] = (duals.demand[cell] as number) - step
      })
    }
    const part = step * (group.length / present.length)
    for (let cell = 0; cell < prices.length; cell += 1) {
      const price = (duals.demand[cell] as number) + part * taken(cell)
      duals.demand[cell] = within(price, floor, ceiling[cell] as number)
    }
  }

  const roughSweep = (share: number): void => {
    rough += 1
    const step = (unit * STEP * (1 - share)) / (1 + Math.min(rough * FADE, share * MOST_FADE))
    const ownStep = (unit * OWN_STEP * (1 - share)) / (1 + Math.min(rough * OWN_FADE, share * MOST_OWN_FADE))
    for (let first = 0; first < present.length; first += GROUP)
      roughGroup(present.slice(first, first + GROUP), step, ownStep)
  }

  const evaluate = (): number => {
    let value = 0
    for (let cell = 0; cell < prices.length; cell += 1) {
      const price = duals.demand[cell] as number
      prices[cell] = -price
      slope.demand[cell] = taken(cell)
      value += price * taken(cell)
      if (price > weights.target)
        value += weights.target * ((target[cell] as number) - (minimum[cell] as number))
    }
    for (const person of present) {
      value += answer(person)
      ownSlopes(person)
      eachCell(person, (cell) => {
        slope.demand[cell] = (slope.demand[cell] as number) - 1
      })
    }
    return value
  }

  /** Blends the new slopes into the direction, those that only push against a limit left out; gives its squared length. */
  const turn = (): number => {
    let length = 0
    const blend = (kind: keyof Duals, low: number, highOf: (at: number) => number) => {
      const [values, slopes, ways] = [duals[kind], slope[kind], way[kind]]
      for (let at = 0; at < values.length; at += 1) {
        const [value, push] = [values[at] as number, slopes[at] as number]
        const stuck = (value <= low && push < 0) || (value >= highOf(at) && push > 0)
        const next = KEEP * (ways[at] as number) + (stuck ? 0 : (1 - KEEP) * push)
        ways[at] = next
        length += next * next
      }
    }
    blend('demand', floor, (at) => ceiling[at] as number)
    blend('load', 0, () => weights.load)
    blend('variety', 0, () => weights.variety)
    blend('goal', 0, () => weights.goal)
    return length
  }

  const fineSweep = (goal: number): void => {
    const value = evaluate()
    if (value > best) {
      if (value > best + Math.abs(best) * 0.0002) stalled = 0
      best = value
      copyDuals(kept, duals)
    } else if (++stalled > PATIENCE) {
      stalled = 0
      share *= SHRINK
      copyDuals(duals, kept)
      for (const kind of ['demand', 'load', 'goal', 'variety'] as const) way[kind].fill(0)
      return
    }
    const step = (share * Math.max(goal * AIM - value, goal * 0.002)) / (turn() + 1e-9)
    for (let cell = 0; cell < prices.length; cell += 1) {
      const price = (duals.demand[cell] as number) + step * (way.demand[cell] as number)
      duals.demand[cell] = within(price, floor, ceiling[cell] as number)
    }
    for (const person of present) moveOwn(person, way, step)
  }

  return {
    duals: kept,
    get best() {
      return best
    },
    roughSweep,
    fineSweep,
  }
}
