'use client'

import { type PointerEvent, useState } from 'react'
import type { Move } from '#components/rotation/use-plan-edits'
import { type Piece, SLOT, type Stretch } from '#domain/rotation/day'
import { type Brush, brushOver, giveTo, moveTo, stretchTo, wipe } from '#domain/rotation/edits'

export type Tool = Brush | 'wipe' | null
type Shift = Stretch & { shiftId: string; pieces: Piece[] }
type Grip = {
  shiftId: string
  piece?: Piece
  way: 'paint' | 'move' | 'from' | 'to'
  /** Slots between the block's start and the pointer. */
  offset: number
  start: number
  cell: Stretch
}
type Place = { shiftId: string; at: number; cell: Stretch; isBlock: boolean; left: number; right: number }

const EDGE = 7 // px within which a press takes the block's end

const cellUnder = (x: number, y: number): HTMLElement | undefined =>
  document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>('td[data-from]'))
    .find((cell) => cell !== null) ?? undefined

const placeOf = (event: PointerEvent): Place | undefined => {
  const cell = cellUnder(event.clientX, event.clientY)
  const shiftId = cell?.parentElement?.dataset.shift
  if (!cell || !shiftId) return undefined
  const [from, to] = [Number(cell.dataset.from), Number(cell.dataset.to)]
  const { left, right, width } = cell.getBoundingClientRect()
  const slot = Math.floor(((event.clientX - left) / width) * ((to - from) / SLOT))
  return {
    shiftId,
    at: from + Math.max(0, slot) * SLOT,
    cell: { from, to },
    isBlock: cell.dataset.block !== undefined,
    left: event.clientX - left,
    right: right - event.clientX,
  }
}

const gripOf = (place: Place, piece: Piece | undefined, tool: Tool): Grip | undefined => {
  const base = { shiftId: place.shiftId, start: place.at, cell: place.cell, offset: 0 }
  if (tool) return { ...base, way: 'paint' }
  if (!piece || piece.locked) return undefined
  if (place.right <= EDGE) return { ...base, piece, way: 'to' }
  if (place.left <= EDGE) return { ...base, piece, way: 'from' }
  return { ...base, piece, way: 'move', offset: place.at - piece.from }
}

/** What a drag has come to, where the pointer is now. */
const moved = (grip: Grip, place: Place, shifts: readonly Shift[], tool: Tool): Move['days'] => {
  const find = (id: string) => shifts.find(({ shiftId }) => shiftId === id)
  const mine = find(grip.shiftId)
  if (!mine) return []
  const day = { shift: mine, pieces: mine.pieces }
  const only = (after: Piece[]) => [{ shiftId: mine.shiftId, before: mine.pieces, after }]
  if (grip.way === 'paint' && tool) {
    const still = place.at === grip.start
    const span = still
      ? grip.cell
      : { from: Math.min(place.at, grip.start), to: Math.max(place.at, grip.start) + SLOT }
    return only(tool === 'wipe' ? wipe(day, span) : brushOver(day, tool, span))
  }
  if (!grip.piece) return []
  if (grip.way === 'from') return only(stretchTo(day, grip.piece, 'from', place.at))
  if (grip.way === 'to') return only(stretchTo(day, grip.piece, 'to', place.at + SLOT))
  const begin = place.at - grip.offset
  const other = find(place.shiftId)
  if (!other || other === mine) return only(moveTo(day, grip.piece, begin))
  const [given, taken] = giveTo(day, { shift: other, pieces: other.pieces }, grip.piece, begin)
  return [...only(given), { shiftId: other.shiftId, before: other.pieces, after: taken }]
}

/** Blocks under a mouse or a pen; a finger scrolls, and has the forms. */
export function useBoardDrag(
  shifts: readonly Shift[],
  tool: Tool,
  act: (days: Move['days']) => void,
  choose: (shiftId: string, at: number) => void,
) {
  const [grip, setGrip] = useState<Grip>()
  const [preview, setPreview] = useState<Move['days']>([])

  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'touch' || event.button !== 0) return
    const place = placeOf(event)
    if (!place) return
    const shift = shifts.find(({ shiftId }) => shiftId === place.shiftId)
    const piece = place.isBlock ? shift?.pieces.find(({ from }) => from === place.cell.from) : undefined
    choose(place.shiftId, place.at)
    const taken = gripOf(place, piece, tool)
    if (!taken) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setGrip(taken)
    if (tool) setPreview(moved(taken, place, shifts, tool))
  }
  const over = (event: PointerEvent<HTMLElement>) => {
    const place = grip && placeOf(event)
    if (place) setPreview(moved(grip, place, shifts, tool))
  }
  const up = () => {
    if (grip) act(preview)
    setGrip(undefined)
    setPreview([])
  }
  const cancel = () => {
    setGrip(undefined)
    setPreview([])
  }
  return { preview, dragging: grip !== undefined, down, over, up, cancel }
}
