import type { Move } from '#domain/ladder-diff'

type Place = { positionId: string; family: Move['kind'] }
/** Where a position stands that is no rung: at the height of the rung that leads to it, the further out the more moves away. */
export type Beside = {
  /** Of the rung, counted from the lowest. */
  row: number
  side: 'inside' | 'out'
  /** 1 is next to the rungs. */
  column: number
  /** Its place in the stack of its column, from the top. */
  place: number
}

type Neighbour = { id: string; kind: Move['kind'] }

const sideOf = (kind: Move['kind'], family: Move['kind']): Beside['side'] => {
  const sideways = kind === 'vertical' ? family : kind
  return sideways === 'horizontal-inside' ? 'inside' : 'out'
}

/** What stands beside the rungs (given from the lowest, each with its row): first what moves lead to, then what only leads to others, then what is alone. */
export function besideOf(
  places: readonly Place[],
  moves: readonly Move[],
  rungs: ReadonlyMap<string, number>,
): Map<string, Beside> {
  const found = new Map<string, Beside>()
  const familyOf = new Map(places.map(({ positionId, family }) => [positionId, family]))
  const stacks = new Map<string, number>()
  const stand = (id: string, row: number, side: Beside['side'], column: number) => {
    const stack = `${row}/${side}/${column}`
    const place = stacks.get(stack) ?? 0
    stacks.set(stack, place + 1)
    found.set(id, { row, side, column, place })
  }
  const standNear = (id: string, next: Neighbour) => {
    const family = familyOf.get(next.id)
    if (!family || rungs.has(next.id) || found.has(next.id)) return false
    const near = found.get(id)
    if (near) stand(next.id, near.row, near.side, near.column + 1)
    else stand(next.id, rungs.get(id) ?? 0, sideOf(next.kind, family), 1)
    return true
  }
  const grow = (begin: readonly string[], neighbours: (id: string) => Neighbour[]) => {
    const queue = [...begin]
    for (let id = queue.shift(); id !== undefined; id = queue.shift())
      for (const next of neighbours(id)) if (standNear(id, next)) queue.push(next.id)
  }
  const outOf = (id: string) =>
    moves.filter(({ fromId }) => fromId === id).map(({ toId, kind }) => ({ id: toId, kind }))
  const into = (id: string) =>
    moves.filter(({ toId }) => toId === id).map(({ fromId, kind }) => ({ id: fromId, kind }))
  grow([...rungs.keys()], outOf)
  grow([...rungs.keys(), ...found.keys()], (id) => [...outOf(id), ...into(id)])
  for (const { positionId, family } of places)
    if (!(rungs.has(positionId) || found.has(positionId))) stand(positionId, 0, sideOf(family, family), 1)
  return found
}
