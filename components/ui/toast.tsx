'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'

export type LiveNotice = { id: string; text: string; href: string; festive?: boolean }

/** Good news passing by: spoken politely, never in the way, never the only place where it stands. */
export function Toasts({ notices, dismiss }: { notices: LiveNotice[]; dismiss: (id: string) => void }) {
  const words = useTranslations('ui.browser')
  return (
    <div role="status" className="toasts no-print">
      {notices.map((notice) => (
        <div key={notice.id} className="float toast">
          <Icon
            name={notice.festive ? 'award' : 'bell'}
            className={notice.festive ? 'text-festive-ink' : 'text-accent'}
          />
          <Link href={notice.href} className="flex-1 hover:underline" onClick={() => dismiss(notice.id)}>
            {notice.text}
          </Link>
          <button
            type="button"
            className="button"
            data-variant="plain"
            data-size="small"
            aria-label={words('close')}
            onClick={() => dismiss(notice.id)}
          >
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  )
}
