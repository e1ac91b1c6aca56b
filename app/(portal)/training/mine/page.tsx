import { getLocale, getTranslations } from 'next-intl/server'
import { makeCalendarAction } from '#app/_next/feed-link'
import { requireSession } from '#app/_next/session'
import { CalendarFeed } from '#components/training/calendar-feed'
import { TrainingRecordView } from '#components/training/record'
import { TrainingTabs } from '#components/training/training-tabs'
import { PageHeader } from '#components/ui/page-header'
import { listLinks } from '#server/accounts/queries'
import { trainingRecord } from '#server/training/record-queries'
import { rateAction, revokeCalendarAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('training.mine')
  return { title: t('title') }
}

export default async function MyTrainingPage() {
  const [{ actor }, locale, t] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('training.mine'),
  ])
  const [record, links] = await Promise.all([
    trainingRecord(actor, {}),
    listLinks(actor, { kind: 'calendar' }),
  ])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <TrainingTabs current="mine" actor={actor} />
      <TrainingRecordView record={record} locale={locale} rate={rateAction} />
      <CalendarFeed links={links} make={makeCalendarAction} revoke={revokeCalendarAction} />
    </>
  )
}
