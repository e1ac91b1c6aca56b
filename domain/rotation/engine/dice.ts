/** Numbers in [0, 1) and whole numbers below a limit, the same for the same seed; sfc32, a few nanoseconds each. */
export type Dice = { chance: () => number; below: (limit: number) => number }

export function diceOf(seed: number): Dice {
  let [a, b, c, count] = [seed >>> 0, 0x9e3779b9, 0x243f6a88, 0xb7e15162]
  const chance = (): number => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  // The first numbers of near seeds are alike.
  for (let turn = 0; turn < 12; turn += 1) chance()
  return { chance, below: (limit) => Math.floor(chance() * limit) }
}
