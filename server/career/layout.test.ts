import { expect, test } from 'vitest'
import type { Move } from '#domain/ladder-diff'
import { type LadderLayout, layoutLadder, NODE } from '#server/career/layout-queries'
import content from '../../db/seed/reference/content/career.json'

const ladder = (places: number, steps: number) => ({
  rungs: Array.from({ length: places }, (_, index) => ({
    positionId: `p${index}`,
    family: index % 3 ? ('vertical' as const) : ('horizontal-out' as const),
  })),
  moves: Array.from({ length: steps }, (_, index) => {
    const from = index % places
    const to = (from + 1 + (index % 5)) % places
    return {
      fromId: `p${Math.min(from, to)}`,
      toId: `p${Math.max(from, to)}`,
      kind: index % 3 ? ('horizontal-out' as const) : ('vertical' as const),
    }
  }).filter(({ fromId, toId }) => fromId !== toId),
})

test('sixty positions and two hundred moves are laid out without overlap, once', () => {
  const { rungs, moves } = ladder(60, 200)
  const layout = layoutLadder('big', rungs, moves)
  const touching = layout.nodes.filter((a) =>
    layout.nodes.some(
      (b) => a.id !== b.id && Math.abs(a.x - b.x) < NODE.width && Math.abs(a.y - b.y) < NODE.height,
    ),
  )
  expect(touching).toEqual([])
  expect(layoutLadder('big', rungs, moves)).toBe(layout)
})

const at = (layout: LadderLayout, slug: string) => {
  const node = layout.nodes.find(({ id }) => id === slug)
  if (!node) throw new Error(slug)
  return node
}

test('of the ladder that comes with the portal every rung stands above the one before, and what is beside stands beside', () => {
  const families = new Map(content.positions.map(({ slug, family }) => [slug, family]))
  const layout = layoutLadder(
    'shipped',
    content.positions.map(({ slug, family }) => ({ positionId: slug, family: family as Move['kind'] })),
    content.moves.map(({ from, to, kind }) => ({ fromId: from, toId: to, kind: kind as Move['kind'] })),
  )
  const rungs = content.positions.filter(({ family }) => family === 'vertical')
  const heights = rungs.map(({ slug }) => at(layout, slug).y)
  expect(heights).toEqual(heights.toSorted((a, b) => b - a))
  expect(new Set(heights).size).toBe(rungs.length)
  const middle = at(layout, 'operator')
  const sideways = content.moves.filter(({ from, kind }) => from === 'operator' && kind !== 'vertical')
  for (const { to, from, kind } of sideways) {
    const side = kind === 'horizontal-inside' ? -1 : 1
    expect(Math.sign(at(layout, to).x - at(layout, from).x)).toBe(side)
    expect(at(layout, to).y).toBeGreaterThan(at(layout, 'mentor').y)
  }
  // What one comes to from support stands beyond it, not across the ladder.
  expect(at(layout, 'tech-specialist').x).toBeLessThan(at(layout, 'tech-support').x)
  expect(at(layout, 'analyst').y).toBe(at(layout, 'senior-operator').y)
  expect([...families.keys()]).toHaveLength(layout.nodes.length)
  expect(layout.nodes.every(({ x, y }) => x > 0 && y > 0 && x < layout.width && y < layout.height)).toBe(true)
  expect(layout.nodes.filter(({ x }) => x === middle.x).length).toBe(rungs.length)
})

test('two ladders side by side, a way back, a position alone and a ladder without rungs are drawn too', () => {
  const out = (id: string) => ({ positionId: id, family: 'horizontal-out' as const })
  const up = (id: string) => ({ positionId: id, family: 'vertical' as const })
  const moves = [
    { fromId: 'a', toId: 'b', kind: 'vertical' as const },
    { fromId: 'c', toId: 'd', kind: 'vertical' as const },
    { fromId: 'a', toId: 'x', kind: 'horizontal-out' as const },
    { fromId: 'c', toId: 'y', kind: 'horizontal-out' as const },
    { fromId: 'x', toId: 'a', kind: 'horizontal-out' as const },
  ]
  const layout = layoutLadder(
    'two',
    [up('a'), up('b'), up('c'), up('d'), out('x'), out('y'), out('z')],
    moves,
  )
  const stands = new Set(layout.nodes.map(({ x, y }) => `${x}/${y}`))
  expect(stands.size).toBe(7)
  const [there, back] = [layout.edges[2]?.d, layout.edges[4]?.d]
  expect(there).not.toBe(back)
  expect(layoutLadder('flat', [out('x'), out('y')], []).nodes).toHaveLength(2)
  expect(layoutLadder('none', [], []).nodes).toEqual([])
})
