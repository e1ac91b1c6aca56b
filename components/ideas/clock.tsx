import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon'

/** Days left until an answer is due; negative: late. Counted by the domain, in the site's days. */
export function Clock({ days }: { days: number }) {
  const words = useTranslations('ideas.browser.clock')
  const urgency = urgencyOf(days)
  return (
    <span className="clock" data-late={urgency}>
      <Icon name={days < 0 ? 'notice' : 'hourglass'} size={16} />
      {days === 0 ? words('today') : words(days < 0 ? 'late' : 'left', { days: Math.abs(days) })}
    </span>
  )
}

function urgencyOf(days: number) {
  if (days < 0) return 'yes'
  return days <= 1 ? 'soon' : undefined
}
