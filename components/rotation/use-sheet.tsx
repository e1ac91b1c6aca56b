'use client'

import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import {
  type Cells,
  filled,
  inside,
  type Past,
  pasted,
  type Spot,
  stepped,
  turned,
  typed,
} from '#components/rotation/sheet-cells'

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
  const [past, setPast] = useState<Past>({ done: [], undone: [] })
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 })
  const [anchor, setAnchor] = useState<Spot>({ row: 0, column: 0 })
  const table = useRef<HTMLTableElement>(null)
  const [given, setGiven] = useState(() => JSON.stringify(begun))

  // What the server has now, e.g. from last weeks, comes as one more step that can be undone.
  const now = JSON.stringify(begun)
  if (now !== given) {
    setGiven(now)
    if (now !== JSON.stringify(cells)) {
      setPast(stepped(past, cells))
      setCells(begun)
    }
  }

  const write = (next: Cells) => {
    setPast(stepped(past, cells))
    setCells(next)
  }
  const turn = (way: 'back' | 'again') => {
    const found = turned(past, cells, way)
    if (!found) return
    setPast(found.past)
    setCells(found.cells)
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
  const type = (at: Spot, value: string) => write(typed(cells, at, value))
  const fill = () => write(filled(cells, anchor, spot))
  const paste = (event: ClipboardEvent<HTMLInputElement>, at: Spot) => {
    const next = pasted(cells, at, event.clipboardData.getData('text'))
    if (!next) return
    event.preventDefault()
    write(next)
  }
  const command = ({ code, shiftKey }: KeyboardEvent): (() => void) | undefined => {
    if (code === 'KeyD') return fill
    if (code === 'KeyY' || (code === 'KeyZ' && shiftKey)) return () => turn('again')
    return code === 'KeyZ' ? () => turn('back') : undefined
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
    undo: past.done.length ? () => turn('back') : undefined,
    redo: past.undone.length ? () => turn('again') : undefined,
  }
}
export type Sheet = ReturnType<typeof useSheet>
