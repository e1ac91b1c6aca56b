export type Cells = readonly (readonly string[])[]
export type Spot = { row: number; column: number }
/** What was there before, and what was taken back. */
export type Past = { done: readonly Cells[]; undone: readonly Cells[] }

const STEPS_KEPT = 100

export const inside = (spot: Spot, a: Spot, b: Spot): boolean =>
  spot.row >= Math.min(a.row, b.row) &&
  spot.row <= Math.max(a.row, b.row) &&
  spot.column >= Math.min(a.column, b.column) &&
  spot.column <= Math.max(a.column, b.column)

/** Digits alone; what else was pasted counts as empty. */
const whole = (text: string): string => text.replace(/[\s\u00a0]/g, '').match(/^\d{1,6}/)?.[0] ?? ''

const mapped = (cells: Cells, change: (value: string, spot: Spot) => string): string[][] =>
  cells.map((line, row) => line.map((value, column) => change(value, { row, column })))

export const typed = (cells: Cells, at: Spot, value: string): string[][] =>
  mapped(cells, (old, one) => (one.row === at.row && one.column === at.column ? whole(value) : old))

/** The first chosen row goes down over the others; with one cell chosen, it goes to the end. */
export function filled(cells: Cells, anchor: Spot, spot: Spot): string[][] {
  const end = anchor.row === spot.row ? { row: cells.length - 1, column: spot.column } : spot
  const top = Math.min(anchor.row, end.row)
  return mapped(cells, (old, one) => (inside(one, anchor, end) ? (cells[top]?.[one.column] ?? old) : old))
}

/** A table as a spreadsheet copies it, laid from a cell on; what reaches beyond the last is left out. Nothing for a single value. */
export function pasted(cells: Cells, at: Spot, text: string): string[][] | undefined {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const table = lines.map((line) => line.split('\t'))
  if (table.length === 1 && table[0]?.length === 1) return undefined
  return mapped(cells, (old, { row, column }) => {
    const value = table[row - at.row]?.[column - at.column]
    return value === undefined ? old : whole(value)
  })
}

export const stepped = ({ done }: Past, cells: Cells): Past => ({
  done: [...done, cells].slice(-STEPS_KEPT),
  undone: [],
})

/** One step back, or forward again; nothing where there is none. */
export function turned(
  past: Past,
  cells: Cells,
  way: 'back' | 'again',
): { past: Past; cells: Cells } | undefined {
  const [from, to] =
    way === 'back' ? ([past.done, past.undone] as const) : ([past.undone, past.done] as const)
  const last = from.at(-1)
  if (!last) return undefined
  const [left, grown] = [from.slice(0, -1), [...to, cells]]
  return { past: way === 'back' ? { done: left, undone: grown } : { done: grown, undone: left }, cells: last }
}
