import type { PointerEvent } from 'react'
import { useState } from 'react'
import type { Joining } from '#components/career/ladder-graph'

type Point = { x: number; y: number }
type Pulled = { id: string; start: Point; end: Point; far: boolean }

/** A shorter way than this is a press and not a pull, in units of the picture. */
const LEAST = 12

const inside = (event: PointerEvent<Element>): Point | undefined => {
  const picture = event.currentTarget.closest('svg') ?? event.currentTarget.querySelector('svg')
  const matrix = picture?.getScreenCTM()?.inverse()
  return matrix && new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix)
}

/** Pulling a line from one position with a mouse and letting it go over another; a finger scrolls instead. */
export function usePulling(joining: Joining | undefined) {
  const [pulled, setPulled] = useState<Pulled | null>(null)
  return {
    pulled: pulled?.far ? pulled : null,
    pull: (event: PointerEvent<Element>, id: string, start: Point) => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return
      // Otherwise the picture itself would be dragged along.
      event.stopPropagation()
      setPulled({ id, start, end: start, far: false })
    },
    moveOn: (event: PointerEvent<Element>) => {
      const end = pulled && inside(event)
      if (!pulled || !end) return
      const far = pulled.far || Math.hypot(end.x - pulled.start.x, end.y - pulled.start.y) > LEAST
      setPulled({ ...pulled, end, far })
    },
    letGo: (over: EventTarget | null) => {
      if (!pulled) return
      setPulled(null)
      const place = over instanceof Element ? over.closest('[data-position]') : null
      const toId = place?.getAttribute('data-position')
      if (toId && toId !== pulled.id) joining?.drop(pulled.id, toId)
    },
  }
}
