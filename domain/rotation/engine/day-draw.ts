import type { Dice } from '#domain/rotation/engine/dice'
import { type Model, NEVER } from '#domain/rotation/engine/model'
import { stintWeights } from '#domain/rotation/engine/stint-weights'

/** What a slot costs: `demand` at `slot × tasks + task`, `extra` by task, less `zero` by slot, which keeps the weights within what numbers hold. */
type DrawPrices = { demand: Float64Array; extra: Float64Array; zero: Float64Array }

/**
 * One legal day of a person by chance, exactly by Boltzmann's law: of two days the one that costs a temperature more comes e times as
 * seldom. Where `dayPattern` takes the least, this adds up. Writes the row; false where the weights are beyond what numbers hold.
 */
type DayDraw = (
  person: number,
  prices: DrawPrices,
  temperature: number,
  rows: Int8Array,
  offset: number,
) => boolean

export function dayDraw(model: Model, dice: Dice): DayDraw {
  const { slots, tasks, width, base, rules } = model
  const { minStint, tail, mealSlots } = rules
  const most = Math.max(1, ...model.able.map((able) => able.length))
  const each = new Float64Array((slots + 1) * most)
  const stints = stintWeights(model, each, most, dice)
  const lengths = Math.min(rules.maxWork, slots) + 1
  const stint = new Float64Array((slots + 1) * lengths)
  const pauses = new Float64Array(slots + 1)
  const meals = new Float64Array(slots + 1)
  /** At `slot × 2`, and one more after the meal: the weight of all ways to a rest that ends there. */
  const reached = new Float64Array((slots + 2) * 2)
  let [from, to] = [0, 0]

  const setWeights = (person: number, { demand, extra, zero }: DrawPrices, temperature: number): void => {
    const able = model.able[person] as Int32Array
    for (let slot = from; slot < to; slot += 1) {
      const row = (person * slots + slot) * width
      const least = zero[slot] as number
      for (let index = 0; index < able.length; index += 1) {
        const task = able[index] as number
        const price =
          (base[row + task] as number) + (demand[slot * tasks + task] as number) + (extra[task] as number)
        each[slot * most + index] = Math.exp((least - price) / temperature)
      }
      pauses[slot] = Math.exp((least - (base[row + model.pause] as number)) / temperature)
      const eats = slot >= (model.mealFrom[person] as number) && slot <= (model.mealTo[person] as number)
      let meal = eats && slot + mealSlots <= to ? 0 : NEVER
      for (let at = 0; at < mealSlots && meal < NEVER; at += 1)
        meal += (base[row + at * width + model.meal] as number) - (zero[slot + at] as number)
      meals[slot] = Math.exp(-meal / temperature)
    }
  }

  const add = (node: number, weight: number): void => {
    reached[node] = (reached[node] as number) + weight
  }

  /** Goes from a rest, with the weights of those before the meal and after it, over every stint to the rest behind it. */
  const leave = (slot: number, fasting: number, fed: number, longest: number): void => {
    for (let length = minStint; length <= longest && slot + length < to; length += 1) {
      const whole = stint[slot * lengths + length] as number
      const end = slot + length
      const paused = whole * (pauses[end] as number)
      add((end + 1) * 2, fasting * paused)
      add((end + 1) * 2 + 1, fed * paused)
      if (end + mealSlots <= to) add((end + mealSlots) * 2 + 1, fasting * whole * (meals[end] as number))
    }
  }

  /** The weight of all days. */
  const search = (): number => {
    let total = 0
    for (let slot = from; slot < to; slot += 1) {
      const [fasting, fed] = [reached[slot * 2] as number, reached[slot * 2 + 1] as number]
      if (fasting === 0 && fed === 0) continue
      const left = to - slot
      const longest = Math.min(lengths - 1, left)
      stints.weigh(slot, longest, stint, slot * lengths)
      leave(slot, fasting, fed, longest)
      if (left <= longest && left >= tail) total += fed * (stint[slot * lengths + left] as number)
    }
    // A shift may end with a rest only where no work is asked for at its end.
    return tail === 0 ? total + (reached[to * 2 + 1] as number) : total
  }

  /** The weight of all ways to a stint that ends at a slot. */
  const sumAt = (end: number, fed: number, least: number): number => {
    let sum = 0
    for (let length = least; length < lengths && end - length >= from; length += 1) {
      const start = end - length
      sum += (reached[start * 2 + fed] as number) * (stint[start * lengths + length] as number)
    }
    return sum
  }

  /** Where that stint began, or -1. */
  const startOf = (end: number, fed: number, least: number): number => {
    let left = dice.chance() * sumAt(end, fed, least)
    let found = -1
    for (let length = least; length < lengths && end - length >= from; length += 1) {
      const start = end - length
      const weight = (reached[start * 2 + fed] as number) * (stint[start * lengths + length] as number)
      if (weight <= 0) continue
      found = start
      left -= weight
      if (left <= 0) break
    }
    return found
  }

  const isMeal = (end: number, fed: number): boolean => {
    const eaten = end - mealSlots
    const meal = fed && eaten > from ? sumAt(eaten, 0, minStint) * (meals[eaten] as number) : 0
    const pause = sumAt(end - 1, fed, minStint) * (pauses[end - 1] as number)
    return dice.chance() * (meal + pause) < meal
  }

  /** Writes the stint that ends there and gives its start, or -1. */
  const writeStint = (end: number, fed: number, least: number, rows: Int8Array, offset: number): number => {
    const start = startOf(end, fed, least)
    if (start < 0) return start
    stints.weigh(start, end - start, stint, start * lengths)
    return stints.draw(start, end - start, rows, offset) ? start : -1
  }

  /** From the end of the shift to its start, each step by the weight of all that leads to it. */
  const write = (rows: Int8Array, offset: number, total: number): boolean => {
    let [end, fed] = [to, 1]
    if (tail > 0 || dice.chance() * total >= (reached[to * 2 + 1] as number))
      end = writeStint(to, fed, Math.max(1, tail), rows, offset)
    while (end > from) {
      const ate = isMeal(end, fed)
      const length = ate ? mealSlots : 1
      rows.fill(ate ? model.meal : model.pause, offset + end - length, offset + end)
      if (ate) fed = 0
      end = writeStint(end - length, fed, minStint, rows, offset)
    }
    return end === from
  }

  return (person, prices, temperature, rows, offset) => {
    from = model.from[person] as number
    to = model.to[person] as number
    setWeights(person, prices, temperature)
    stints.begin(model.able[person] as Int32Array, from, to, temperature)
    reached.fill(0, from * 2, (to + 1) * 2)
    reached[from * 2 + ((model.mealFrom[person] as number) < 0 ? 1 : 0)] = 1
    const total = search()
    return total > 0 && total < Number.MAX_VALUE && write(rows, offset, total)
  }
}
