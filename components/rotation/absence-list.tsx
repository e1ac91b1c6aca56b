import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'

type Absence = { id: string; name: string; from: string; to: string; days: string[] }
type Props = {
  absences: Absence[]
  people: { personId: string; name: string }[]
  teamId: string
  today: string
  timeZone: string
  record: FormAction
  remove: FormAction
}

/** Who is away and what it touches, and the form to write it down. */
export function Absences({ absences, people, teamId, today, timeZone, record, remove }: Props) {
  const words = useTranslations('rotation.absences')
  const format = useFormatter()
  const moment = (at: string) =>
    format.dateTime(new Date(at), {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    })
  const named = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return (
    <div className="grid gap-6">
      {absences.length ? (
        <ul className="rows">
          {absences.map(({ id, name, from, to, days }) => {
            const line = words('line', { name, from: moment(from), to: moment(to) })
            return (
              <li key={id} className="row flex-wrap">
                <span className="min-w-0 flex-1">
                  {line}
                  {days.map((day) => (
                    <Link
                      key={day}
                      href={`/rotation/plan/${day}?teamId=${teamId}`}
                      className="link block text-small"
                    >
                      {words('replan', { day: named(day) })}
                    </Link>
                  ))}
                </span>
                <ActionForm action={remove} label={words('removeNamed', { line })}>
                  <input type="hidden" name="absenceId" value={id} />
                  <PendingButton variant="plain" size="small">
                    {words('remove')}
                  </PendingButton>
                </ActionForm>
              </li>
            )
          })}
        </ul>
      ) : (
        <p className="text-soft">{words('none')}</p>
      )}
      <ActionForm action={record} label={words('record')} className="grid max-w-xl gap-4">
        <Select
          name="personId"
          label={words('who')}
          options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          required
        />
        <div className="grid grid-cols-2 gap-4">
          <TextInput name="fromDate" type="date" label={words('fromDate')} defaultValue={today} required />
          <TextInput name="toDate" type="date" label={words('toDate')} defaultValue={today} required />
          <TextInput name="starts" type="time" label={words('starts')} />
          <TextInput name="ends" type="time" label={words('ends')} />
        </div>
        <PendingButton className="justify-self-start">{words('record')}</PendingButton>
      </ActionForm>
    </div>
  )
}
