import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { InstrumentForm, InstrumentList } from '#components/workplace/instrument-list'
import { listInstruments } from '#server/workplace/instrument-queries'
import { addInstrumentAction, calibrateInstrumentAction, retireInstrumentAction } from '../place-actions'

const DOORS = { calibrate: calibrateInstrumentAction, retire: retireInstrumentAction }

export async function generateMetadata() {
  const t = await getTranslations('workplace.instrument')
  return { title: t('title') }
}

export default async function InstrumentsPage() {
  const [{ actor }, locale, t, words] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('workplace.instrument'),
    getTranslations('workplace'),
  ])
  const { items, sites } = await seen(listInstruments(actor, {}))
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Breadcrumbs trail={[{ href: '/workplace/rounds', label: words('roundsTitle') }]} />}
      />
      {!items.length && <EmptyState icon="measure" title={t('none')} lead={t('noneLead')} />}
      <div className="mb-10">
        <InstrumentList instruments={items} locale={locale} doors={DOORS} />
      </div>
      <Section id="add" title={t('add')}>
        <InstrumentForm sites={sites} locale={locale} add={addInstrumentAction} />
      </Section>
    </>
  )
}
