import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { ChecklistView } from '#components/workplace/checklist-view'
import { inLocale } from '#domain/text'
import { showChecklist } from '#server/workplace/checklist-queries'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata() {
  const t = await getTranslations('workplace.template')
  return { title: t('title') }
}

export default async function TemplatePage({ params }: Props) {
  const [{ actor }, { slug }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('workplace.template'),
  ])
  const checklist = await seen(showChecklist(actor, { slug }))
  return (
    <>
      <PageHeader
        title={inLocale(checklist.title, locale)}
        lead={t('version', { version: checklist.version })}
        above={<Breadcrumbs trail={[{ href: '/workplace/templates', label: t('title') }]} />}
      />
      <div className="mb-8">
        <Notice>{t('normsNote')}</Notice>
      </div>
      <ChecklistView sections={checklist.sections} locale={locale} />
    </>
  )
}
