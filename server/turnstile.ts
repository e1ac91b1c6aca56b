import { Refused } from '#domain/refused'

/**
 * Lets so much work run at once, and so much more wait in line.
 * @returns what does the work when it is its turn. @throws Refused `too-many` behind a full line
 */
export function turnstile(atOnce: number, waiting = Number.POSITIVE_INFINITY) {
  let running = 0
  const line: (() => void)[] = []
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= atOnce) {
      if (line.length >= waiting) throw new Refused('too-many')
      await new Promise<void>((begin) => line.push(begin))
    } else running++
    try {
      return await work()
    } finally {
      // Whoever is next takes over the place.
      const next = line.shift()
      if (next) next()
      else running--
    }
  }
}
