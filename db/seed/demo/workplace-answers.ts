import type { Random } from '#domain/random'
import type { Band, Limits, Season } from '#domain/scoring'
import { rateAnswer } from '#domain/scoring'
import type { Item } from '#server/workplace/round-queries'

export type Given = {
  yes: boolean | null
  number: number | null
  choice: string | null
  score: number | null
  band: Band | null
}

const tenth = (value: number) => Math.round(value * 10) / 10

/** A number inside the limits, or, where it should go wrong, a little beyond them. */
const numberFor = (limits: Limits | undefined, wrong: boolean, random: Random): number => {
  const low = limits?.okLow ?? null
  const high = limits?.okHigh ?? null
  if (low !== null && high !== null) {
    const width = high - low
    return tenth(wrong ? high + width * (0.1 + random.next() * 0.5) : low + width * random.next())
  }
  if (high !== null)
    return tenth(wrong ? high * (1.1 + random.next() * 0.6) : high * (0.5 + random.next() * 0.5))
  return tenth(wrong ? (low ?? 1) * (0.7 + random.next() * 0.25) : (low ?? 1) * (1 + random.next() * 0.3))
}

const limitsFor = (item: Item, season: Season) =>
  item.limits.find((one) => one.season === season) ?? item.limits.find((one) => one.season === 'any')

/** What an inspector finds at a seat or in a hall that is mostly in order: `trouble` is the share of faults. */
export function answerFor(item: Item, season: Season, trouble: number, random: Random): Given {
  // A fault that must be photographed does not happen here: a demo has no photos of storerooms.
  const wrong = random.chance(item.critical ? trouble / 4 : trouble) && !item.photoOnFail
  const value: { yes: boolean | null; number: number | null; choice: string | null } = {
    yes: null,
    number: null,
    choice: null,
  }
  if (item.type === 'yes-no') value.yes = !wrong
  else if (item.type === 'number') value.number = numberFor(limitsFor(item, season), wrong, random)
  else if (item.type === 'scale')
    value.number = wrong ? (item.scaleMin ?? 1) + 1 : (item.scaleMax ?? 5) - random.between(0, 1)
  else if (item.type === 'choice') {
    const sorted = [...item.options].sort((a, b) => b.score - a.score)
    value.choice = (wrong ? sorted.at(-2) : sorted[0])?.key ?? null
  }
  return { ...value, ...rateAnswer(item, value, season) }
}
