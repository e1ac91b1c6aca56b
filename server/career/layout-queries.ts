import dagre from '@dagrejs/dagre'
import type { Move } from '#domain/ladder-diff'

type Place = { positionId: string }
/** Where everything of a ladder stands when it is drawn as a graph, in pixels from the top left. */
export type LadderLayout = {
  width: number
  height: number
  nodes: { id: string; x: number; y: number }[]
  edges: { fromId: string; toId: string; kind: Move['kind']; points: { x: number; y: number }[] }[]
}

/** Size of a node, px; the pictures of it use the same numbers. */
export const NODE = { width: 184, height: 68 }

const REMEMBERED = 50
const layouts = new Map<string, LadderLayout>()

/**
 * Lays a ladder out with rungs upward (dagre, layered). A version does not change, so its layout is made once a process: 60 positions
 * with 200 moves take about a third of a second.
 */
export function layoutLadder(key: string, places: readonly Place[], moves: readonly Move[]): LadderLayout {
  const known = layouts.get(key)
  if (known) return known
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({ rankdir: 'BT', nodesep: 36, ranksep: 64, marginx: 16, marginy: 16 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { positionId } of places) graph.setNode(positionId, { ...NODE })
  // Upward moves pull their ends into one line; side steps follow.
  for (const { fromId, toId, kind } of moves)
    graph.setEdge(fromId, toId, { weight: kind === 'vertical' ? 8 : 1 })
  dagre.layout(graph)
  const size = graph.graph() as { width?: number; height?: number }
  const layout: LadderLayout = {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    nodes: places.map(({ positionId }) => {
      const { x, y } = graph.node(positionId) as { x: number; y: number }
      return { id: positionId, x: Math.round(x), y: Math.round(y) }
    }),
    edges: moves.map(({ fromId, toId, kind }) => {
      const { points } = graph.edge(fromId, toId) as { points: { x: number; y: number }[] }
      return {
        fromId,
        toId,
        kind,
        points: points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
      }
    }),
  }
  if (layouts.size >= REMEMBERED) layouts.delete(layouts.keys().next().value as string)
  layouts.set(key, layout)
  return layout
}
