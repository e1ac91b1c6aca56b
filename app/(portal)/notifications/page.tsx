import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { noticeIcon, noticeWords } from '#app/_next/notice-words'
import { requireSession } from '#app/_next/session'
import { NoticeList } from '#components/notifications/notice-list'
import { EmptyState } from '#components/ui/empty-state'
import { ActionForm } from '#components/ui/form'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { PendingButton } from '#components/ui/pending-button'
import { listNotices } from '#server/notifications/queries'
import { readAllNoticesAction, readNoticeAction } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('notices')
  return { title: t('title') }
}

export default async function NotificationsPage({ searchParams }: Props) {
  const [{ actor, unread }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('notices'),
  ])
  const asked = pageQuery(given, ['cursor'])
  const notices = await listNotices(actor, { cursor: asked.known.cursor })
  const words = noticeWords(locale)
  const rows = notices.items.map((notice) => ({
    ...notice,
    text: words(notice),
    icon: noticeIcon(notice.kind),
  }))
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          unread > 0 && (
            <ActionForm action={readAllNoticesAction} label={t('readAll')}>
              <PendingButton variant="quiet" icon="check">
                {t('readAll')}
              </PendingButton>
            </ActionForm>
          )
        }
      />
      {rows.length === 0 ? (
        <EmptyState icon="bell" title={t('empty')} lead={t('emptyLead')} />
      ) : (
        <NoticeList notices={rows} read={readNoticeAction} />
      )}
      <LoadMore
        href={notices.next && asked.with({ cursor: notices.next })}
        first={asked.known.cursor ? asked.with({ cursor: null }) : null}
      />
    </>
  )
}
