import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Piece, SLOT } from '#domain/rotation/day'
import { brushOver, giveTo, type HandDay, moveTo, stretchTo, wipe, withLock } from '#domain/rotation/edits'
import { likenessOf } from '#domain/rotation/pieces'

const piece = (taskId: string | null, from: number, to: number, locked = false): Piece => ({
  id: `${taskId}${from}`,
  what: taskId ? 'task' : 'pause',
  taskId,
  from: from * SLOT,
  to: to * SLOT,
  locked,
})
const dayOf = (pieces: Piece[], from = 0, to = 16): HandDay => ({
  shift: { from: from * SLOT, to: to * SLOT },
  pieces,
})
const shown = (pieces: readonly Piece[]) =>
  [...pieces]
    .sort((a, b) => a.from - b.from)
    .map(({ taskId, from, to }) => `${taskId ?? '-'}${from / SLOT}-${to / SLOT}`)
    .join(' ')
const first = ({ pieces }: HandDay): Piece => pieces[0] as Piece

describe('what a hand does to a day', () => {
  test('a block that is moved leaves its place and takes another, and stops at the ends of the shift', () => {
    const day = dayOf([piece('a', 0, 4), piece('b', 4, 16)])
    expect(shown(moveTo(day, first(day), 6 * SLOT))).toBe('b4-6 a6-10 b10-16')
    expect(shown(moveTo(day, first(day), 40 * SLOT))).toBe('b4-12 a12-16')
  })

  test('a block that comes to stand beside another of its task draws it not in: only what was moved is touched', () => {
    const day = dayOf([piece('a', 0, 4), piece('b', 4, 8), piece('a', 8, 16)])
    const moved = moveTo(day, first(day), 6 * SLOT)
    expect(shown(moved)).toBe('b4-6 a6-10 a10-16')
    expect(moved.filter(({ touched }) => touched).map(({ from }) => from / SLOT)).toEqual([6])
    const next = moved.find(({ from }) => from === 10 * SLOT) as Piece
    expect(shown(stretchTo({ ...day, pieces: moved }, next, 'to', 14 * SLOT))).toBe('b4-6 a6-14')
  })

  test('a block that is stretched covers what lies there and is never shorter than a slot', () => {
    const day = dayOf([piece('a', 0, 4), piece('b', 4, 16)])
    expect(shown(stretchTo(day, first(day), 'to', 6 * SLOT))).toBe('a0-6 b6-16')
    expect(shown(stretchTo(day, first(day), 'to', -5 * SLOT))).toBe('a0-1 b4-16')
  })

  test('a block goes to another person whole, or stays where the other shift is too short', () => {
    const [giver, taker] = [dayOf([piece('a', 0, 4)]), dayOf([piece('b', 2, 10)], 2, 10)]
    expect(giveTo(giver, taker, first(giver), 0).map(shown)).toEqual(['', 'a2-6 b6-10'])
    expect(giveTo(giver, dayOf([], 2, 4), first(giver), 0).map(shown)).toEqual(['a0-4', ''])
  })

  test('what is locked is neither moved nor painted over nor wiped', () => {
    const day = dayOf([piece('a', 4, 8, true), piece('b', 8, 16)])
    expect(shown(moveTo(day, first(day), 0))).toBe('a4-8 b8-16')
    expect(shown(brushOver(day, { what: 'task', taskId: 'c' }, { from: 0, to: 10 * SLOT }))).toBe(
      'c0-4 a4-8 c8-10 b10-16',
    )
    expect(shown(wipe(day, { from: 0, to: 16 * SLOT }))).toBe('a4-8')
    expect(withLock(day, first(day), false)[0]?.locked).toBe(false)
  })
})

const Slots: fc.Arbitrary<[number, number]> = fc.tuple(
  fc.integer({ min: -4, max: 24 }),
  fc.integer({ min: 1, max: 12 }),
)
const Edit = fc.record({
  kind: fc.constantFrom('brush', 'wipe', 'move', 'stretch'),
  task: fc.constantFrom('a', 'b', null),
  slots: Slots,
  which: fc.nat(),
})

type Edited = { kind: string; task: string | null; slots: [number, number]; which: number }

const edited = (day: HandDay, { kind, task, slots, which }: Edited): Piece[] => {
  const stretch = { from: slots[0] * SLOT, to: (slots[0] + slots[1]) * SLOT }
  const brush = { what: task ? ('task' as const) : ('pause' as const), taskId: task }
  const chosen = day.pieces[which % Math.max(1, day.pieces.length)]
  if (kind === 'wipe') return wipe(day, stretch)
  if (chosen && kind === 'move') return moveTo(day, chosen, stretch.from)
  if (chosen && kind === 'stretch') return stretchTo(day, chosen, which % 2 ? 'from' : 'to', stretch.to)
  return brushOver(day, brush, stretch)
}
const lockedOf = (pieces: readonly Piece[]) => likenessOf(pieces.filter((one) => one.locked))

test('whatever a hand does, a day stays inside its shift, one thing at a time, and locked blocks stay', () => {
  fc.assert(
    fc.property(fc.array(Edit, { maxLength: 25 }), fc.boolean(), (edits, isLocked) => {
      let day = dayOf([piece('a', 2, 8, isLocked), piece('b', 8, 16)])
      const locked = lockedOf(day.pieces)
      for (const edit of edits) {
        const after = edited(day, edit).sort((a, b) => a.from - b.from)
        expect(lockedOf(after)).toBe(locked)
        for (const [at, one] of after.entries()) {
          expect(one.from).toBeLessThan(one.to)
          expect(one.from).toBeGreaterThanOrEqual(after[at - 1]?.to ?? 0)
          expect(one.to).toBeLessThanOrEqual(16 * SLOT)
        }
        day = { ...day, pieces: after }
      }
    }),
  )
})
