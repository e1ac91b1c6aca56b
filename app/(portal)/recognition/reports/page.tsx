import { getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { recognitionViews } from '#app/_next/recognition-views'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { RecognitionTabs } from '#components/recognition/recognition-tabs'
import { Reports } from '#components/recognition/reports'
import { EmptyState } from '#components/ui/empty-state'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { ListReports } from '#domain/recognition'
import { listReports } from '#server/recognition/report-queries'
import { keepReportedAction, revokeReportedAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const [{ actor }, t, layout] = await Promise.all([
    requireSession(),
    getTranslations('recognition.reports'),
    getTranslations('layout'),
  ])
  return { title: mayEver(actor, 'recognition.reports') ? t('title') : layout('lost.title') }
}

/** What HR was asked to look at, with both answers to it. */
export default async function ReportsPage({ searchParams }: Props) {
  const [{ actor }, given, t] = await Promise.all([
    requireSession(),
    searchParams,
    getTranslations('recognition.reports'),
  ])
  const asked = pageQuery(given, ['cursor'])
  const { data: filter = ListReports.parse({}) } = ListReports.safeParse(asked.known)
  const { items, next } = await seen(listReports(actor, filter))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <RecognitionTabs views={recognitionViews(actor)} current="reports" />
      <div className="mt-8">
        {items.length ? (
          <Reports reports={items} keep={keepReportedAction} revoke={revokeReportedAction} />
        ) : (
          <EmptyState icon="done" title={t('empty')} lead={t('emptyLead')} />
        )}
        <LoadMore
          href={next && asked.with({ cursor: next })}
          first={filter.cursor ? asked.with({ cursor: null }) : null}
        />
      </div>
    </>
  )
}
