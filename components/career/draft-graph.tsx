'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { type GraphEdge, type GraphNode, LadderGraph } from '#components/career/ladder-graph'
import { Button } from '#components/ui/button'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'

type Props = {
  versionId: string
  label: string
  width: number
  height: number
  node: { width: number; height: number }
  nodes: readonly GraphNode[]
  edges: readonly GraphEdge[]
  /** Directions of a move, and which one a move to each position usually is. */
  kinds: readonly { value: string; label: string }[]
  families: Record<string, string>
  setMove: FormAction
  removeMove: FormAction
}
type Pair = { fromId: string; toId: string }

/**
 * The draft as it is drawn: a position dragged onto another is a move between them. The same by keyboard or finger: join, then
 * choose the two. Without script the forms below do all of it.
 */
export function DraftGraph(props: Props) {
  const { nodes, edges, kinds, families, setMove, removeMove, versionId, ...picture } = props
  const words = useTranslations('career.browser.graph')
  const [ready, setReady] = useState(false)
  const [active, setActive] = useState(false)
  const [from, setFrom] = useState<string | null>(null)
  const [pair, setPair] = useState<Pair | null>(null)
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => setReady(true), [])
  useEffect(() => {
    if (pair) panel.current?.querySelector('select')?.focus()
  }, [pair])

  useEffect(() => {
    if (!(active || pair)) return
    const stop = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setActive(false)
      setFrom(null)
      setPair(null)
    }
    document.addEventListener('keydown', stop)
    return () => document.removeEventListener('keydown', stop)
  }, [active, pair])

  const titleOf = (id: string) => nodes.find((one) => one.id === id)?.title ?? ''
  const join = (fromId: string, toId: string) => {
    setPair({ fromId, toId })
    setFrom(null)
    setActive(false)
  }
  const choose = (id: string) => {
    if (from === null) setFrom(id)
    else if (from === id) setFrom(null)
    else join(from, id)
  }
  const said = () => {
    if (!active) return ''
    return from ? words('chooseTo', { from: titleOf(from) }) : words('chooseFrom')
  }
  const known = pair && edges.find(({ fromId, toId }) => fromId === pair.fromId && toId === pair.toId)
  const ends = pair && { from: titleOf(pair.fromId), to: titleOf(pair.toId) }
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-center gap-3 no-print">
        <Button
          size="small"
          aria-pressed={active}
          disabled={!ready}
          onClick={() => {
            setActive(!active)
            setFrom(null)
          }}
        >
          {active ? words('stopJoining') : words('join')}
        </Button>
        <p role="status" className="text-small">
          {said()}
        </p>
      </div>
      <LadderGraph
        {...picture}
        nodes={nodes}
        edges={edges}
        joining={ready ? { active, from, choose, drop: join } : undefined}
      />
      <div ref={panel} className="mt-4 grid gap-3">
        {pair && ends && (
          <ActionForm
            key={`${pair.fromId}/${pair.toId}`}
            action={setMove}
            label={words('move', ends)}
            resetWhenDone={false}
            className="grid max-w-xl gap-4"
          >
            <p className="font-semibold">{words('move', ends)}</p>
            <input type="hidden" name="versionId" value={versionId} />
            <input type="hidden" name="fromId" value={pair.fromId} />
            <input type="hidden" name="toId" value={pair.toId} />
            <Select
              name="kind"
              label={words('kind')}
              options={[...kinds]}
              defaultValue={known?.kind ?? families[pair.toId]}
              required
            />
            <div className="flex flex-wrap gap-3">
              <PendingButton>{known ? words('change') : words('add')}</PendingButton>
              <Button variant="quiet" onClick={() => setPair(null)}>
                {words('close')}
              </Button>
            </div>
          </ActionForm>
        )}
        {known && ends && (
          <ActionForm action={removeMove} label={words('removeMove', ends)} className="block">
            <input type="hidden" name="versionId" value={versionId} />
            <input type="hidden" name="fromId" value={known.fromId} />
            <input type="hidden" name="toId" value={known.toId} />
            <PendingButton variant="danger" size="small">
              {words('remove')}
            </PendingButton>
          </ActionForm>
        )}
      </div>
    </div>
  )
}
