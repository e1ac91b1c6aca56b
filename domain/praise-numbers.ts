/** A group smaller than this tells about persons rather than about a group. */
export const SMALLEST_GROUP = 10
/** Above it in two months running, caps stay as they are and HR is told. */
export const INFLATED = 1.5

/** Above this share of the staff praised in public in a month, praise is no distinction any more. */
export const SATURATED = 0.6

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** The middle one; of an even number the mean of the two in the middle. `null` of nothing. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 ? half : half - 1], sorted[half]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/**
 * How unevenly something is spread over people: 0 is the same for all, 1 is one person who has it all. Those who have none count.
 * Corrected for small groups by n / (n - 1); `null` where the group is too small to say or nobody has any.
 * @see Deltas, G. (2003), "The Small-Sample Bias of the Gini Coefficient", Review of Economics and Statistics 85(1)
 */
export function gini(shares: readonly number[]): number | null {
  const count = shares.length
  const total = sum(shares)
  if (count < SMALLEST_GROUP || total <= 0) return null
  const sorted = shares.toSorted((one, other) => one - other)
  const weighted = sum(sorted.map((share, index) => (index + 1) * share))
  const plain = (2 * weighted) / (count * total) - (count + 1) / count
  return (plain * count) / (count - 1)
}

/** Praise per 100 hours worked; whoever worked none in the time is left out. */
export const perHundredHours = (people: readonly { praises: number; hours: number }[]): number[] =>
  people.filter(({ hours }) => hours > 0).map(({ praises, hours }) => (100 * praises) / hours)

export type PraiseMonth = {
  month: string
  praises: number
  /** Praises whose words the giver had used before. */
  copied: number
  /** People who worked here in the month. */
  staff: number
  /** Of them, praised at least once where everybody sees it. */
  distinguished: number
}

export type MonthOfNumbers = PraiseMonth & {
  perHead: number
  copyShare: number
  saturation: number
  /** `null` while there are not yet three months to compare with. */
  index: number | null
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)
const LOOK_BACK = 6
const FEWEST = 3

/**
 * Whether praise loses its worth: a month's praise per head against the median of the six months before it, times one plus the share
 * of copied words. 1 is as always. Months go from old to new without a gap; the one in which praise began was not whole, so neither it
 * nor what was before is compared with.
 */
export function inflation(months: readonly PraiseMonth[]): MonthOfNumbers[] {
  const perHead = months.map(({ praises, staff }) => share(praises, staff))
  const first = perHead.findIndex((one) => one > 0) + 1
  return months.map((month, at) => {
    const before = perHead.slice(Math.max(first, at - LOOK_BACK), Math.max(first, at))
    const usual = before.length < FEWEST ? null : median(before)
    const copyShare = share(month.copied, month.praises)
    const own = perHead[at] ?? 0
    return {
      ...month,
      perHead: own,
      copyShare,
      saturation: share(month.distinguished, month.staff),
      index: usual ? (own / usual) * (1 + copyShare) : null,
    }
  })
}

/** Two whole months running above the mark; the month that is still going on is not asked. */
export function isInflated(months: readonly MonthOfNumbers[]): boolean {
  const [one, other] = months.slice(-2)
  return Boolean(one?.index && other?.index && one.index > INFLATED && other.index > INFLATED)
}

export type Thanked = { giverId: string; receiverId: string; at: Date }

const DAY = 86_400_000

/** Pairs who answer praise with praise within 14 days, and how often; the most often first. */
export function pairs(
  thanks: readonly Thanked[],
  within = 14 * DAY,
): { ids: [string, string]; times: number }[] {
  const times = new Map<string, number>()
  const last = new Map<string, number>()
  for (const { giverId, receiverId, at } of thanks.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const answered = last.get(`${receiverId} ${giverId}`)
    if (answered !== undefined && at.getTime() - answered <= within) {
      const pair = [giverId, receiverId].sort().join(' ')
      times.set(pair, (times.get(pair) ?? 0) + 1)
    }
    last.set(`${giverId} ${receiverId}`, at.getTime())
  }
  return [...times]
    .map(([pair, count]) => ({ ids: pair.split(' ') as [string, string], times: count }))
    .sort((one, other) => other.times - one.times || one.ids.join().localeCompare(other.ids.join()))
}

/** Three who thank each other in a circle (A to B to C to A), each within 30 days of the one before. */
export function rings(thanks: readonly Thanked[], within = 30 * DAY): [string, string, string][] {
  const from = new Map<string, Thanked[]>()
  for (const one of thanks) from.set(one.giverId, [...(from.get(one.giverId) ?? []), one])
  const follows = (earlier: Thanked) =>
    (from.get(earlier.receiverId) ?? []).filter(({ at }) => {
      const passed = at.getTime() - earlier.at.getTime()
      return passed >= 0 && passed <= within
    })
  const found = new Map<string, [string, string, string]>()
  for (const first of thanks) {
    for (const second of follows(first)) {
      if (second.receiverId === first.giverId) continue
      if (!follows(second).some(({ receiverId }) => receiverId === first.giverId)) continue
      const ring: [string, string, string] = [first.giverId, first.receiverId, second.receiverId]
      found.set(ring.toSorted().join(' '), ring)
    }
  }
  return [...found.values()]
}

/** How many ideas of the month there are places for: a constant of the head count, whatever was nominated. */
export const awardPlaces = (staff: number): number => Math.max(1, Math.min(3, Math.round(0.01 * staff)))
