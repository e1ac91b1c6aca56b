import type { Model } from '#domain/rotation/engine/model'

/** One person's prices for one day: what each of their tasks costs in each slot, and its running sum, at `slot × most + index`. */
export type Prices = { each: Float64Array; sum: Float64Array; most: number }

/** The work between two rests, in every length it may have. */
export type Stints = {
  /** Takes the person's tasks (those without voice first) and their shift, when the prices are set. */
  begin: (able: Int32Array, from: number, to: number) => void
  /** The least cost of working from `start` for 1 … `longest` slots; `costs` has them at `offset + length`. */
  price: (start: number, longest: number, costs: Float64Array, offset: number) => void
  /** Writes the tasks of the stint priced last, cut to `length`. */
  write: (start: number, length: number, rows: Int8Array, offset: number) => void
}

/** Two sums of the same prices in another order differ by less. */
const SAME = 1e-6
const NO_WAY = Number.POSITIVE_INFINITY

/**
 * The exact part of the search. A stint is voice and quiet segments in turn, and what a segment costs hangs on its first slot and its
 * length alone: fatigue counts voice slots in a row, which is the segment's length. So segments are priced once for the whole shift,
 * by shortest paths over blocks, and stints are put together of them.
 */
export function stintsOf(model: Model, prices: Prices): Stints {
  const { minBlock, voice, weights, rules, slots } = model
  const { each, sum, most } = prices
  const longestWork = Math.min(rules.maxWork, slots)
  const longestVoice = Math.min(rules.maxVoice, longestWork)
  const width = longestWork + 1
  /** Cost of a segment at `first slot × width + length`. */
  const quietCost = new Float64Array((slots + 1) * width)
  const voiceCost = new Float64Array((slots + 1) * width)
  /** Within one segment: least cost of a length that ends with a task, and with any. */
  const ends = new Float64Array(width * most)
  const least = new Float64Array(width)
  /** Within one stint: least cost of a length that ends quietly, and with voice. */
  const afterQuiet = new Float64Array(width)
  const afterVoice = new Float64Array(width)
  const tired = Float64Array.from(
    { length: width },
    (_, length) => weights.fatigue * Math.max(0, length - rules.freeVoice),
  )
  let able: Int32Array = new Int32Array(0)
  let quiet = 0

  /** Least cost of a segment that ends with a block of this task: the block goes on, or began its least length ago. */
  const ending = (index: number, slot: number, length: number): number => {
    const block = minBlock[able[index] as number] as number
    if (length < block) return NO_WAY
    const end = (slot + length) * most + index
    const whole = (sum[end] as number) - (sum[end - block * most] as number)
    const began = (least[length - block] as number) + weights.block + whole
    if (length === block) return began
    const went = (ends[(length - 1) * most + index] as number) + (each[end - most] as number)
    return went < began ? went : began
  }

  /** Prices the segments of the tasks `low` … `high` that begin at a slot. */
  const segments = (slot: number, longest: number, low: number, high: number): void => {
    least[0] = 0
    for (let length = 1; length <= longest; length += 1) {
      let best = NO_WAY
      for (let index = low; index < high; index += 1) {
        const cost = ending(index, slot, length)
        ends[length * most + index] = cost
        if (cost < best) best = cost
      }
      least[length] = best
    }
  }

  const keep = (costs: Float64Array, slot: number, longest: number, low: number, high: number): void => {
    segments(slot, longest, low, high)
    for (let length = 1; length <= longest; length += 1)
      costs[slot * width + length] = least[length] as number
  }

  const cheapest = (low: number, high: number, length: number): number => {
    let found = low
    for (let index = low + 1; index < high; index += 1)
      if ((ends[length * most + index] as number) < (ends[length * most + found] as number)) found = index
    return found
  }

  const writeSegment = (
    slot: number,
    length: number,
    speaks: boolean,
    rows: Int8Array,
    offset: number,
  ): void => {
    const [low, high] = speaks ? [quiet, able.length] : [0, quiet]
    segments(slot, length, low, high)
    let left = length
    while (left > 0) {
      const index = cheapest(low, high, left)
      const task = able[index] as number
      const block = minBlock[task] as number
      for (; left > block; left -= 1) {
        const before = ends[(left - 1) * most + index] as number
        const went = before + (each[(slot + left - 1) * most + index] as number)
        if (Math.abs(went - (ends[left * most + index] as number)) > SAME) break
        rows[offset + slot + left - 1] = task
      }
      rows.fill(task, offset + slot + left - block, offset + slot + left)
      left -= block
    }
  }

  /** Least cost of `worked` slots whose last segment is one of `costs`, at most `longest` long. */
  const joined = (
    before: Float64Array,
    costs: Float64Array,
    start: number,
    worked: number,
    longest: number,
  ): number => {
    let best = NO_WAY
    let cell = (start + worked) * width
    for (let length = 1; length <= longest; length += 1) {
      cell -= width - 1
      const cost = (before[worked - length] as number) + (costs[cell] as number)
      if (cost < best) best = cost
    }
    return best
  }

  /** How long the last segment of a stint is. */
  const lastSegment = (start: number, worked: number, speaks: boolean): number => {
    const [costs, before, here] = speaks
      ? [voiceCost, afterQuiet, afterVoice[worked] as number]
      : [quietCost, afterVoice, afterQuiet[worked] as number]
    for (let length = 1; length < worked; length += 1) {
      const slot = start + worked - length
      const cost = (before[worked - length] as number) + (costs[slot * width + length] as number)
      if (Math.abs(cost - here) < SAME) return length
    }
    return worked
  }

  return {
    begin(tasks, from, to) {
      able = tasks
      quiet = 0
      while (quiet < tasks.length && !voice[tasks[quiet] as number]) quiet += 1
      for (let slot = from; slot < to; slot += 1) {
        const left = to - slot
        keep(quietCost, slot, Math.min(longestWork, left), 0, quiet)
        const spoken = Math.min(longestVoice, left)
        keep(voiceCost, slot, spoken, quiet, able.length)
        for (let length = rules.freeVoice + 1; length <= spoken; length += 1) {
          const cell = slot * width + length
          voiceCost[cell] = (voiceCost[cell] as number) + (tired[length] as number)
        }
      }
    },
    price(start, longest, costs, offset) {
      afterQuiet[0] = 0
      afterVoice[0] = 0
      for (let worked = 1; worked <= longest; worked += 1) {
        const silent = joined(afterVoice, quietCost, start, worked, worked)
        const spoken = joined(afterQuiet, voiceCost, start, worked, Math.min(worked, longestVoice))
        afterQuiet[worked] = silent
        afterVoice[worked] = spoken
        costs[offset + worked] = silent < spoken ? silent : spoken
      }
    },
    write(start, length, rows, offset) {
      let speaks = (afterVoice[length] as number) <= (afterQuiet[length] as number)
      for (let worked = length; worked > 0; speaks = !speaks) {
        const segment = lastSegment(start, worked, speaks)
        worked -= segment
        writeSegment(start + worked, segment, speaks, rows, offset)
      }
    },
  }
}
