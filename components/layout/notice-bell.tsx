'use client'

import { useTranslations } from 'next-intl'
import { useLiveNotices } from '#components/layout/use-live-notices'
import { Count } from '#components/ui/count'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { Toasts } from '#components/ui/toast'

export function NoticeBell({ unread: initial, source }: { unread: number; source?: string }) {
  const words = useTranslations('layout.browser')
  const { unread, notices, dismiss } = useLiveNotices(initial, source)
  return (
    <>
      <Link href="/notifications" className="round">
        <Icon name="bell" />
        <span className="sr-only">{words('notifications')}</span>
        <Count value={unread} spoken={words('unread', { count: unread })} />
      </Link>
      <Toasts notices={notices} dismiss={dismiss} />
    </>
  )
}
