import { getLocale, getTranslations } from 'next-intl/server'
import { makeCalendarAction } from '#app/_next/feed-link'
import { requireSession } from '#app/_next/session'
import { CalendarFeed } from '#components/training/calendar-feed'
import { LearnerChecks } from '#components/training/checks'
import { TrainingRecordView } from '#components/training/record'
import { TrainingTabs } from '#components/training/training-tabs'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { listLinks } from '#server/accounts/queries'
import { listLearners } from '#server/training/check-queries'
import { trainingRecord } from '#server/training/record-queries'
import { rateAction, revokeCalendarAction } from '../actions'
import { signChecksAction, undoCheckAction } from '../desk-actions'

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
  const [record, links, learners] = await Promise.all([
    trainingRecord(actor, {}),
    listLinks(actor, { kind: 'calendar' }),
    mayEver(actor, 'training.signCheck') ? listLearners(actor, {}) : [],
  ])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <TrainingTabs current="mine" actor={actor} />
      <LearnerChecks
        learners={learners}
        now={new Date()}
        locale={locale}
        named
        sign={signChecksAction}
        undo={undoCheckAction}
      />
      <TrainingRecordView record={record} own locale={locale} rate={rateAction} />
      <CalendarFeed links={links} make={makeCalendarAction} revoke={revokeCalendarAction} />
    </>
  )
}
