import dagre from '@dagrejs/dagre'
import type { Move } from '#domain/ladder-diff'
import type { Beside } from '#server/career/beside-queries'
import { besideOf } from '#server/career/beside-queries'

export type Place = { positionId: string; family: Move['kind'] }
type Point = { x: number; y: number }
/** Where everything of a ladder stands when it is drawn as a graph, in pixels from the top left; `d` is the path of an SVG line. */
export type LadderLayout = {
  width: number
  height: number
  nodes: (Point & { id: string })[]
  edges: { fromId: string; toId: string; kind: Move['kind']; d: string }[]
}

/** Size of a node, px; the pictures of it use the same numbers. */
export const NODE = { width: 184, height: 68 }
/** Between two columns, two nodes of a stack, two rungs; and around all of it. */
const SPACE = { columns: 72, stack: 24, rungs: 64, edge: 16 }

const REMEMBERED = 50
const layouts = new Map<string, LadderLayout>()

type Trunk = { at: Map<string, Point>; lines: Map<string, Point[]> }
const nameOf = ({ fromId, toId }: Pick<Move, 'fromId' | 'toId'>) => `${fromId}/${toId}`

/** The rungs and the moves up between them, by the library: few crossings, and what is above stands above. */
function trunkOf(rungs: readonly Place[], moves: readonly Move[]): Trunk {
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({ rankdir: 'BT', nodesep: 36, ranksep: SPACE.rungs })
  graph.setDefaultEdgeLabel(() => ({}))
  const ids = new Set(rungs.map(({ positionId }) => positionId))
  for (const id of ids) graph.setNode(id, { ...NODE })
  const up = moves.filter(({ fromId, toId, kind }) => kind === 'vertical' && ids.has(fromId) && ids.has(toId))
  for (const { fromId, toId } of up) graph.setEdge(fromId, toId)
  dagre.layout(graph)
  return {
    at: new Map([...ids].map((id) => [id, graph.node(id) as Point])),
    lines: new Map(
      up.map((move) => [nameOf(move), (graph.edge(move.fromId, move.toId) as { points: Point[] }).points]),
    ),
  }
}

/** Middles of the rows from the lowest, px, when each has room for the tallest stack beside it. */
function rowsOf(count: number, beside: ReadonlyMap<string, Beside>): { middles: number[]; height: number } {
  const stacks = Array.from({ length: count }, (_, row) =>
    Math.max(1, ...[...beside.values()].filter((one) => one.row === row).map(({ place }) => place + 1)),
  )
  const room = stacks.map((stack) => stack * (NODE.height + SPACE.stack) - SPACE.stack)
  const height = room.reduce((sum, one) => sum + one + SPACE.rungs, -SPACE.rungs)
  let bottom = SPACE.edge + height
  const middles = room.map((one) => {
    const middle = bottom - one / 2
    bottom -= one + SPACE.rungs
    return middle
  })
  return { middles, height: height + 2 * SPACE.edge }
}

/** A height between two rungs of the library's drawing where these stand further apart: only what lies between is stretched. */
function stretched(y: number, drawn: readonly number[], wanted: readonly number[]): number {
  const half = NODE.height / 2
  const knots = drawn.flatMap((from, index) => {
    const to = wanted[index] ?? 0
    return [
      [from + half, to + half],
      [from - half, to - half],
    ] as const
  })
  const after = knots.findIndex(([from]) => from <= y)
  const [before, next] = [knots[after - 1] ?? knots.at(-1), knots[after] ?? knots.at(-1)]
  if (!(before && next) || before[0] === next[0]) return y - (next?.[0] ?? 0) + (next?.[1] ?? 0)
  return next[1] + ((y - next[0]) * (before[1] - next[1])) / (before[0] - next[0])
}

const straight = (points: readonly Point[]) =>
  points.map(({ x, y }, index) => `${index ? 'L' : 'M'}${Math.round(x)} ${Math.round(y)}`).join('')

