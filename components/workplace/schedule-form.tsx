import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import type { Choice } from '#components/ui/select'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'

type Props = { checklists: Choice[]; rooms: Choice[]; today: string; schedule: FormAction }

/** How often which room is gone round. */
export function ScheduleForm({ checklists, rooms, today, schedule }: Props) {
  const words = useTranslations('workplace.schedule')
  return (
    <ActionForm action={schedule} label={words('title')} className="grid max-w-xl gap-4">
      <Select
        name="checklistId"
        label={words('checklist')}
        options={checklists}
        defaultValue={checklists[0]?.value}
        required
      />
      <Select
        name="roomId"
        label={words('room')}
        options={rooms}
        placeholder={words('chooseRoom')}
        required
      />
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
