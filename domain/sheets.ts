import { z } from 'zod'
import type { Fault } from '#domain/refused'
import { Refused } from '#domain/refused'

/** A sheet as every door hands it over: rows of cells as text, the first row names the columns. */
export const Sheet = z.object({
  rows: z
    .array(z.array(z.string().max(5000)).max(200))
    .min(1)
    .max(20_001),
  /** Says what would happen and changes nothing. */
  dryRun: z.boolean().default(false),
})

/** What a cell says, or undefined where it cannot be read so. */
export type Cell<Value> = { read: (text: string) => Value | undefined; optional?: true }
type Columns = Record<string, Cell<unknown>>
type ValueOf<Column> =
  Column extends Cell<infer Value> ? (Column extends { optional: true } ? Value | undefined : Value) : never
export type Read<All extends Columns> = { [Name in keyof All]: ValueOf<All[Name]> }

/** `row` is counted as the sheet shows it: the names of the columns are row 1. */
export type SheetFault = {
  row: number
  column: string
  key: 'required' | 'wrong' | 'unknown' | 'twice' | 'column' | 'overlap' | 'tooMany'
}

export const text = (maximum: number): Cell<string> => ({
  read: (cell) => (cell.length <= maximum ? cell : undefined),
})
export const oneOf = <Word extends string>(words: readonly Word[]): Cell<Word> => ({
  read: (cell) => words.find((word) => word === cell),
})
/** A comma or a point before the decimals, as people write it; spaces between thousands. */
export const number = (least: number, most: number): Cell<number> => ({
  read: (cell) => {
    const value = Number(cell.replace(/[\s\u00a0]/g, '').replace(',', '.'))
    return cell && value >= least && value <= most ? value : undefined
  },
})
export const whole = (least: number, most: number): Cell<number> => ({
  read: (cell) => {
    const value = number(least, most).read(cell)
    return Number.isInteger(value) ? value : undefined
  },
})
/** `2026-11`, `2026-11-01` or `11.2026`: the first day of that month. */
export const month: Cell<string> = {
  read: (cell) => {
    const [, y, m] = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(cell) ?? []
    const [, m2, y2] = /^(?:\d{1,2}\.)?(\d{1,2})\.(\d{4})$/.exec(cell) ?? []
    const [year, index] = [y ?? y2, Number(m ?? m2)]
    return year && index >= 1 && index <= 12 ? `${year}-${String(index).padStart(2, '0')}-01` : undefined
  },
}
/** `2026-11-05` or `05.11.2026`. */
export const day: Cell<string> = {
  read: (cell) => {
    const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell) ?? []
    const written = y ? `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}` : cell
    return z.iso.date().safeParse(written).data
  },
}
const YES = ['1', 'true', 'yes', 'так', 'hard']
const NO = ['0', 'false', 'no', 'ні', 'soft']
export const yesNo: Cell<boolean> = {
  read: (cell) => {
    const word = cell.toLowerCase()
    if (YES.includes(word)) return true
    return NO.includes(word) ? false : undefined
  },
}
export const optional = <Value>(cell: Cell<Value>) => ({ ...cell, optional: true as const })

type Found = { value?: unknown; key?: SheetFault['key'] }

const readCell = (cell: Cell<unknown>, given: string | undefined, exists: boolean): Found => {
  const found = (given ?? '').trim()
  if (!found) return cell.optional || !exists ? {} : { key: 'required' }
  const value = cell.read(found)
  return value === undefined ? { key: 'wrong' } : { value }
}

/** Reads every row before it judges any: all faults are told at once, and nothing is taken from a sheet that has one. */
export function readSheet<All extends Columns>(rows: readonly (readonly string[])[], columns: All) {
  const [head = [], ...body] = rows
  const names = head.map((name) => name.trim().toLowerCase())
  const wanted = Object.entries(columns)
  const faults = wanted
    .filter(([column, cell]) => !cell.optional && !names.includes(column))
    .map(([column]): SheetFault => ({ row: 1, column, key: 'column' }))
  const readRow = (cells: readonly string[], row: number): Read<All> => {
    const all: Record<string, unknown> = {}
    for (const [column, cell] of wanted) {
      const at = names.indexOf(column)
      const { value, key } = readCell(cell, cells[at], at >= 0)
      if (value !== undefined) all[column] = value
      if (key) faults.push({ row, column, key })
    }
    return all as Read<All>
  }
  const isWhole = faults.length === 0
  const read = body.flatMap((cells, index) =>
    cells.some((cell) => cell.trim()) ? [{ row: index + 2, ...readRow(cells, index + 2) }] : [],
  )
  const wrong = new Set(faults.map(({ row }) => row))
  return { values: isWhole ? read.filter(({ row }) => !wrong.has(row)) : [], faults }
}

/** Faults shown at once; whoever has more mends these first. */
const MOST_FAULTS = 50

/** Refuses the whole sheet and names each wrong cell: row, column, reason. @throws Refused `invalid` */
export function refuseSheet(faults: readonly SheetFault[]): void {
  if (!faults.length) return
  const fields: Record<string, Fault> = {}
  const inOrder = faults.toSorted((one, other) => one.row - other.row)
  for (const { row, column, key } of inOrder.slice(0, MOST_FAULTS))
    fields[`rows.${row}.${column}`] = { key: `sheet.${key}`, params: { row, column } }
  throw new Refused('invalid', fields, { key: 'sheet.refused', params: { count: faults.length } })
}

/** Rows that say the same thing twice, by a key of each. */
export const twice = <Row extends { row: number }>(
  values: readonly Row[],
  column: string,
  keyOf: (value: Row) => string,
): SheetFault[] => {
  const seen = new Set<string>()
  return values.flatMap((value) => {
    const key = keyOf(value)
    if (seen.has(key)) return [{ row: value.row, column, key: 'twice' as const }]
    seen.add(key)
    return []
  })
}
