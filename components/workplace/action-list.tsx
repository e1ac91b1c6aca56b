import { useFormatter, useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Photos } from '#components/ui/photos'
import { PictureInput } from '#components/ui/picture-input'
import { Segmented } from '#components/ui/radio-group'
import type { Tone } from '#components/ui/status'
import { Status } from '#components/ui/status'
import { TextArea } from '#components/ui/text-area'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'
import type { FaultKind, Severity } from '#domain/workplace'

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
  seat: string | null
  room: Text
  site: Text
  /** What this reader may do with it. */
  may: 'close' | 'verify' | null
}
type Props = { actions: ListedAction[]; locale: Locale; close: FormAction; verify: FormAction }

const TONES: Record<Severity, Tone> = { stop: 'bad', high: 'bad', normal: 'warn', low: 'neutral' }

/** Corrective actions: what, where, by when, whose; with the one next thing to do. */
export function ActionList({ actions, locale, close, verify }: Props) {
  const words = useTranslations('workplace')
  const named = ({ title, itemKey }: ListedAction) =>
    title ? inLocale(title, locale) : words(`faults.${itemKey.replace('fault_', '') as FaultKind}`)
  const placed = ({ seat, room, site }: ListedAction) =>
    words(seat ? 'placeSeat' : 'placeRoom', {
      seat: seat ?? '',
      room: inLocale(room, locale),
      site: inLocale(site, locale),
    })
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is a list
    <ul className="rows" role="list" aria-label={words('actionsTitle')}>
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
            <ActionStatus action={action} />
          </p>
          <Photos ids={action.photos.fault} label={(number) => words('photoOfFault', { number })} />
          {action.doneNote && (
            <p>{words('doneLine', { name: action.doneBy ?? '', note: action.doneNote })}</p>
          )}
          <Photos ids={action.photos.mended} label={(number) => words('photoOfMended', { number })} />
          <NextThing {...{ action, close, verify }} title={named(action)} />
        </li>
      ))}
    </ul>
  )
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

type NextProps = { action: ListedAction; title: string; close: FormAction; verify: FormAction }

function NextThing({ action, title, close, verify }: NextProps) {
  const words = useTranslations('workplace')
  if (action.may === 'close') {
    return (
      <Disclosure summary={words('close')}>
        <ActionForm action={close} label={words('closeNamed', { title })} className="grid max-w-xl gap-4">
          <input type="hidden" name="actionId" value={action.id} />
          <TextArea name="note" label={words('closeNote')} maxLength={500} rows={2} required />
          <PictureInput name="fileIds" room="workplace" label={words('photo')} hint={words('photoHint')} />
          <PendingButton className="justify-self-start">{words('closeNow')}</PendingButton>
        </ActionForm>
      </Disclosure>
    )
  }
  if (action.may !== 'verify') return null
  const outcomes = (['verified', 'returned'] as const).map((value) => ({
    value,
    label: words(`outcomeOf.${value}`),
  }))
  return (
    <Disclosure summary={words('verify')}>
      <ActionForm action={verify} label={words('verifyNamed', { title })} className="grid max-w-xl gap-4">
        <input type="hidden" name="actionId" value={action.id} />
        <Segmented name="outcome" label={words('verifyQuestion')} options={outcomes} required />
        <TextArea name="note" label={words('verifyNote')} maxLength={500} rows={2} />
        <PendingButton className="justify-self-start">{words('verifyNow')}</PendingButton>
      </ActionForm>
    </Disclosure>
  )
}
