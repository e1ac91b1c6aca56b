import { useFormatter, useTranslations } from 'next-intl'

type Props = { absences: { from: string; to: string }[] }

/** The hours of a shift in which one is away, as far as was written down. */
export function AwayLine({ absences }: Props) {
  const words = useTranslations('rotation')
  const format = useFormatter()
  const clock = (at: string) =>
    format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const times = absences.map(({ from, to }) => words('span', { from: clock(from), to: clock(to) }))
  return times.length > 0 && <p>{words('away', { times: format.list(times) })}</p>
}
