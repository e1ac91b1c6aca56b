/** What one move of a way costs a person: months to wait at least, hours of training still to take. */
export type Leg = { fromId: string; toId: string; months: number; hours: number }
export type Way = { legs: Leg[]; months: number; hours: number }
type Step = { fromId: string; toId: string }
/** What a move costs depends on what was done on the way to it, so a search carries that along. */
export type Journey<State, Move extends Step> = {
  moves: readonly Move[]
  begin: State
  go: (state: State, move: Move) => { leg: Leg; state: State }
}

/** Hours of training that weigh as much as one month of waiting. */
export const HOURS_A_MONTH = 16
/** So many ways to one place are followed on; in a ladder that people can read there are far fewer. */
const FOLLOWED = 100

type Trail<State> = { legs: readonly Leg[]; cost: number; key: string; state: State }

const costOf = ({ months, hours }: Leg): number => months * HOURS_A_MONTH + hours

/** The cheaper first; of equals the one with fewer moves, then by name, so that the answer does not depend on the order of rows. */
const byCost = <State>(a: Trail<State>, b: Trail<State>): number =>
  a.cost - b.cost || a.legs.length - b.legs.length || (a.key < b.key ? -1 : Number(a.key > b.key))

const wayOf = ({ legs }: { legs: readonly Leg[] }): Way => ({
  legs: [...legs],
  months: legs.reduce((sum, { months }) => sum + months, 0),
  hours: legs.reduce((sum, { hours }) => sum + hours, 0),
})

/** Keeps `open` in order, the cheapest last. */
function add<State>(open: Trail<State>[], trail: Trail<State>): void {
  let [low, high] = [0, open.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = open[middle]
    if (other && byCost(trail, other) < 0) low = middle + 1
    else high = middle
  }
  open.splice(low, 0, trail)
}

/**
 * The best ways from one position to another, no position twice, the cheapest first; fewer than `count` where there are no more.
 * No move costs less than nothing, so whatever is followed from the cheapest end onward arrives in order.
 */
export function bestWays<State, Move extends Step>(
  { moves, begin, go }: Journey<State, Move>,
  fromId: string,
  toId: string,
  count = 2,
): Way[] {
  if (fromId === toId) return []
  const found: Way[] = []
  const visits = new Map<string, number>()
  const open: Trail<State>[] = [{ legs: [], cost: 0, key: '', state: begin }]
  for (let trail = open.pop(); trail && found.length < count; trail = open.pop()) {
    const { legs, cost, key, state } = trail
    const place = legs.at(-1)?.toId ?? fromId
    if (place === toId) {
      found.push(wayOf(trail))
      continue
    }
    const visited = visits.get(place) ?? 0
    visits.set(place, visited + 1)
    if (visited >= FOLLOWED) continue
    const seen = new Set([fromId, ...legs.map((leg) => leg.toId)])
    for (const move of moves.filter((one) => one.fromId === place && !seen.has(one.toId))) {
      const next = go(state, move)
      add(open, {
        legs: [...legs, next.leg],
        cost: cost + costOf(next.leg),
        key: `${key}/${move.toId}`,
        state: next.state,
      })
    }
  }
  return found
}
