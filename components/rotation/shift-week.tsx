import { useFormatter, useTranslations } from 'next-intl'
import { clockOf } from '#components/rotation/wording'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { PendingButton } from '#components/ui/pending-button'

type Shift = { id: string; onDate: string; from: string; to: string; planned: boolean }
type Props = {
  people: { personId: string; name: string; shifts: Shift[] }[]
  days: string[]
  timeZone: string
  remove: FormAction
}

/** People by days of a week; a shift that nobody was told of yet can be taken back where it stands. */
export function ShiftWeek({ people, days, timeZone, remove }: Props) {
  const words = useTranslations('rotation')
  const format = useFormatter()
  const clock = clockOf(format, timeZone)
  const named = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), {
      weekday: 'short',
      day: 'numeric',
      month: 'numeric',
      timeZone: 'UTC',
    })
  const line = ({ from, to }: Shift) => words('span', { from: clock(from), to: clock(to) })
  return (
    <ActionForm action={remove} label={words('shifts.remove')} className="grid gap-2">
      <div className="sheet">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words('person')}</th>
              {days.map((day) => (
                <th key={day} scope="col">
                  {named(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ personId, name, shifts }) => (
              <tr key={personId}>
                <th scope="row">
                  <Link href={`/people/${personId}`} className="hover:underline">
                    {name}
                  </Link>
                </th>
                {days.map((day) => (
                  <td key={day}>
                    {shifts
                      .filter(({ onDate }) => onDate === day)
                      .map((shift) => (
                        <span key={shift.id} className="flex items-center gap-1 whitespace-nowrap">
                          {line(shift)}
                          {!shift.planned && (
                            <PendingButton
                              name="shiftId"
                              value={shift.id}
                              variant="plain"
                              size="small"
                              icon="close"
                            >
                              <span className="sr-only">
                                {words('shifts.removeNamed', { name, line: line(shift), day: named(day) })}
                              </span>
                            </PendingButton>
                          )}
                        </span>
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ActionForm>
  )
}
