/** What one move costs a person: months to wait at least, hours of training still to take. */
export type Leg = { fromId: string; toId: string; months: number; hours: number }
export type Way = { legs: Leg[]; months: number; hours: number }

/** Hours of training that weigh as much as one month of waiting. */
export const HOURS_A_MONTH = 16

const costOf = (legs: readonly Leg[]): number =>
  legs.reduce((sum, { months, hours }) => sum + months * HOURS_A_MONTH + hours, 0)

const wayOf = (legs: readonly Leg[]): Way => ({
  legs: [...legs],
  months: legs.reduce((sum, { months }) => sum + months, 0),
  hours: legs.reduce((sum, { hours }) => sum + hours, 0),
})

const keyOf = (legs: readonly Leg[]) => legs.map(({ toId }) => toId).join('/')

/** The cheaper first; of equals the one with fewer moves, then by name, so that the answer does not depend on the order of rows. */
const byCost = (a: readonly Leg[], b: readonly Leg[]): number =>
  costOf(a) - costOf(b) || a.length - b.length || (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b)))

type Closed = { places: ReadonlySet<string>; legs: ReadonlySet<Leg> }

/** Dijkstra's algorithm, round what is closed. */
function cheapest(
  legs: readonly Leg[],
  fromId: string,
  toId: string,
  closed: Closed,
): readonly Leg[] | undefined {
  const best = new Map<string, readonly Leg[]>([[fromId, []]])
  const settled = new Set(closed.places)
  settled.delete(fromId)
  for (;;) {
    const open = [...best].filter(([place]) => !settled.has(place))
    const [nearest] = open.toSorted(([, a], [, b]) => byCost(a, b))
    if (!nearest) return undefined
    const [place, soFar] = nearest
    if (place === toId) return soFar
    settled.add(place)
    const onward = legs.filter(
      (leg) => leg.fromId === place && !settled.has(leg.toId) && !closed.legs.has(leg),
    )
    for (const leg of onward) {
      const longer = [...soFar, leg]
      const known = best.get(leg.toId)
      if (!known || byCost(longer, known) < 0) best.set(leg.toId, longer)
    }
  }
}

/**
 * The best ways from one position to another, no position twice, the cheapest first (Yen's algorithm). Fewer than `count` where
 * there are no more.
 */
export function bestWays(legs: readonly Leg[], fromId: string, toId: string, count = 2): Way[] {
  const first = cheapest(legs, fromId, toId, { places: new Set(), legs: new Set() })
  if (!first || fromId === toId) return []
  const found: (readonly Leg[])[] = [first]
  const candidates = new Map<string, readonly Leg[]>()
  while (found.length < count) {
    const last = found.at(-1) ?? []
    for (const index of last.keys()) {
      const root = last.slice(0, index)
      const taken = found.filter((way) => keyOf(way.slice(0, index)) === keyOf(root))
      const closedLegs = new Set(taken.flatMap((way) => way[index] ?? []))
      const places = new Set([fromId, ...root.map((leg) => leg.toId)])
      const spur = root.at(-1)?.toId ?? fromId
      const rest = cheapest(legs, spur, toId, { places, legs: closedLegs })
      if (rest) candidates.set(keyOf([...root, ...rest]), [...root, ...rest])
    }
    const [next] = [...candidates.values()].toSorted(byCost)
    if (!next) break
    candidates.delete(keyOf(next))
    found.push(next)
  }
  return found.map(wayOf)
}
