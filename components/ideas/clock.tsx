import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon'
import { Status } from '#components/ui/status'
import { OVERDUE_DAYS } from '#domain/idea-clock'

/**
 * Working days left until an answer is due; negative: late, and after three days publicly overdue. While the author is asked
 * something the clock stands.
 */
export function Clock({ days, paused }: { days: number; paused?: boolean }) {
  const words = useTranslations('ideas.browser.clock')
  if (paused && days >= 0) {
    return (
      <span className="clock">
        <Icon name="hourglass" size={16} />
        {words('paused')}
      </span>
    )
  }
  return (
    <>
      {days <= -OVERDUE_DAYS && <Status tone="bad">{words('overdue')}</Status>}
      <span className="clock" data-late={urgencyOf(days)}>
        <Icon name={days < 0 ? 'notice' : 'hourglass'} size={16} />
        {days === 0 ? words('today') : words(days < 0 ? 'late' : 'left', { days: Math.abs(days) })}
      </span>
    </>
  )
}

function urgencyOf(days: number) {
  if (days < 0) return 'yes'
  return days <= 1 ? 'soon' : undefined
}
