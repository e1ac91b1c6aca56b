'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { type Cell, cellsOf, slotsIn } from '#domain/rotation/cells'
import { type Away, meet, type Piece, type Stretch } from '#domain/rotation/day'

export type RowShift = Stretch & {
  shiftId: string
  personId: string
  name: string
  pieces: Piece[]
  absences: Away[]
}
export type RowTask = { id: string; title: string; short: string; hue: number }
type Props = {
  shift: RowShift
  scale: Stretch
  tasks: readonly RowTask[]
  clock: (at: number) => string
  /** Stretches that break a rule. */
  broken: readonly Stretch[]
  /** Stretches that differ from what is compared. */
  changed: readonly Stretch[]
  /** The moment of the cell that the keyboard reaches, where it is in this row. */
  cursor?: number
  href: string
}

/** A person's day as a row of a table: a cell spans as many columns as the block has quarters of an hour. */
export const BoardRow = memo(function BoardRow(props: Props) {
  const { shift, scale, broken, cursor, href } = props
  const words = useTranslations('rotation.browser.hand')
  return (
    <tr data-shift={shift.shiftId} data-chosen={cursor === undefined ? undefined : ''}>
      <th scope="row">
        <Link href={href} className="board-who">
          {shift.name}
        </Link>
        {broken.length > 0 && (
          <span className="board-alert">
            <Icon name="alert" size={16} />
            <span className="sr-only">{words('breaks', { count: broken.length })}</span>
          </span>
        )}
      </th>
      {cellsOf(shift, scale).map((cell) => (
        <BoardCell key={cell.from} cell={cell} {...props} />
      ))}
    </tr>
  )
})

function BoardCell({ cell, tasks, clock, broken, changed, cursor }: Props & { cell: Cell }) {
  const words = useTranslations('rotation.browser.hand')
  const what = useTranslations('rotation.what')
  const { from, to, piece, kind } = cell
  const place = { 'data-from': from, 'data-to': to, colSpan: slotsIn(cell) }
  if (kind === 'out') return <td {...place} className="board-out" />
  const task = tasks.find(({ id }) => id === piece?.taskId)
  const title = piece ? (task?.title ?? what(piece.what)) : words(kind === 'block' ? 'gap' : kind)
  const hit = (stretches: readonly Stretch[]) => (stretches.some((one) => meet(one, cell)) ? '' : undefined)
  const here = cursor !== undefined && cursor >= from && cursor < to
  const label = words('cell', { from: clock(from), to: clock(to), title })
  const taken = piece?.what === 'task' ? `hue-${task?.hue ?? 8}` : 'board-rest'
  const hue = piece ? taken : `board-${kind}`
  return (
    <td
      {...place}
      data-block={piece ? '' : undefined}
      data-broken={hit(broken)}
      data-changed={hit(changed)}
      className="board-cell"
    >
      <button type="button" className={`board-block ${hue}`} tabIndex={here ? 0 : -1} title={label}>
        {piece?.locked && <Icon name="lock" size={16} />}
        {piece?.what === 'task' && <span aria-hidden>{task?.short}</span>}
        <span className="sr-only">{piece?.locked ? words('locked', { cell: label }) : label}</span>
      </button>
    </td>
  )
}
