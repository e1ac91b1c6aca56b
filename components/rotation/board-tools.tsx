'use client'

import { useTranslations } from 'next-intl'
import type { RowTask } from '#components/rotation/board-row'
import type { Tool } from '#components/rotation/use-board-drag'
import { Button } from '#components/ui/button'
import { Disclosure } from '#components/ui/disclosure'
import { Icon } from '#components/ui/icon'

type Props = {
  tasks: readonly RowTask[]
  tool: Tool
  choose: (tool: Tool) => void
  undo?: () => void
  redo?: () => void
  /** Shows what differs from the draft; absent where nothing was drafted. */
  compare?: { on: boolean; people: number; turn: () => void }
}

const KEYS = ['arrows', 'shift', 'length', 'digits', 'rests', 'lock', 'wipe', 'undo'] as const

/** Brushes, undo, compare: the row of tools over the board, with the same keys beside. */
export function BoardTools({ tasks, tool, choose, undo, redo, compare }: Props) {
  const words = useTranslations('rotation.browser.hand')
  const what = useTranslations('rotation.what')
  const isTool = (one: Tool) =>
    tool === one ||
    (typeof tool === 'object' &&
      typeof one === 'object' &&
      tool?.what === one?.what &&
      tool?.taskId === one?.taskId)
  const brush = (one: Tool, label: string, swatch?: string, title = label) => (
    <button
      key={label}
      type="button"
      className="board-brush"
      aria-pressed={isTool(one)}
      title={title}
      onClick={() => choose(isTool(one) ? null : one)}
    >
      {swatch ? <span className={`board-swatch ${swatch}`} /> : <Icon name="rotation" size={16} />}
      {label}
    </button>
  )
  return (
    <div className="grid gap-2">
      <fieldset className="board-brushes" aria-label={words('brushes')}>
        {brush(null, words('hand'))}
        {tasks.map((task) =>
          brush({ what: 'task', taskId: task.id }, task.short, `hue-${task.hue}`, task.title),
        )}
        {brush({ what: 'pause', taskId: null }, what('pause'), 'board-rest')}
        {brush({ what: 'meal', taskId: null }, what('meal'), 'board-rest')}
        {brush('wipe', words('wipe'), 'board-gap')}
      </fieldset>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" icon="history" disabled={!undo} onClick={undo}>
          {words('undo')}
        </Button>
        <Button size="small" icon="forward" disabled={!redo} onClick={redo}>
          {words('redo')}
        </Button>
        {compare && (
          <Button size="small" icon="list" aria-pressed={compare.on} onClick={compare.turn}>
            {words('compare', { count: compare.people })}
          </Button>
        )}
        <Disclosure summary={words('keys.title')}>
          <dl className="board-keys">
            {KEYS.map((key) => (
              <div key={key}>
                <dt>{words(`keys.${key}.press`)}</dt>
                <dd>{words(`keys.${key}.does`)}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      </div>
    </div>
  )
}
