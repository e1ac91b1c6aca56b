import { useFormatter, useTranslations } from 'next-intl'
import type { DayBlock } from '#components/rotation/day-band'
import { Icon } from '#components/ui/icon'

/** What I do now and what comes then: the first glance of the day. */
export function NowNext({ blocks, now }: { blocks: DayBlock[]; now: string }) {
  const words = useTranslations('rotation')
  const format = useFormatter()
  const clock = (at: string) =>
    format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const moment = Date.parse(now)
  const current = blocks.find((block) => Date.parse(block.from) <= moment && moment < Date.parse(block.to))
  const next = blocks.find((block) => Date.parse(block.from) > moment)
  if (!current && !next) return <p className="text-soft">{words('dayOver')}</p>
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
      {current && (
        <p className="flex items-center gap-2 font-semibold">
          <Icon name={current.kind === 'break' ? 'break' : 'headset'} className="text-accent" />
          {words('nowUntil', { title: current.title, time: clock(current.to) })}
        </p>
      )}
      {next && (
        <p className="text-soft">{words('nextFrom', { title: next.title, time: clock(next.from) })}</p>
      )}
    </div>
  )
}
