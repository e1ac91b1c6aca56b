import { useFormatter, useTranslations } from 'next-intl'
import type { BoardTask } from '#components/rotation/wording'
import { clockOf } from '#components/rotation/wording'
import { Disclosure } from '#components/ui/disclosure'
import type { DayChange } from '#domain/rotation/day-changes'
import { inLocale, type Locale } from '#domain/text'

type Props = {
  people: { shiftId: string; name: string; changes: DayChange[] }[]
  tasks: BoardTask[]
  timeZone: string
  locale: Locale
}

/** What people would be told if the draft were published now. */
export function DayChanges({ people, tasks, timeZone, locale }: Props) {
  const words = useTranslations('rotation')
  const clock = clockOf(useFormatter(), timeZone)
  const titleOf = (held: DayChange['was']) => {
    const task = tasks.find((one) => one.id === held?.taskId)
    if (task) return inLocale(task.shortTitle, locale)
    return held ? words(`what.${held.what}`) : words('nothing')
  }
  if (!people.length) return <p className="text-soft">{words('changes.none')}</p>
  return (
    <Disclosure summary={words('changes.count', { count: people.length })}>
      <ul className="grid gap-3">
        {people.map(({ shiftId, name, changes }) => (
          <li key={shiftId}>
            <span className="font-semibold">{name}</span>
            <ul className="grid gap-1 text-small">
              {changes.map((change) => (
                <li key={change.from}>
                  {words('changes.line', {
                    from: clock(change.from),
                    to: clock(change.to),
                    was: titleOf(change.was),
                    will: titleOf(change.will),
                  })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
