import type { Dice } from '#domain/rotation/engine/dice'
import type { Model } from '#domain/rotation/engine/model'

/** The sums of `stints.ts` with Boltzmann's weights instead of costs: what is least there is added up here, each stint once. */
type StintWeights = {
  /** Takes the person's tasks (those without voice first) and their shift, when the weights are set. */
  begin: (able: Int32Array, from: number, to: number, temperature: number) => void
  /** The weight of all ways to work from `start` for 1 … `longest` slots; `into` has them at `offset + length`. */
  weigh: (start: number, longest: number, into: Float64Array, offset: number) => void
  /** Draws one of the ways weighed last, of just this length; false where their weights are nothing. */
  draw: (start: number, length: number, rows: Int8Array, offset: number) => boolean
}

/** `each` has the weight of every task in every slot, at `slot × most + index`. */
export function stintWeights(model: Model, each: Float64Array, most: number, dice: Dice): StintWeights {
  const { minBlock, voice, weights, rules, slots } = model
  const longestWork = Math.min(rules.maxWork, slots)
  const longestVoice = Math.min(rules.maxVoice, longestWork)
  const width = longestWork + 1
  /** Weight of a segment at `first slot × width + length`. */
  const quietWeight = new Float64Array((slots + 1) * width)
  const voiceWeight = new Float64Array((slots + 1) * width)
  /** Weight of a block of the least length that begins at a slot. */
  const blocks = new Float64Array((slots + 1) * most)
  const blockOf = new Int32Array(most)
  /** Within one segment: the weight of a length that ends with a task, and with any. */
  const ends = new Float64Array(width * most)
  const sums = new Float64Array(width)
  /** Within one stint: the weight of a length that ends quietly, and with voice. */
  const afterQuiet = new Float64Array(width)
  const afterVoice = new Float64Array(width)
  const tired = new Float64Array(width)
  let able: Int32Array = new Int32Array(0)
  let quiet = 0

  /** A task goes on, or begins after another: what ended with the same one is taken out, or the same day would be counted twice. */
  const ending = (index: number, slot: number, length: number): number => {
    const at = length - (blockOf[index] as number)
    if (at <= 0) return at < 0 ? 0 : (blocks[slot * most + index] as number)
    const others = (sums[at] as number) - (ends[at * most + index] as number)
    const went =
      (ends[(length - 1) * most + index] as number) * (each[(slot + length - 1) * most + index] as number)
    return others > 0 ? went + others * (blocks[(slot + at) * most + index] as number) : went
  }

  const segments = (slot: number, longest: number, low: number, high: number): void => {
    for (let length = 1; length <= longest; length += 1) {
      let sum = 0
      for (let index = low; index < high; index += 1) {
        const weight = ending(index, slot, length)
        ends[length * most + index] = weight
        sum += weight
      }
      sums[length] = sum
    }
  }

  const keep = (into: Float64Array, slot: number, longest: number, low: number, high: number): void => {
    segments(slot, longest, low, high)
    for (let length = 1; length <= longest; length += 1) into[slot * width + length] = sums[length] as number
  }

  const setBlocks = (from: number, to: number, temperature: number): void => {
    const begun = Math.exp(-weights.block / temperature)
    for (let index = 0; index < able.length; index += 1) {
      const block = minBlock[able[index] as number] as number
      blockOf[index] = block
      for (let slot = from; slot + block <= to; slot += 1) {
        let whole = begun
        for (let at = slot; at < slot + block; at += 1) whole *= each[at * most + index] as number
        blocks[slot * most + index] = whole
      }
    }
  }

  /** The task that the first `length` slots of the segment end with, not the one that follows it. */
  const taskAt = (length: number, low: number, high: number, next: number): number => {
    const row = length * most
    const kept = next < 0 ? 0 : (ends[row + next] as number)
    if (next >= 0) ends[row + next] = 0
    let left = 0
    for (let index = low; index < high; index += 1) left += ends[row + index] as number
    left *= dice.chance()
    let found = -1
    for (let index = low; index < high && (left > 0 || found < 0); index += 1) {
      const weight = ends[row + index] as number
      if (weight > 0) found = index
      left -= weight
    }
    if (next >= 0) ends[row + next] = kept
    return found
  }

  const drawSegment = (
    slot: number,
    length: number,
    speaks: boolean,
    rows: Int8Array,
    offset: number,
  ): boolean => {
    const [low, high] = speaks ? [quiet, able.length] : [0, quiet]
    segments(slot, length, low, high)
    let index = -1
    for (let left = length; left > 0; ) {
      index = taskAt(left, low, high, index)
      if (index < 0) return false
      const task = able[index] as number
      const block = blockOf[index] as number
      for (; left > block; left -= 1) {
        const went =
          (ends[(left - 1) * most + index] as number) * (each[(slot + left - 1) * most + index] as number)
        if (dice.chance() * (ends[left * most + index] as number) >= went) break
        rows[offset + slot + left - 1] = task
      }
      rows.fill(task, offset + slot + left - block, offset + slot + left)
      left -= block
    }
    return true
  }

  /** How long the last segment of `worked` slots is; 0 where nothing has a weight. */
  const lastSegment = (start: number, worked: number, speaks: boolean): number => {
    const [segment, before, longest] = speaks
      ? [voiceWeight, afterQuiet, Math.min(worked, longestVoice)]
      : [quietWeight, afterVoice, worked]
    let left = dice.chance() * ((speaks ? afterVoice : afterQuiet)[worked] as number)
    let found = 0
    for (let length = 1; length <= longest; length += 1) {
      const rest = worked - length
      const weight = (before[rest] as number) * (segment[(start + rest) * width + length] as number)
      if (weight <= 0) continue
      found = length
      left -= weight
      if (left <= 0) break
    }
    return found
  }

  return {
    begin(tasks, from, to, temperature) {
      able = tasks
      quiet = 0
      while (quiet < tasks.length && !voice[tasks[quiet] as number]) quiet += 1
      for (let length = 0; length < width; length += 1)
        tired[length] = Math.exp((-weights.fatigue * Math.max(0, length - rules.freeVoice)) / temperature)
      setBlocks(from, to, temperature)
      for (let slot = from; slot < to; slot += 1) {
        const spoken = Math.min(longestVoice, to - slot)
        keep(quietWeight, slot, Math.min(longestWork, to - slot), 0, quiet)
        keep(voiceWeight, slot, spoken, quiet, able.length)
        for (let length = rules.freeVoice + 1; length <= spoken; length += 1) {
          const cell = slot * width + length
          voiceWeight[cell] = (voiceWeight[cell] as number) * (tired[length] as number)
        }
      }
    },
    weigh(start, longest, into, offset) {
      afterQuiet[0] = 1
      afterVoice[0] = 1
      for (let worked = 1; worked <= longest; worked += 1) {
        let [silent, spoken] = [0, 0]
        let cell = (start + worked) * width
        for (let length = 1; length <= worked; length += 1) {
          cell -= width - 1
          silent += (afterVoice[worked - length] as number) * (quietWeight[cell] as number)
          if (length <= longestVoice)
            spoken += (afterQuiet[worked - length] as number) * (voiceWeight[cell] as number)
        }
        afterQuiet[worked] = silent
        afterVoice[worked] = spoken
        into[offset + worked] = silent + spoken
      }
    },
    draw(start, length, rows, offset) {
      const silent = afterQuiet[length] as number
      let speaks = dice.chance() * (silent + (afterVoice[length] as number)) >= silent
      for (let worked = length; worked > 0; speaks = !speaks) {
        const segment = lastSegment(start, worked, speaks)
        if (!segment) return false
        worked -= segment
        if (!drawSegment(start + worked, segment, speaks, rows, offset)) return false
      }
      return true
    },
  }
}
