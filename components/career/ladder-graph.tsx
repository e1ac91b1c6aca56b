'use client'

import { useTranslations } from 'next-intl'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { usePulling } from '#components/career/use-pulling'
import { Button } from '#components/ui/button'

export type GraphNode = {
  id: string
  x: number
  y: number
  href: string
  title: string
  note: string
  here: boolean
}
export type GraphEdge = { fromId: string; toId: string; kind: string; d: string }
/** How two positions are joined: one is dragged onto another, or both are chosen one after the other. */
export type Joining = {
  /** Presses choose instead of leading to the position. */
  active: boolean
  from: string | null
  choose: (id: string) => void
  drop: (fromId: string, toId: string) => void
}
type Props = {
  label: string
  width: number
  height: number
  node: { width: number; height: number }
  nodes: readonly GraphNode[]
  edges: readonly GraphEdge[]
  joining?: Joining
}

/** The first shows all of it in the width there is. */
const ZOOMS = [0, 0.8, 1, 1.3, 1.7]
/** Wider than this, in units of the picture, all of it at once is too small to read: one begins at the own place. */
const WIDE = 1600
/** With more moves than this only those of one position stand out at a time. */
const MANY = 60

/** While two are chosen a position is a button: pressed by a mouse, a finger, Enter or Space. */
const asChoice = (joining: Joining | undefined, id: string) => {
  if (!joining?.active) return {}
  const { from, choose } = joining
  return {
    role: 'button',
    'aria-pressed': from === id,
    onClick: (event: MouseEvent) => {
      event.preventDefault()
      choose(id)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== ' ') return
      event.preventDefault()
      choose(id)
    },
  }
}

/**
 * The whole ladder as a graph: dragged and zoomed, and where one looks at a position the moves from and to it stand out. Each position
 * is a link, so it works without script too; the list below says the same in words.
 */
export function LadderGraph({ label, width, height, node, nodes, edges, joining }: Props) {
  const words = useTranslations('career.browser.graph')
  const [zoom, setZoom] = useState(width > WIDE ? 1 : 0)
  const [near, setNear] = useState<string | null>(null)
  const frame = useRef<HTMLElement>(null)
  const own = nodes.find(({ here }) => here)
  const lit = near ?? (edges.length > MANY ? (own?.id ?? null) : null)
  const grabbed = useRef<{ x: number; y: number } | null>(null)
  const { pulled, pull, moveOn, letGo } = usePulling(joining)
  const scale = ZOOMS[zoom] || 1
  useEffect(() => {
    const shown = frame.current
    // A picture that fits scrolls nowhere, so this is for wide ones alone.
    if (!(shown && own)) return
    shown.scrollTo(own.x * scale - shown.clientWidth / 2, own.y * scale - shown.clientHeight / 2)
  }, [own, scale])
  const touches = (edge: GraphEdge) => lit === edge.fromId || lit === edge.toId
  const isNear = (id: string) =>
    near === null ||
    near === id ||
    edges.some((edge) => touches(edge) && (edge.fromId === id || edge.toId === id))
  return (
    <div className="graph-frame">
      <fieldset className="graph-tools no-print" aria-label={words('zoom')}>
        <Button variant="quiet" size="small" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {words('smaller')}
        </Button>
        <Button
          variant="quiet"
          size="small"
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          {words('larger')}
        </Button>
      </fieldset>
      <section
        ref={frame}
        className="graph"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        onPointerDown={(event) => {
          if (event.pointerType === 'mouse') grabbed.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerMove={(event) => {
          moveOn(event)
          if (!grabbed.current) return
          event.currentTarget.scrollBy(grabbed.current.x - event.clientX, grabbed.current.y - event.clientY)
          grabbed.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerUp={(event) => {
          grabbed.current = null
          letGo(event.target)
        }}
        onPointerLeave={() => {
          grabbed.current = null
          letGo(null)
        }}
      >
        <svg
          data-fit={zoom === 0 ? '' : undefined}
          width={Math.round(width * scale)}
          height={Math.round(height * scale)}
          viewBox={`0 0 ${width} ${height}`}
        >
          <title>{label}</title>
          <defs>
            <marker
              id="graph-tip"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0 L8 4 L0 8 z" className="graph-tip" />
            </marker>
          </defs>
          <g>
            {edges.map((edge) => (
              <path
                key={`${edge.fromId}/${edge.toId}`}
                className="graph-edge"
                data-kind={edge.kind}
                data-dim={lit !== null && !touches(edge) ? '' : undefined}
                d={edge.d}
                markerEnd="url(#graph-tip)"
              />
            ))}
          </g>
          {pulled && (
            <path
              className="graph-pulled"
              d={`M${pulled.start.x} ${pulled.start.y}L${pulled.end.x} ${pulled.end.y}`}
            />
          )}
          {nodes.map(({ id, x, y, href, title, note, here }) => (
            <a
              key={id}
              href={href}
              className="graph-node"
              data-position={id}
              data-here={here || joining?.from === id ? '' : undefined}
              {...asChoice(joining, id)}
              onPointerDown={(event) => joining && pull(event, id, { x, y })}
              data-dim={isNear(id) ? undefined : ''}
              draggable={false}
              onPointerEnter={() => setNear(id)}
              onPointerLeave={() => setNear(null)}
              onFocus={() => setNear(id)}
              onBlur={() => setNear(null)}
            >
              <rect
                x={x - node.width / 2}
                y={y - node.height / 2}
                width={node.width}
                height={node.height}
                rx="12"
              />
              <foreignObject
                x={x - node.width / 2}
                y={y - node.height / 2}
                width={node.width}
                height={node.height}
              >
                <span className="graph-words">
                  <span className="graph-title">{title}</span>
                  {note && <span className="graph-note">{note}</span>}
                </span>
              </foreignObject>
            </a>
          ))}
        </svg>
      </section>
    </div>
  )
}