/** A line that leaves sideways and comes in sideways; what goes up leaves a little higher, what comes back runs beside. */
function curved(from: Point, to: Point, kind: Move['kind'], back: boolean): string {
  const isStacked = Math.abs(to.x - from.x) < NODE.width
  const way = Math.sign(to.x - from.x) || 1
  const shift = (kind === 'vertical' ? -14 : 0) + (back ? 14 : 0)
  const start = { x: from.x + (way * NODE.width) / 2, y: from.y + shift }
  const end = { x: to.x + ((isStacked ? way : -way) * NODE.width) / 2, y: to.y - shift }
  const reach = isStacked ? SPACE.columns / 2 : Math.max(SPACE.columns / 2, Math.abs(end.x - start.x) / 2)
  const bends = [
    start.x + way * reach,
    start.y,
    end.x + (isStacked ? way : -way) * reach,
    end.y,
    end.x,
    end.y,
  ]
  return `M${Math.round(start.x)} ${Math.round(start.y)}C${bends.map(Math.round).join(' ')}`
}

function drawn(places: readonly Place[], moves: readonly Move[]): LadderLayout {
  const vertical = places.filter(({ family }) => family === 'vertical')
  const trunk = trunkOf(vertical.length ? vertical : places.slice(0, 1), moves)
  const ranks = [...new Set([...trunk.at.values()].map(({ y }) => y))].toSorted((a, b) => b - a)
  const climbed = [...trunk.at].toSorted(([, a], [, b]) => b.y - a.y)
  const beside = besideOf(places, moves, new Map(climbed.map(([id, { y }]) => [id, ranks.indexOf(y)])))
  const rows = rowsOf(ranks.length, beside)
  const columnsAt = (side: Beside['side']) =>
    Math.max(0, ...[...beside.values()].filter((one) => one.side === side).map(({ column }) => column))

  const step = NODE.width + SPACE.columns
  const across = [...trunk.at.values()].map(({ x }) => x)
  const begin = SPACE.edge + NODE.width / 2 + columnsAt('inside') * step
  const end = begin + Math.max(...across) - Math.min(...across)
  const moved = ({ x, y }: Point): Point => ({
    x: begin + x - Math.min(...across),
    y: stretched(y, ranks, rows.middles),
  })
  const standing = ({ row, side, column, place }: Beside): Point => {
    const stack = [...beside.values()].filter(
      (one) => one.row === row && one.side === side && one.column === column,
    )
    return {
      x: side === 'inside' ? begin - column * step : end + column * step,
      y: (rows.middles[row] ?? 0) + (place - (stack.length - 1) / 2) * (NODE.height + SPACE.stack),
    }
  }
  const at = new Map([
    ...[...trunk.at].map(([id, point]) => [id, moved(point)] as const),
    ...[...beside].map(([id, one]) => [id, standing(one)] as const),
  ])
  const pointOf = (id: string) => at.get(id) ?? { x: 0, y: 0 }
  return {
    width: Math.ceil(end + columnsAt('out') * step + NODE.width / 2 + SPACE.edge),
    height: Math.ceil(rows.height),
    nodes: places.map(({ positionId: id }) => {
      const { x, y } = pointOf(id)
      return { id, x: Math.round(x), y: Math.round(y) }
    }),
    edges: moves.map(({ fromId, toId, kind }) => {
      const line = trunk.lines.get(nameOf({ fromId, toId }))
      const isBack = fromId > toId && moves.some((other) => other.fromId === toId && other.toId === fromId)
      const d = line ? straight(line.map(moved)) : curved(pointOf(fromId), pointOf(toId), kind, isBack)
      return { fromId, toId, kind, d }
    }),
  }
}

/**
 * Draws a ladder: rungs upward in the middle (dagre, layered), moves inside the centre to the left, out of it to the right, each beside
 * the rung that leads there. A version does not change, so it is drawn once a process: 60 positions with 200 moves take milliseconds.
 */
export function layoutLadder(key: string, places: readonly Place[], moves: readonly Move[]): LadderLayout {
  const known = layouts.get(key)
  if (known) return known
  const layout = places.length ? drawn(places, moves) : { width: 0, height: 0, nodes: [], edges: [] }
  if (layouts.size >= REMEMBERED) layouts.delete(layouts.keys().next().value as string)
  layouts.set(key, layout)
  return layout
}
