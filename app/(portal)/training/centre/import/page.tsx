import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { Imports } from '#components/training/imports'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { importCompletionsAction, importSessionsAction, importTrainingsAction } from '../../sheet-actions'

export async function generateMetadata() {
  const [{ actor }, t] = await Promise.all([requireSession(), getTranslations()])
  const may = mayEver(actor, 'training.importSessions')
  return { title: may ? t('training.imports.title') : t('layout.lost.title') }
}

/** What was planned and passed before this portal was, from a sheet. */
export default async function TrainingImportPage() {
  const [{ actor }, t] = await Promise.all([requireSession(), getTranslations('training')])
  if (!mayEver(actor, 'training.importSessions')) notFound()
  return (
    <>
      <PageHeader
        title={t('imports.title')}
        lead={t('imports.lead')}
        above={<Breadcrumbs trail={[{ href: '/training/centre', label: t('centre.title') }]} />}
      />
      <Imports
        actions={{
          trainings: importTrainingsAction,
          sessions: importSessionsAction,
          completions: importCompletionsAction,
        }}
      />
    </>
  )
}
