import { useFormatter, useTranslations } from 'next-intl'
import type { BoardTask } from '#components/rotation/wording'
import { clockOf } from '#components/rotation/wording'
import { Disclosure } from '#components/ui/disclosure'
import { Status } from '#components/ui/status'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

type Short = { taskId: string; from: number; to: number; covered: number; minimum: number; target: number }
type Props = { rows: Short[]; tasks: BoardTask[]; timeZone: string; locale: Locale }

const SHOWN = 8

/** Where demand is not met: below the minimum first, then below the target. */
export function Shortages({ rows, tasks, timeZone, locale }: Props) {
  const words = useTranslations('rotation')
  const clock = clockOf(useFormatter(), timeZone)
  if (!rows.length) return <p className="text-soft">{words('demandMet')}</p>
  const sorted = [...rows].sort(
    (a, b) => Number(b.covered < b.minimum) - Number(a.covered < a.minimum) || a.from - b.from,
  )
  const line = (row: Short) => {
    const task = tasks.find((one) => one.id === row.taskId)
    const below = row.covered < row.minimum
    return (
      <li key={`${row.taskId}${row.from}`} className="row flex-wrap">
        <span className="min-w-0 flex-1">
          <span className="block">{task ? inLocale(task.title, locale) : ''}</span>
          <span className="block text-small text-soft">
            {words('span', { from: clock(row.from), to: clock(row.to) })}
          </span>
        </span>
        <Status tone={below ? 'bad' : 'warn'}>
          {words(below ? 'belowMinimum' : 'belowTarget', {
            covered: row.covered,
            wanted: below ? row.minimum : row.target,
          })}
        </Status>
      </li>
    )
  }
  return (
    <div className="grid gap-2">
      <ul className="rows">{sorted.slice(0, SHOWN).map(line)}</ul>
      {sorted.length > SHOWN && (
        <Disclosure summary={words('run.more', { count: sorted.length - SHOWN })}>
          <ul className="rows">{sorted.slice(SHOWN).map(line)}</ul>
        </Disclosure>
      )}
    </div>
  )
}
