'use client'

import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'

type Cells = readonly (readonly string[])[]
type Spot = { row: number; column: number }

const inside = (spot: Spot, a: Spot, b: Spot): boolean =>
  spot.row >= Math.min(a.row, b.row) &&
  spot.row <= Math.max(a.row, b.row) &&
  spot.column >= Math.min(a.column, b.column) &&
  spot.column <= Math.max(a.column, b.column)

/** Digits alone; what else was pasted counts as empty. */
const whole = (text: string): string => text.replace(/[\s\u00a0]/g, '').match(/^\d{1,6}/)?.[0] ?? ''

const mapped = (cells: Cells, change: (value: string, spot: Spot) => string): string[][] =>
  cells.map((line, row) => line.map((value, column) => change(value, { row, column })))

const STEPS: Record<string, Spot> = {
  ArrowDown: { row: 1, column: 0 },
  ArrowUp: { row: -1, column: 0 },
  Enter: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/** True where an arrow would leave the text of the cell. */
const leaves = (event: KeyboardEvent<HTMLInputElement>): boolean => {
  const { selectionStart, selectionEnd, value } = event.currentTarget
  if (event.key === 'ArrowLeft') return selectionEnd === 0 || selectionEnd !== selectionStart
  if (event.key === 'ArrowRight') return selectionStart === value.length || selectionEnd !== selectionStart
  return true
}

/** Cells that behave as a spreadsheet's do: paste a table, fill down, choose with Shift, undo and redo. */
export function useSheet(begun: Cells) {
  const [cells, setCells] = useState<Cells>(begun)
  const [past, setPast] = useState<{ done: Cells[]; undone: Cells[] }>({ done: [], undone: [] })
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 })
  const [anchor, setAnchor] = useState<Spot>({ row: 0, column: 0 })
  const table = useRef<HTMLTableElement>(null)
  const [given, setGiven] = useState(() => JSON.stringify(begun))

  // What the server has now, e.g. from last weeks, comes as one more step that can be undone.
  const now = JSON.stringify(begun)
  if (now !== given) {
    setGiven(now)
    if (now !== JSON.stringify(cells)) {
      setPast({ done: [...past.done, cells], undone: [] })
      setCells(begun)
    }
  }

  const write = (next: Cells) => {
    setPast({ done: [...past.done, cells].slice(-100), undone: [] })
    setCells(next)
  }
  const turn = (from: 'done' | 'undone', to: 'done' | 'undone') => {
    const last = past[from].at(-1)
    if (!last) return
    setPast({ ...past, [from]: past[from].slice(0, -1), [to]: [...past[to], cells] } as typeof past)
    setCells(last)
  }
  const go = (to: Spot, choosing: boolean) => {
    if (to.row < 0 || to.row >= cells.length || to.column < 0 || to.column >= (cells[0]?.length ?? 0)) return
    setSpot(to)
    if (!choosing) setAnchor(to)
    const input = table.current?.querySelector<HTMLInputElement>(
      `input[data-row="${to.row}"][data-column="${to.column}"]`,
    )
    input?.focus()
    input?.select()
  }
  const type = (at: Spot, value: string) =>
    write(mapped(cells, (old, one) => (one.row === at.row && one.column === at.column ? whole(value) : old)))
  /** The first chosen row goes down over the others; with one cell chosen, it goes to the end. */
  const fill = () => {
    const end = anchor.row === spot.row ? { row: cells.length - 1, column: spot.column } : spot
    const top = Math.min(anchor.row, end.row)
    write(mapped(cells, (old, one) => (inside(one, anchor, end) ? (cells[top]?.[one.column] ?? old) : old)))
  }
  const paste = (event: ClipboardEvent<HTMLInputElement>, at: Spot) => {
    const lines = event.clipboardData
      .getData('text')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
    const pasted = lines.map((line) => line.split('\t'))
    if (pasted.length === 1 && pasted[0]?.length === 1) return
    event.preventDefault()
    write(
      mapped(cells, (old, { row, column }) => {
        const value = pasted[row - at.row]?.[column - at.column]
        return value === undefined ? old : whole(value)
      }),
    )
  }
  const command = ({ code, shiftKey }: KeyboardEvent): (() => void) | undefined => {
    if (code === 'KeyD') return fill
    if (code === 'KeyY' || (code === 'KeyZ' && shiftKey)) return () => turn('undone', 'done')
    return code === 'KeyZ' ? () => turn('done', 'undone') : undefined
  }
  const press = (event: KeyboardEvent<HTMLInputElement>, at: Spot) => {
    const step = STEPS[event.key]
    if (event.ctrlKey || event.metaKey) {
      const act = command(event)
      if (act) event.preventDefault()
      act?.()
    } else if (step && !event.altKey && leaves(event)) {
      event.preventDefault()
      const choosing = event.shiftKey && event.key !== 'Enter'
      go({ row: at.row + step.row, column: at.column + step.column }, choosing)
    }
  }
  const chosen = (at: Spot) =>
    inside(at, anchor, spot) && (anchor.row !== spot.row || anchor.column !== spot.column)
  const focused = (at: Spot) => {
    if (at.row === spot.row && at.column === spot.column) return
    setSpot(at)
    setAnchor(at)
  }
  return {
    cells,
    table,
    type,
    fill,
    paste,
    press,
    chosen,
    focused,
    undo: past.done.length ? () => turn('done', 'undone') : undefined,
    redo: past.undone.length ? () => turn('undone', 'done') : undefined,
  }
}
export type Sheet = ReturnType<typeof useSheet>
