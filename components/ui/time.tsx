import { useFormatter } from 'next-intl'

const looks = {
  date: { day: 'numeric', month: 'long' },
  full: { day: 'numeric', month: 'long', year: 'numeric' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  moment: { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const

type Props = { at: string | Date; now?: string | Date; look?: keyof typeof looks | 'relative' }

/** A moment in the reader's words; the exact one is always behind it. `relative` needs `now`. */
export function Time({ at, now, look = now ? 'relative' : 'date' }: Props) {
  const format = useFormatter()
  const moment = new Date(at)
  const exact = format.dateTime(moment, { ...looks.full, ...looks.clock })
  const shown =
    look === 'relative'
      ? format.relativeTime(moment, new Date(now ?? at))
      : format.dateTime(moment, looks[look])
  return (
    <time dateTime={moment.toISOString()} title={exact} suppressHydrationWarning>
      {shown}
    </time>
  )
}
