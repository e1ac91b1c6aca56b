'use client'

import { useTranslations } from 'next-intl'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useRef, useState } from 'react'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { SeatDrawing } from '#components/workplace/seat-drawing'
import { keepInside, STEP } from '#domain/plan-grid'

export type EditedSeat = { id: string; code: string; x: number; y: number; turn: number }
type Props = {
  roomId: string
  title: string
  width: number
  depth: number
  seats: EditedSeat[]
  arrange: FormAction
}

const MOVES: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** Seats of a room to be moved with a finger, a mouse or the arrow keys; the numbers below say and take the same. */
export function RoomEditor({ roomId, title, width, depth, seats, arrange }: Props) {
  const words = useTranslations('workplace.editor')
  const [placed, setPlaced] = useState(seats)
  const plan = useRef<SVGSVGElement>(null)
  const held = useRef<{ id: string; dx: number; dy: number } | null>(null)

  const put = (id: string, change: Partial<EditedSeat>) =>
    setPlaced((before) =>
      before.map((seat) => {
        if (seat.id !== id) return seat
        const next = { ...seat, ...change }
        return { ...next, x: keepInside(next.x, width), y: keepInside(next.y, depth) }
      }),
    )
  const pointOf = (event: PointerEvent) => {
    const matrix = plan.current?.getScreenCTM()?.inverse()
    return matrix ? new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix) : { x: 0, y: 0 }
  }
  const press = (event: PointerEvent<SVGGElement>, seat: EditedSeat) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const { x, y } = pointOf(event)
    held.current = { id: seat.id, dx: seat.x - x, dy: seat.y - y }
  }
  const drag = (event: PointerEvent) => {
    if (!held.current) return
    const { x, y } = pointOf(event)
    put(held.current.id, { x: x + held.current.dx, y: y + held.current.dy })
  }
  const step = (event: KeyboardEvent, seat: EditedSeat) => {
    const move = MOVES[event.key]
    const times = event.shiftKey ? 5 : 1
    if (move) put(seat.id, { x: seat.x + move[0] * times, y: seat.y + move[1] * times })
    // By place on the keyboard: the letter is another one in Ukrainian.
    else if (event.code === 'KeyR') put(seat.id, { turn: (seat.turn + 90) % 360 })
    else return
    event.preventDefault()
  }

  return (
    <ActionForm action={arrange} label={title} resetWhenDone={false} className="grid gap-4">
      <input type="hidden" name="roomId" value={roomId} />
      <p className="text-small text-soft">{words('how')}</p>
      <svg
        ref={plan}
        viewBox={`-500 -500 ${width + 1000} ${depth + 1000}`}
        className="block h-auto w-full max-w-4xl"
        onPointerMove={drag}
        onPointerUp={() => {
          held.current = null
        }}
      >
        <title>{title}</title>
        <rect width={width} height={depth} rx="150" strokeWidth="60" className="fill-raised stroke-edge" />
        {placed.map((seat) => (
          // biome-ignore lint/a11y/useSemanticElements: an element of a drawing; a button cannot stand in one
          <g
            key={seat.id}
            role="button"
            tabIndex={0}
            className="seat-handle"
            aria-label={words('handle', { code: seat.code, x: seat.x / 1000, y: seat.y / 1000 })}
            transform={`translate(${seat.x} ${seat.y})`}
            onPointerDown={(event) => press(event, seat)}
            onKeyDown={(event) => step(event, seat)}
          >
            <SeatDrawing turn={seat.turn} code={seat.code} className="fill-accent-wash stroke-accent" />
          </g>
        ))}
      </svg>
      <Disclosure summary={words('numbers')}>
        <ul className="grid gap-3">
          {placed.map((seat, index) => (
            <li key={seat.id} className="flex flex-wrap items-end gap-3">
              <span className="w-16 font-semibold">{seat.code}</span>
              <input type="hidden" name={`seats[${index}].workplaceId`} value={seat.id} />
              {(['x', 'y', 'turn'] as const).map((field) => (
                <label key={field} className="grid gap-1 text-small">
                  {words(field)}
                  <input
                    className="control w-28"
                    type="number"
                    name={`seats[${index}].${field}`}
                    aria-label={words('fieldNamed', { code: seat.code, field: words(field) })}
                    min={0}
                    max={field === 'turn' ? 359 : undefined}
                    value={Math.round(seat[field])}
                    onChange={({ currentTarget }) => put(seat.id, { [field]: Number(currentTarget.value) })}
                  />
                </label>
              ))}
            </li>
          ))}
        </ul>
      </Disclosure>
      <PendingButton className="justify-self-start">{words('save')}</PendingButton>
    </ActionForm>
  )
}
