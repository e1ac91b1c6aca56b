import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { Time } from '#components/ui/time'

/** Over every page while an alarm is on: where to go, and that nothing here runs on meanwhile. */
export function AlarmBar({ since }: { since: string }) {
  const words = useTranslations('layout.alarm')
  return (
    <section aria-label={words('title')} className="alarm-bar">
      <Icon name="alert" />
      <p className="min-w-0 flex-1 basis-60">
        <strong>
          {words('title')} <Time at={since} look="clock" />
        </strong>{' '}
        {words('paused')}
      </p>
      <Link href="/workplace/safety" className="link">
        {words('go')}
      </Link>
    </section>
  )
}
