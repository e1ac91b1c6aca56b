import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { SheetForm } from '#components/ui/sheet-form'
import { TextInput } from '#components/ui/text-input'
import { mayEver } from '#domain/access'
import { importMetricsAction } from '../sheet-actions'

const COLUMNS = ['email', 'key', 'month', 'value', 'sample']

export async function generateMetadata() {
  const [{ actor }, t, lost] = await Promise.all([
    requireSession(),
    getTranslations('career.figures'),
    getTranslations('layout.lost'),
  ])
  return { title: mayEver(actor, 'career.importMetrics') ? t('title') : lost('title') }
}

/** Monthly figures of people come in as a sheet: quality scores, sales plans, with the number of contacts behind them. */
export default async function FiguresPage() {
  const [{ actor }, t] = await Promise.all([requireSession(), getTranslations('career.figures')])
  if (!mayEver(actor, 'career.importMetrics')) notFound()
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Breadcrumbs trail={[{ href: '/career', label: t('above') }]} />}
      />
      <SheetForm label={t('title')} columns={COLUMNS} action={importMetricsAction}>
        <TextInput name="source" label={t('source')} hint={t('sourceHint')} maxLength={100} required />
      </SheetForm>
    </>
  )
}
