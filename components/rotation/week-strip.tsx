import { useFormatter, useTranslations } from 'next-intl'
import { Link } from '#components/ui/link'

type Shift = { from: string; to: string }
type Props = { days: { date: string; shifts: Shift[] }[]; date: string; today: string; timeZone: string }

/** Seven days, each with its hours; a press shows the day. */
export function WeekStrip({ days, date, today, timeZone }: Props) {
  const words = useTranslations('rotation')
  const format = useFormatter()
  const clock = (at: string) =>
    format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  const noon = (day: string) => new Date(`${day}T12:00:00Z`)
  return (
    <nav aria-label={words('week')}>
      <ul className="week">
        {days.map((day) => (
          <li key={day.date}>
            <Link
              href={`/rotation?date=${day.date}`}
              className="week-day"
              aria-current={day.date === date ? 'date' : undefined}
              data-today={day.date === today || undefined}
            >
              <span className="text-small text-soft">
                {format.dateTime(noon(day.date), { weekday: 'short', timeZone: 'UTC' })}
              </span>
              <span className="font-semibold">
                {format.dateTime(noon(day.date), { day: 'numeric', month: 'short', timeZone: 'UTC' })}
              </span>
              <span className="text-small">
                {day.shifts.length
                  ? day.shifts
                      .map((shift) => words('span', { from: clock(shift.from), to: clock(shift.to) }))
                      .join(', ')
                  : words('dayOff')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
