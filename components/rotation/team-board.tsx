import { useFormatter, useTranslations } from 'next-intl'
import type { StripPiece } from '#components/rotation/shift-strip'
import { ShiftStrip } from '#components/rotation/shift-strip'
import type { BoardBroken, BoardTask } from '#components/rotation/wording'
import { clockOf, useBrokenText } from '#components/rotation/wording'
import { Disclosure } from '#components/ui/disclosure'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { List } from '#components/ui/list'
import { isHard } from '#domain/rotation/rules'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

export type BoardPiece = {
  id: string | null
  what: 'task' | 'pause' | 'meal'
  taskId: string | null
  from: number
  to: number
}
export type BoardShift = {
  shiftId: string
  personId: string
  name: string
  from: number
  to: number
  pieces: BoardPiece[]
  broken: BoardBroken[]
  /** Tasks that the person has every level for. */
  able: string[]
}
type Props = {
  shifts: BoardShift[]
  tasks: BoardTask[]
  timeZone: string
  locale: Locale
  /** Where a press on a person leads; without it names are plain. */
  choose?: (shift: BoardShift) => string
  chosen?: string
  withRules?: boolean
  /** Rows close to each other in a frame of their own, without the words of each: a look, not a reading. */
  dense?: boolean
}

/** A team's day, a row a person: the strip, the same in words, and what it breaks. */
export function TeamBoard({ shifts, tasks, timeZone, locale, choose, chosen, withRules, dense }: Props) {
  const words = useTranslations('rotation')
  const clock = clockOf(useFormatter(), timeZone)
  const from = Math.min(...shifts.map((shift) => shift.from))
  const to = Math.max(...shifts.map((shift) => shift.to))
  const titleOf = (piece: BoardPiece) => {
    const task = tasks.find((one) => one.id === piece.taskId)
    return task ? inLocale(task.title, locale) : words(`what.${piece.what}`)
  }
  const strip = (shift: BoardShift): StripPiece[] =>
    shift.pieces.map((piece) => {
      const task = tasks.find((one) => one.id === piece.taskId)
      const hue = piece.what === 'task' ? (task?.hue ?? 8) : null
      return {
        key: `${piece.from}`,
        from: piece.from,
        to: piece.to,
        text: task ? inLocale(task.shortTitle, locale) : '',
        hue,
      }
    })
  return (
    <List label={words('board')} className={dense ? 'board-frame rows px-4' : undefined}>
      {shifts.map((shift) => (
        <li
          key={shift.shiftId}
          className={dense ? 'grid gap-1 py-1.5' : 'grid gap-2 py-4'}
          aria-current={shift.personId === chosen ? 'true' : undefined}
        >
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            {choose ? (
              <Link href={choose(shift)} className="link font-semibold">
                {shift.name}
              </Link>
            ) : (
              <span className="font-semibold">{shift.name}</span>
            )}
            <span className="text-small text-soft">
              {words('span', { from: clock(shift.from), to: clock(shift.to) })}
            </span>
          </p>
          <ShiftStrip
            from={from}
            to={to}
            shift={shift}
            pieces={strip(shift)}
            broken={withRules ? shift.broken.filter(isHard) : []}
          />
          {withRules && <BrokenList {...{ shift, tasks, timeZone, locale }} />}
          {!dense && shift.pieces.length > 0 && (
            <Disclosure summary={words('inWords')}>
              <ol className="grid gap-1">
                {shift.pieces.map((piece) => (
                  <li key={piece.from}>
                    {words('pieceLine', {
                      from: clock(piece.from),
                      to: clock(piece.to),
                      title: titleOf(piece),
                    })}
                  </li>
                ))}
              </ol>
            </Disclosure>
          )}
        </li>
      ))}
    </List>
  )
}

type BrokenProps = { shift: BoardShift; tasks: BoardTask[]; timeZone: string; locale: Locale }

/** An unassigned stretch is quiet; everything else must be put right before it is published. */
function BrokenList({ shift, tasks, timeZone, locale }: BrokenProps) {
  const words = useTranslations('rotation')
  const textOf = useBrokenText(timeZone, tasks, locale)
  if (!shift.broken.length) {
    return (
      <p className="flex items-center gap-2 text-small text-soft">
        <Icon name="done" size={16} className="text-good" />
        {words('keepsRules')}
      </p>
    )
  }
  return (
    <ul className="grid gap-1 text-small">
      {shift.broken.map((broken) => (
        <li key={`${broken.kind}${broken.from}`} className="flex items-start gap-2">
          {broken.kind === 'unassigned' ? (
            <Icon name="missing" size={16} className="mt-0.5 text-soft" />
          ) : (
            <Icon name="alert" size={16} className="mt-0.5 text-bad" />
          )}
          {textOf(broken)}
        </li>
      ))}
    </ul>
  )
}
