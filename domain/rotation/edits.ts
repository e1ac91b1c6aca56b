import { meet, type Piece, SLOT, type Stretch } from '#domain/rotation/day'
import { erase, paint, withKept } from '#domain/rotation/pieces'

/** A person's day under a planner's hand. */
export type HandDay = { shift: Stretch; pieces: readonly Piece[] }
export type Brush = { what: Piece['what']; taskId: string | null }

const locked = (day: HandDay): Piece[] => day.pieces.filter((piece) => piece.locked)

const inside = (shift: Stretch, stretch: Stretch): Stretch => ({
  from: Math.max(shift.from, stretch.from),
  to: Math.min(shift.to, stretch.to),
})

/** Paints a stretch, as far as it lies in the shift; what is locked shows through. */
export function brushOver(day: HandDay, brush: Brush, stretch: Stretch): Piece[] {
  const { from, to } = inside(day.shift, stretch)
  if (from >= to) return [...day.pieces]
  return withKept(paint(day.pieces, { id: null, ...brush, from, to, touched: true }), locked(day))
}

/** Empties a stretch: the time is unassigned then. */
export const wipe = (day: HandDay, stretch: Stretch): Piece[] =>
  withKept(
    erase(day.pieces, stretch).map((piece) => (meet(piece, stretch) ? { ...piece, touched: true } : piece)),
    locked(day),
  )

/** Moves a block so that it begins at a moment; at the shift's ends it stops. What lay under it gives way. */
export function moveTo(day: HandDay, piece: Piece, from: number): Piece[] {
  if (piece.locked) return [...day.pieces]
  const length = piece.to - piece.from
  const begin = Math.min(Math.max(from, day.shift.from), day.shift.to - length)
  if (begin === piece.from) return [...day.pieces]
  const rest = day.pieces.filter((one) => one !== piece)
  const { what, taskId } = piece
  return brushOver({ ...day, pieces: rest }, { what, taskId }, { from: begin, to: begin + length })
}

/** Gives a block another end; one slot always remains. What is uncovered is unassigned. */
export function stretchTo(day: HandDay, piece: Piece, side: 'from' | 'to', at: number): Piece[] {
  if (piece.locked) return [...day.pieces]
  const { from, to } = inside(day.shift, {
    from: side === 'from' ? Math.min(at, piece.to - SLOT) : piece.from,
    to: side === 'to' ? Math.max(at, piece.from + SLOT) : piece.to,
  })
  if (from === piece.from && to === piece.to) return [...day.pieces]
  const rest = day.pieces.filter((one) => one !== piece)
  const { what, taskId } = piece
  return brushOver({ ...day, pieces: rest }, { what, taskId }, { from, to })
}

/** Takes a block from one person to another, at a moment; where the other's shift is too short for it, nothing happens. */
export function giveTo(giver: HandDay, taker: HandDay, piece: Piece, from: number): [Piece[], Piece[]] {
  const length = piece.to - piece.from
  const begin = Math.min(Math.max(from, taker.shift.from), taker.shift.to - length)
  if (piece.locked || begin < taker.shift.from) return [[...giver.pieces], [...taker.pieces]]
  const { what, taskId } = piece
  return [
    giver.pieces.filter((one) => one !== piece),
    brushOver(taker, { what, taskId }, { from: begin, to: begin + length }),
  ]
}

export const withLock = (day: HandDay, piece: Piece, isLocked: boolean): Piece[] =>
  day.pieces.map((one) => (one === piece ? { ...one, id: null, locked: isLocked } : one))
