import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { TaskForm } from '#components/rotation/task-form'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { taskForm } from '#server/rotation/task-queries'
import { writeTaskAction } from '../../task-actions'

export async function generateMetadata() {
  const t = await getTranslations('rotation.taskBook')
  return { title: t('new') }
}

export default async function NewTaskPage() {
  const [{ actor }, locale, t] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('rotation.taskBook'),
  ])
  if (!mayEver(actor, 'rotation.writeTask')) notFound()
  const form = await seen(taskForm(actor, {}))
  return (
    <>
      <PageHeader title={t('new')} lead={t('newLead')} />
      <TaskForm {...form} locale={locale} write={writeTaskAction} />
    </>
  )
}
