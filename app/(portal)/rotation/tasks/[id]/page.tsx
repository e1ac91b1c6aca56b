import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { TaskForm } from '#components/rotation/task-form'
import { ActionForm } from '#components/ui/form'
import { PageHeader } from '#components/ui/page-header'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { isUuid } from '#domain/ids'
import { inLocale } from '#domain/text'
import { taskForm } from '#server/rotation/task-queries'
import { retireTaskAction, writeTaskAction } from '../../task-actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata() {
  const t = await getTranslations('rotation.taskBook')
  return { title: t('one') }
}

export default async function TaskPage({ params }: Props) {
  const [{ actor }, { id }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('rotation.taskBook'),
  ])
  if (!isUuid(id)) notFound()
  const form = await seen(taskForm(actor, { taskId: id }))
  return (
    <>
      <PageHeader title={form.task ? inLocale(form.task.title, locale) : t('one')} lead={t('oneLead')} />
      <TaskForm {...form} locale={locale} write={writeTaskAction} />
      <Section id="retire" title={t('retire')} note={t('retireNote')} className="mt-10">
        <ActionForm action={retireTaskAction} label={t('retire')}>
          <input type="hidden" name="taskId" value={id} />
          <PendingButton variant="danger" className="justify-self-start">
            {t('retire')}
          </PendingButton>
        </ActionForm>
      </Section>
    </>
  )
}
