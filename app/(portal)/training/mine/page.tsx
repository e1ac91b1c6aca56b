import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { TrainingRecordView } from '#components/training/record'
import { TrainingTabs } from '#components/training/training-tabs'
import { PageHeader } from '#components/ui/page-header'
import { trainingRecord } from '#server/training/record-queries'

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
  const record = await trainingRecord(actor, {})
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <TrainingTabs current="mine" />
      <TrainingRecordView record={record} locale={locale} />
    </>
  )
}
