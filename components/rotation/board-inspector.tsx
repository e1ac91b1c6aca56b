'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import type { RowShift, RowTask } from '#components/rotation/board-row'
import type { Move } from '#components/rotation/use-plan-edits'
import { type BoardBroken, type BoardTask, clockOf, useBrokenText } from '#components/rotation/wording'
import { Button } from '#components/ui/button'
import { Status } from '#components/ui/status'
import type { Piece } from '#domain/rotation/day'
import { wipe, withLock } from '#domain/rotation/edits'
import { likenessOf } from '#domain/rotation/pieces'
import type { Locale } from '#domain/text'

type Props = {
  chosen: { shift: RowShift; broken: BoardBroken[]; hard: BoardBroken[] }
  at: number
  tasks: readonly BoardTask[]
  named: readonly RowTask[]
  timeZone: string
  locale: Locale
  /** People whose day breaks a rule now. */
  breaking: number
  pending: boolean
  published: boolean
  reason: string
  setReason: (reason: string) => void
  drafted?: Piece[]
  act: (days: Move['days']) => void
}

const SHOWN = 3

/** The chosen block in words, what its day breaks, and what can be done with it. */
export function BoardInspector(props: Props) {
  const { chosen, at, tasks, named, timeZone, locale, breaking, pending, drafted, act } = props
  const { shift, broken } = chosen
  const words = useTranslations('rotation.browser.hand')
  const what = useTranslations('rotation.what')
  const textOf = useBrokenText(timeZone, tasks, locale)
  const clock = clockOf(useFormatter(), timeZone)
  const id = useId()
  const piece = shift.pieces.find((one) => one.from <= at && one.to > at)
  const title = piece && (named.find((task) => task.id === piece.taskId)?.title ?? what(piece.what))
  const day = { shift, pieces: shift.pieces }
  const lay = (after: Piece[]) => act([{ shiftId: shift.shiftId, before: shift.pieces, after }])
  const rest = broken.length - SHOWN
  return (
    <div className="board-inspector">
      <p className="font-semibold">
        {words('chosen', { name: shift.name, from: clock(shift.from), to: clock(shift.to) })}
        {piece && title && (
          <span className="font-normal">
            {' · '}
            {words('cell', { from: clock(piece.from), to: clock(piece.to), title })}
          </span>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        {piece && !props.published && (
          <Button
            size="small"
            icon="lock"
            aria-pressed={Boolean(piece.locked)}
            onClick={() => lay(withLock(day, piece, !piece.locked))}
          >
            {words(piece.locked ? 'unlock' : 'lock')}
          </Button>
        )}
        {piece && !piece.locked && (
          <Button size="small" icon="close" onClick={() => lay(wipe(day, piece))}>
            {words('takeOut')}
          </Button>
        )}
        {drafted && likenessOf(drafted) !== likenessOf(shift.pieces) && (
          <Button size="small" icon="history" onClick={() => lay(drafted)}>
            {words('asDrafted')}
          </Button>
        )}
        {props.published && (
          <label className="flex items-center gap-2" htmlFor={id}>
            {words('reason')}
            <input
              id={id}
              className="control"
              value={props.reason}
              maxLength={300}
              onChange={(event) => props.setReason(event.target.value)}
            />
          </label>
        )}
      </div>
      <div className="board-verdict" role="status" aria-busy={pending}>
        <Status tone={breaking ? 'bad' : 'good'}>{words('breaking', { count: breaking })}</Status>
        <ul>
          {broken.slice(0, SHOWN).map((one) => (
            <li key={`${one.kind}${one.from}`}>{textOf(one)}</li>
          ))}
          {rest > 0 && <li>{words('more', { count: rest })}</li>}
        </ul>
      </div>
    </div>
  )
}
