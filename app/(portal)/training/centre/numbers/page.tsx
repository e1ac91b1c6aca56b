import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { TrainingNumbersView } from '#components/training/numbers'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { trainingNumbers } from '#server/training/numbers-queries'

export async function generateMetadata() {
  const t = await getTranslations('training.numbers')
  return { title: t('title') }
}

export default async function TrainingNumbersPage() {
  const [{ actor }, locale, t] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('training'),
  ])
  const numbers = await seen(trainingNumbers(actor, {}))
  return (
    <>
      <PageHeader
        title={t('numbers.title')}
        lead={t('numbers.lead')}
        above={<Breadcrumbs trail={[{ href: '/training/centre', label: t('centre.title') }]} />}
      />
      <TrainingNumbersView numbers={numbers} locale={locale} />
    </>
  )
}
