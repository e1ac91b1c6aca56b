import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Icon } from '#components/ui/icon'
import type { IconName } from '#components/ui/icon-names'
import { Link } from '#components/ui/link'
import { PendingButton } from '#components/ui/pending-button'
import { Status } from '#components/ui/status'
import { Time } from '#components/ui/time'

type Notice = { id: string; text: string; href: string; at: string; read: boolean; icon: IconName }

/** What concerns the person, as sentences; unread ones say so in a word too. */
export function NoticeList({ notices, read }: { notices: readonly Notice[]; read: FormAction }) {
  const t = useTranslations('notices')
  return (
    <ul className="rows" aria-label={t('list')}>
      {notices.map((notice) => (
        <li key={notice.id} className="row flex-wrap gap-y-1">
          <Icon name={notice.icon} className={notice.read ? 'text-soft' : 'text-accent'} />
          <span className="min-w-0 flex-[1_1_13rem]">
            <Link className={notice.read ? 'link' : 'link font-semibold'} href={notice.href}>
              {notice.text}
            </Link>
            <span className="block text-small text-soft">
              <Time at={notice.at} look="moment" />
            </span>
          </span>
          {!notice.read && (
            <span className="ms-9 flex items-center gap-3 sm:ms-0">
              <Status tone="accent">{t('unread')}</Status>
              {/* Named by its button: as many landmarks as notices would drown the page's own. */}
              <ActionForm action={read} className="contents">
                <input type="hidden" name="noticeId" value={notice.id} />
                <PendingButton variant="plain" size="small" icon="check">
                  {t('read')} <span className="sr-only">{notice.text}</span>
                </PendingButton>
              </ActionForm>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
