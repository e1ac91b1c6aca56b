import type { Model } from '#domain/rotation/engine/model'

/**
 * People on each task in each slot, and what one more or one fewer would cost. Between the true prices of demand, which jump at the
 * target, and the prices of the bound lies a slope: a gentle one lets people change places, a steep one is the truth again.
 */
export type Cover = {
  /** Cost of one more, and of one fewer, at `slot × tasks + task`. */
  more: Float64Array
  fewer: Float64Array
  add: (cell: number) => void
  remove: (cell: number) => void
  /** True cost of demand as it is covered now. */
  truth: () => number
  /** The same by the prices in use. */
  priced: () => number
  /** `slope` is the change of price for each person beside the target; `Infinity` for the true prices. */
  setSlope: (slope: number, middle: Float64Array) => void
}

export function coverOf(model: Model): Cover {
  const { minimum, target, weights } = model
  const size = minimum.length
  const covered = new Int32Array(size)
  const more = new Float64Array(size)
  const fewer = new Float64Array(size)
  let slope = Number.POSITIVE_INFINITY
  let middle = new Float64Array(size)

  const step = (cell: number, count: number): number => {
    const wanted = target[cell] as number
    if (count < (minimum[cell] as number)) return -weights.target - weights.min
    if (slope === Number.POSITIVE_INFINITY) return count < wanted ? -weights.target : weights.over
    const price = slope * (count - wanted + 0.5) - Math.min(middle[cell] as number, weights.target)
    return Math.min(weights.over, Math.max(-weights.target, price))
  }
  const refresh = (cell: number): void => {
    const count = covered[cell] as number
    more[cell] = step(cell, count)
    fewer[cell] = count > 0 ? -step(cell, count - 1) : 0
  }
  for (let cell = 0; cell < size; cell += 1) refresh(cell)

  return {
    more,
    fewer,
    add(cell) {
      covered[cell] = (covered[cell] as number) + 1
      refresh(cell)
    },
    remove(cell) {
      covered[cell] = (covered[cell] as number) - 1
      refresh(cell)
    },
    truth() {
      let total = 0
      for (let cell = 0; cell < size; cell += 1) {
        const count = covered[cell] as number
        total += weights.min * Math.max(0, (minimum[cell] as number) - count)
        const beside = (target[cell] as number) - count
        total += beside > 0 ? weights.target * beside : -weights.over * beside
      }
      return total
    },
    priced() {
      let total = 0
      for (let cell = 0; cell < size; cell += 1) {
        total += weights.min * (minimum[cell] as number) + weights.target * (target[cell] as number)
        for (let count = 0; count < (covered[cell] as number); count += 1) total += step(cell, count)
      }
      return total
    },
    setSlope(next, prices) {
      slope = next
      middle = prices as Float64Array<ArrayBuffer>
      for (let cell = 0; cell < size; cell += 1) refresh(cell)
    },
  }
}
