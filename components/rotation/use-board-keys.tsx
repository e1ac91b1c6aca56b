'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { RowTask } from '#components/rotation/board-row'
import type { Move } from '#components/rotation/use-plan-edits'
import { type Cell, cellsOf } from '#domain/rotation/cells'
import { type Piece, SLOT, type Stretch } from '#domain/rotation/day'
import {
  type Brush,
  brushOver,
  type HandDay,
  moveTo,
  stretchTo,
  wipe,
  withLock,
} from '#domain/rotation/edits'

export type Cursor = { shiftId: string; at: number }
type Shift = Stretch & { shiftId: string; pieces: Piece[]; absences: Stretch[] }
type Acts = { act: (days: Move['days']) => void; undo?: () => void; redo?: () => void }

const brushFor = (code: string, tasks: readonly RowTask[]): Brush | undefined => {
  if (code === 'KeyP') return { what: 'pause', taskId: null }
  if (code === 'KeyM') return { what: 'meal', taskId: null }
  const task = tasks[Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1]) - 1]
  return task && { what: 'task', taskId: task.id }
}

/** What a key does to a block, and by how many slots its start moves. */
const onBlock = (event: KeyboardEvent, day: HandDay, piece: Piece): [Piece[], number] | undefined => {
  const { key, code, shiftKey } = event
  if (code === 'KeyL') return [withLock(day, piece, !piece.locked), 0]
  if (key === 'Delete' || key === 'Backspace') return [wipe(day, piece), 0]
  if (key === '+' || key === '=') return [stretchTo(day, piece, 'to', piece.to + SLOT), 0]
  if (key === '-') return [stretchTo(day, piece, 'to', piece.to - SLOT), 0]
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key]
  return shiftKey && step ? [moveTo(day, piece, piece.from + step * SLOT), step] : undefined
}

type Walk = { row: number; at: number }

/** Where an arrow leads; undefined for every other key. */
const walked = (key: string, { row, at }: Walk, cell: Stretch, shift: Shift): Walk | undefined => {
  if (key === 'ArrowRight') return { row, at: Math.min(cell.to, shift.to - SLOT) }
  if (key === 'ArrowLeft') return { row, at: Math.max(cell.from - SLOT, shift.from) }
  if (key === 'Home') return { row, at: shift.from }
  if (key === 'End') return { row, at: shift.to - SLOT }
  if (key === 'ArrowDown') return { row: row + 1, at }
  if (key === 'ArrowUp') return { row: row - 1, at }
  return undefined
}

const isTurn = ({ code, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && (code === 'KeyZ' || code === 'KeyY')

/** One cell of the board is in the order of Tab; arrows go from cell to cell, other keys change the block. */
export function useBoardKeys(
  shifts: readonly Shift[],
  scale: Stretch,
  tasks: readonly RowTask[],
  acts: Acts,
) {
  const [cursor, setCursor] = useState<Cursor>()
  const table = useRef<HTMLTableElement>(null)
  const follow = useRef(false)
  const first = shifts[0]
  const current = cursor ?? (first && { shiftId: first.shiftId, at: first.from })

  useEffect(() => {
    if (!follow.current) return
    follow.current = false
    table.current?.querySelector<HTMLElement>('button.board-block[tabindex="0"]')?.focus()
  })

  const goTo = ({ row, at }: Walk) => {
    const shift = shifts[row]
    if (!shift) return
    follow.current = true
    setCursor({ shiftId: shift.shiftId, at: Math.min(Math.max(at, shift.from), shift.to - SLOT) })
  }
  const turn = (event: KeyboardEvent) => {
    follow.current = true
    if (event.code === 'KeyY' || event.shiftKey) acts.redo?.()
    else acts.undo?.()
  }
  const change = (event: KeyboardEvent, place: Walk, cell: Cell, shift: Shift): boolean => {
    const day = { shift, pieces: shift.pieces }
    const brush = brushFor(event.code, tasks)
    const done = brush
      ? ([brushOver(day, brush, cell), 0] as const)
      : cell.piece && onBlock(event, day, cell.piece)
    if (!done) return false
    acts.act([{ shiftId: shift.shiftId, before: shift.pieces, after: done[0] }])
    goTo({ row: place.row, at: cell.from + done[1] * SLOT })
    return true
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const row = shifts.findIndex(({ shiftId }) => shiftId === current?.shiftId)
    const shift = shifts[row]
    if (!current || !shift || event.altKey) return
    if (isTurn(event)) {
      event.preventDefault()
      return turn(event)
    }
    const cell = cellsOf(shift, scale).find(({ from, to }) => from <= current.at && to > current.at)
    const onCell = (event.target as HTMLElement).closest('.board-block')
    if (!cell || !onCell || event.ctrlKey || event.metaKey) return
    const place = { row, at: current.at }
    const way = event.shiftKey ? undefined : walked(event.key, place, cell, shift)
    if (way) goTo(way)
    if (way || change(event, place, cell, shift)) event.preventDefault()
  }
  return { cursor: current, setCursor, table, press }
}
