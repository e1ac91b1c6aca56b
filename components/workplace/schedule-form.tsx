import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import type { Choice } from '#components/ui/select'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { type Checklist, ChecklistSelect, type Seat, SeatSelect } from '#components/workplace/round-fields'
import type { Locale } from '#domain/text'

type Props = {
  checklists: readonly Checklist[]
  rooms: Choice[]
  seats: readonly Seat[]
  today: string
  locale: Locale
  schedule: FormAction
}

/** How often which room, or which seat, is gone round. */
export function ScheduleForm({ checklists, rooms, seats, today, locale, schedule }: Props) {
  const words = useTranslations('workplace.schedule')
  return (
    <ActionForm action={schedule} label={words('title')} className="grid max-w-xl gap-4">
      <ChecklistSelect checklists={checklists} locale={locale} />
      <Select name="roomId" label={words('room')} options={rooms} placeholder={words('chooseRoom')} />
      <SeatSelect seats={seats} locale={locale} />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextInput name="startsOn" label={words('startsOn')} type="date" defaultValue={today} required />
        <TextInput
          name="everyDays"
          label={words('everyDays')}
          type="number"
          min={1}
          max={730}
          defaultValue="30"
          required
        />
        <TextInput
          name="graceDays"
          label={words('graceDays')}
          type="number"
          min={0}
          max={60}
          defaultValue="3"
          required
        />
      </div>
      <PendingButton icon="calendar" className="justify-self-start">
        {words('save')}
      </PendingButton>
    </ActionForm>
  )
}
