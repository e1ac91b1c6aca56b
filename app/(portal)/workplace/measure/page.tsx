import { getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { Words } from '#components/layout/words'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { SeatMeasure } from '#components/workplace/seat-measure'
import { myMeasures } from '#server/workplace/measure-queries'
import { measureSeatAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('workplace.measure')
  return { title: t('title') }
}

export default async function MeasurePage() {
  const [{ actor }, t, words] = await Promise.all([
    requireSession(),
    getTranslations('workplace.measure'),
    getTranslations('workplace'),
  ])
  const { seat } = await myMeasures(actor, {})
  const now = new Date().toISOString()
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Breadcrumbs trail={[{ href: '/workplace', label: words('title') }]} />}
      />
      {seat ? (
        <Words namespaces={['workplace.measure', 'ui.browser']}>
          <SeatMeasure
            latest={Object.fromEntries(seat.latest.map(({ metric, value }) => [metric, value]))}
            takenAt={Object.fromEntries(seat.latest.map(({ metric, takenAt }) => [metric, takenAt]))}
            centreMs={seat.centreMs}
            now={now}
            save={measureSeatAction}
          />
        </Words>
      ) : (
        <EmptyState icon="seat" title={words('noSeat')} lead={words('noSeatLead')} />
      )}
    </>
  )
}
