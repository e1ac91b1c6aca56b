import { getLocale, getTranslations } from 'next-intl/server'
import { origin } from '#app/_next/origin'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { SeatLabels } from '#components/workplace/seat-labels'
import { inLocale } from '#domain/text'
import { listLabels } from '#server/workplace/seat-page-queries'

type Props = { params: Promise<{ site: string }> }

export async function generateMetadata() {
  const t = await getTranslations('workplace.seatPage')
  return { title: t('labelsTitle') }
}

export default async function LabelsPage({ params }: Props) {
  const [{ actor }, { site }, locale, t, words] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('workplace.seatPage'),
    getTranslations('workplace'),
  ])
  const labels = await seen(listLabels(actor, { site }))
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t('labelsTitle')}
          lead={t('labelsLead', { site: inLocale(labels.site, locale) })}
          above={<Breadcrumbs trail={[{ href: `/workplace/map/${site}`, label: words('mapTitle') }]} />}
        />
      </div>
      <SeatLabels seats={labels.seats} origin={origin()} locale={locale} />
    </>
  )
}
