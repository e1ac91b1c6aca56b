import { expect, test } from 'vitest'
import { layoutLadder, NODE } from '#server/career/layout-queries'

const ladder = (places: number, steps: number) => ({
  rungs: Array.from({ length: places }, (_, index) => ({ positionId: `p${index}` })),
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

test('what is above stands above', () => {
  const layout = layoutLadder(
    'small',
    [{ positionId: 'a' }, { positionId: 'b' }],
    [{ fromId: 'a', toId: 'b', kind: 'vertical' }],
  )
  const at = (id: string) => layout.nodes.find((node) => node.id === id)?.y ?? 0
  expect(at('b')).toBeLessThan(at('a'))
})
