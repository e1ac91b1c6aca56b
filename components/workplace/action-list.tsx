import { useFormatter, useTranslations } from 'next-intl'
import { List } from '#components/ui/list'
import { Photos } from '#components/ui/photos'
import type { Tone } from '#components/ui/status'
import { Status } from '#components/ui/status'
import type { ActionDoors, May, MeasuredItem, Mender } from '#components/workplace/action-forms'
import { ActionForms } from '#components/workplace/action-forms'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'
import type { FaultKind, Severity } from '#domain/workplace'

type Judged = {
  outcome: 'verified' | 'returned'
  by: string
  note: string | null
  found: {
    yes: boolean | null
    number: number | null
    choice: string | null
    instrument: string | null
  } | null
}
export type ListedAction = {
  id: string
  itemKey: string
  title: Text | null
  severity: Severity
  status: string
  dueAt: string
  overdue: boolean
  doneNote: string | null
  doneBy: string | null
  repeats: number
  photos: { fault: string[]; mended: string[] }
  assignee: string | null
  assigneeId: string | null
  seat: string | null
  room: Text
  site: Text
  item: MeasuredItem | null
  closed: boolean
  accepted: { by: string; reason: string } | null
  judged: Judged | null
  may: May
  menders: Mender[]
}
type Props = { actions: ListedAction[]; locale: Locale; label: string; doors?: ActionDoors }

const TONES: Record<Severity, Tone> = { stop: 'bad', high: 'bad', normal: 'warn', low: 'neutral' }

/** Corrective actions: what, where, by when, whose; with `doors`, what this reader may do about each. */
export function ActionList({ actions, locale, label, doors }: Props) {
  const words = useTranslations('workplace')
  const named = ({ title, itemKey }: ListedAction) =>
    title ? inLocale(title, locale) : words(`faults.${itemKey.replace('fault_', '') as FaultKind}`)
  const placed = ({ seat, room, site }: ListedAction) =>
    words(seat ? 'placeSeat' : 'placeRoom', {
      seat: seat ?? '',
      room: inLocale(room, locale),
      site: inLocale(site, locale),
    })
  const judgedLine = useJudged(locale)
  return (
    <List label={label}>
      {actions.map((action) => (
        <li key={action.id} className="grid gap-2 py-4">
          <p className="font-semibold">{named(action)}</p>
          <p className="text-small text-soft">
            {placed(action)}
            {action.assignee && ` · ${words('mends', { name: action.assignee })}`}
            {action.repeats > 0 && ` · ${words('repeated', { count: action.repeats })}`}
          </p>
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            <Status tone={TONES[action.severity]}>{words(`severities.${action.severity}`)}</Status>
            {action.closed && <Status tone="bad">{words(action.seat ? 'seatClosed' : 'roomClosed')}</Status>}
            <ActionStatus action={action} />
          </p>
          {action.accepted && (
            <p className="text-small">
              {words('acceptedBy', { name: action.accepted.by, reason: action.accepted.reason })}
            </p>
          )}
          <Photos ids={action.photos.fault} label={(number) => words('photoOfFault', { number })} />
          {action.doneNote && (
            <p>{words('doneLine', { name: action.doneBy ?? '', note: action.doneNote })}</p>
          )}
          {action.judged && <p>{judgedLine(action.judged, action.item)}</p>}
          <Photos ids={action.photos.mended} label={(number) => words('photoOfMended', { number })} />
          {doors && <ActionForms {...action} title={named(action)} locale={locale} doors={doors} />}
        </li>
      ))}
    </List>
  )
}

/** What a second person found after the mending, with what they measured. */
function useJudged(locale: Locale) {
  const words = useTranslations('workplace')
  const format = useFormatter()
  const foundIn = (found: NonNullable<Judged['found']>, item: MeasuredItem | null): string => {
    if (found.yes !== null) return words(found.yes ? 'round.yes' : 'round.no')
    const option = item?.options.find(({ key }) => key === found.choice)
    if (option) return inLocale(option.label, locale)
    return words('round.value', { value: format.number(found.number ?? 0), unit: item?.unit ?? '' })
  }
  return ({ outcome, by, note, found }: Judged, item: MeasuredItem | null): string =>
    [
      words('judged', { name: by, outcome }),
      found && words('foundAgain', { found: foundIn(found, item) }),
      found?.instrument,
      note,
    ]
      .filter(Boolean)
      .join(' · ')
}

function ActionStatus({ action: { status, overdue, dueAt } }: { action: ListedAction }) {
  const words = useTranslations('workplace')
  const format = useFormatter()
  if (status === 'open' || status === 'in-progress') {
    // A deadline is the midnight that ends its last day.
    const date = format.dateTime(Date.parse(dueAt) - 1, { day: 'numeric', month: 'long' })
    return (
      <Status tone={overdue ? 'bad' : 'neutral'} icon="deadline">
        {words(overdue ? 'overdue' : 'due', { date })}
      </Status>
    )
  }
  const word = words(`actionStatus.${status as 'done' | 'verified' | 'cancelled'}`)
  return <Status tone={status === 'done' ? 'accent' : 'good'}>{word}</Status>
}
