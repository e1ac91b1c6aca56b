import { type Away, byTime, meet, type Piece, SLOT, type Stretch } from '#domain/rotation/day'

/** What a row of the board shows from left to right: outside the shift, absent, in a training, nothing put yet, a block. */
export type Cell = Stretch & { kind: 'out' | 'away' | 'learning' | 'gap' | 'block'; piece?: Piece }
export type Row = Stretch & { pieces: readonly Piece[]; absences: readonly Away[] }

const HOUR = 4 * SLOT

/** Whole hours around all shifts. */
export function scaleOf(shifts: readonly Stretch[]): Stretch {
  const from = Math.min(...shifts.map((shift) => shift.from))
  const to = Math.max(...shifts.map((shift) => shift.to))
  return { from: Math.floor(from / HOUR) * HOUR, to: Math.ceil(to / HOUR) * HOUR }
}

export const slotsIn = ({ from, to }: Stretch): number => Math.round((to - from) / SLOT)

/** The cells of a row, without a hole and in whole slots. */
export function cellsOf(row: Row, scale: Stretch): Cell[] {
  const cells: Cell[] = []
  const put = (cell: Cell) => {
    const from = Math.max(cell.from, cells.at(-1)?.to ?? scale.from)
    if (cell.to > from) cells.push({ ...cell, from })
  }
  const free = (from: number, to: number) => {
    let at = from
    for (const absence of [...row.absences].sort(byTime)) {
      if (!meet(absence, { from: at, to })) continue
      const away = {
        from: Math.max(at, Math.floor(absence.from / SLOT) * SLOT),
        to: Math.min(to, Math.ceil(absence.to / SLOT) * SLOT),
      }
      put({ kind: 'gap', from: at, to: away.from })
      put({ kind: absence.learning ? 'learning' : 'away', ...away })
      at = away.to
    }
    put({ kind: 'gap', from: at, to })
  }
  put({ kind: 'out', from: scale.from, to: row.from })
  let at = row.from
  for (const piece of [...row.pieces].sort(byTime)) {
    if (piece.from > at) free(at, piece.from)
    put({ kind: 'block', from: piece.from, to: piece.to, piece })
    at = Math.max(at, piece.to)
  }
  if (at < row.to) free(at, row.to)
  put({ kind: 'out', from: row.to, to: scale.to })
  return cells
}
