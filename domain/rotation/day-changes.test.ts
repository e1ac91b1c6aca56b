import { expect, test } from 'vitest'
import { type Piece, SLOT } from '#domain/rotation/day'
import { dayChanges } from '#domain/rotation/day-changes'

const piece = (taskId: string | null, from: number, to: number): Piece => ({
  id: null,
  what: taskId ? 'task' : 'pause',
  taskId,
  from: from * SLOT,
  to: to * SLOT,
})

test('a day differs where something else stands, in stretches as long as both sides stay the same', () => {
  const before = [piece('mail', 0, 4), piece(null, 4, 5), piece('chat', 5, 8)]
  const after = [piece('mail', 0, 3), piece('chat', 3, 4), piece(null, 4, 5), piece('mail', 5, 7)]
  expect(dayChanges(before, after)).toEqual([
    {
      from: 3 * SLOT,
      to: 4 * SLOT,
      was: { what: 'task', taskId: 'mail' },
      will: { what: 'task', taskId: 'chat' },
    },
    {
      from: 5 * SLOT,
      to: 7 * SLOT,
      was: { what: 'task', taskId: 'chat' },
      will: { what: 'task', taskId: 'mail' },
    },
    { from: 7 * SLOT, to: 8 * SLOT, was: { what: 'task', taskId: 'chat' }, will: null },
  ])
})

test('the same day has no changes, and an empty one neither', () => {
  expect(dayChanges([piece('mail', 0, 4)], [piece('mail', 0, 2), piece('mail', 2, 4)])).toEqual([])
  expect(dayChanges([], [])).toEqual([])
})
