import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { AddTrainingForm } from '#components/training/add-training'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { listCompetences } from '#server/training/course-desk-queries'
import { addTrainingAction } from '../../desk-actions'

export async function generateMetadata() {
  const t = await getTranslations('training.desk')
  return { title: t('addTraining') }
}

export default async function NewTrainingPage() {
  const [{ actor }, locale, t] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('training'),
  ])
  const competences = await seen(listCompetences(actor, {}))
  return (
    <>
      <PageHeader
        title={t('desk.addTraining')}
        lead={t('desk.addLead')}
        above={<Breadcrumbs trail={[{ href: '/training/centre', label: t('centre.title') }]} />}
      />
      <AddTrainingForm competences={competences} locale={locale} add={addTrainingAction} />
    </>
  )
}
