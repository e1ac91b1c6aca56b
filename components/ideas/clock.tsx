import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon'

/** Days left until an answer is due; negative: late. Counted by the domain, in the site's days. */
export function Clock({ days }: { days: number }) {
  const words = useTranslations('ideas.browser.clock')
  const late = days < 0 ? 'yes' : days <= 1 ? 'soon' : undefined
  return (
    <span className="clock" data-late={late}>
      <Icon name={days < 0 ? 'notice' : 'hourglass'} size={16} />
      {days < 0 ? words('late', { days: -days }) : days === 0 ? words('today') : words('left', { days })}
    </span>
  )
}
