import { type Model, NEVER } from '#domain/rotation/engine/model'
import { type Prices, stintsOf } from '#domain/rotation/engine/stints'

/**
 * The best legal day of one person when each task in each slot has a price, exactly: `demand` at `slot × tasks + task`, `extra` by
 * task. Writes the row, unless none is given, and says its cost without the day's totals; `NEVER` where no legal day exists.
 */
export type DayPattern = (
  person: number,
  demand: Float64Array,
  extra: Float64Array,
  rows: Int8Array | null,
  offset: number,
) => number

/** Prices may be negative: what holds a forbidden slot costs about `NEVER`, more or less. */
const HOPELESS = NEVER / 2

/** A shortest path over the ends of rests (before the meal, after it), whose arcs are the stints between. */
export function dayPattern(model: Model): DayPattern {
  const { slots, tasks, width, base, rules } = model
  const most = Math.max(1, ...model.able.map((able) => able.length))
  const prices: Prices = {
    each: new Float64Array((slots + 1) * most),
    sum: new Float64Array((slots + 1) * most),
    most,
  }
  const stints = stintsOf(model, prices)
  const lengths = Math.min(rules.maxWork, slots) + 1
  const costs = new Float64Array((slots + 1) * lengths)
  const pauses = new Float64Array(slots + 1)
  const meals = new Float64Array(slots + 1)
  /** At `slot × 2`, and one more after the meal: the least cost of a rest that ends there, and where the stint before it began. */
  const reached = new Float64Array((slots + 2) * 2)
  const came = new Int32Array((slots + 2) * 2)
  let [from, to, mealFrom, mealTo] = [0, 0, 0, 0]
  let best = NEVER
  let last = 0

  const setPrices = (person: number, demand: Float64Array, extra: Float64Array): void => {
    const able = model.able[person] as Int32Array
    for (let index = 0; index < able.length; index += 1) {
      const task = able[index] as number
      let running = 0
      prices.sum[from * most + index] = 0
      for (let slot = from; slot < to; slot += 1) {
        const own = base[(person * slots + slot) * width + task] as number
        const price = own + (demand[slot * tasks + task] as number) + (extra[task] as number)
        prices.each[slot * most + index] = price
        running += price
        prices.sum[(slot + 1) * most + index] = running
      }
    }
    for (let slot = from; slot < to; slot += 1) {
      const row = (person * slots + slot) * width
      pauses[slot] = base[row + model.pause] as number
      let meal = 0
      for (let at = 0; at < rules.mealSlots; at += 1)
        meal += slot + at < to ? (base[row + at * width + model.meal] as number) : NEVER
      meals[slot] = meal
    }
  }

  const arrive = (node: number, cost: number, before: number): void => {
    if (cost >= (reached[node] as number)) return
    reached[node] = cost
    came[node] = before
  }

  const finish = (node: number, cost: number): void => {
    if (cost >= best) return
    best = cost
    last = node
  }

  const rest = (node: number, slot: number, cost: number): void => {
    const after = node & 1
    if (slot < to) arrive((slot + 1) * 2 + after, cost + (pauses[slot] as number), node)
    if (after || slot < mealFrom || slot > mealTo || slot + rules.mealSlots > to) return
    arrive((slot + rules.mealSlots) * 2 + 1, cost + (meals[slot] as number), node)
  }

  const leave = (node: number, start: number, longest: number): void => {
    const cost = reached[node] as number
    if (cost >= NEVER) return
    const left = to - start
    for (let length = rules.minStint; length <= longest && length < left; length += 1) {
      const whole = cost + (costs[start * lengths + length] as number)
      if (whole < HOPELESS) rest(node, start + length, whole)
    }
    const whole = cost + (costs[start * lengths + left] as number)
    if (left <= longest && left >= rules.tail && node & 1 && whole < HOPELESS) finish(node, whole)
  }

  const search = (): void => {
    for (let slot = from; slot < to; slot += 1) {
      if ((reached[slot * 2] as number) >= NEVER && (reached[slot * 2 + 1] as number) >= NEVER) continue
      const longest = Math.min(lengths - 1, to - slot)
      stints.price(slot, longest, costs, slot * lengths)
      leave(slot * 2, slot, longest)
      leave(slot * 2 + 1, slot, longest)
    }
    // A shift may end with a rest only where no work is asked for at its end.
    const end = to * 2 + 1
    if (rules.tail === 0) finish(end, reached[end] as number)
  }

  const write = (rows: Int8Array, offset: number): void => {
    let end = to
    for (let node = last; ; node = came[node] as number) {
      const start = node >> 1
      const length = end - start
      if (length > 0) {
        stints.price(start, Math.min(lengths - 1, to - start), costs, start * lengths)
        stints.write(start, length, rows, offset)
      }
      if (start === from) return
      const before = came[node] as number
      const ate = (before & 1) !== (node & 1)
      end = start - (ate ? rules.mealSlots : 1)
      rows.fill(ate ? model.meal : model.pause, offset + end, offset + start)
    }
  }

  return (person, demand, extra, rows, offset) => {
    from = model.from[person] as number
    to = model.to[person] as number
    mealFrom = model.mealFrom[person] as number
    mealTo = model.mealTo[person] as number
    setPrices(person, demand, extra)
    stints.begin(model.able[person] as Int32Array, from, to)
    reached.fill(NEVER, from * 2, (to + 1) * 2)
    reached[from * 2 + (mealFrom < 0 ? 1 : 0)] = 0
    best = NEVER
    search()
    if (best < NEVER && rows) write(rows, offset)
    return best
  }
}
