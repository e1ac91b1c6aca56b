import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { Words } from '#components/layout/words'
import { EmptyState } from '#components/ui/empty-state'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { SensorForm } from '#components/workplace/sensor-form'
import { SensorList } from '#components/workplace/sensor-list'
import { WorkplaceTabs } from '#components/workplace/workplace-tabs'
import { mayEver } from '#domain/access'
import { inLocale } from '#domain/text'
import { listRooms, listSensors } from '#server/workplace/sensor-queries'
import { addSensorAction, revokeSensorAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const [{ actor }, t] = await Promise.all([requireSession(), getTranslations('workplace.sensors')])
  if (!mayEver(actor, 'workplace.sensors')) notFound()
  return { title: t('title') }
}

export default async function SensorsPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t, words] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('workplace.sensors'),
    getTranslations('workplace'),
  ])
  if (!mayEver(actor, 'workplace.sensors')) notFound()
  const filter = pageQuery(given, ['cursor'])
  const [sensors, rooms] = await Promise.all([listSensors(actor, filter.known), listRooms(actor, {})])
  const choices = rooms.items.map(({ id, title, site }) => ({
    value: id,
    label: words('placeRoom', { room: inLocale(title, locale), site: inLocale(site, locale) }),
  }))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <WorkplaceTabs current="sensors" sensors />
      {sensors.items.length ? (
        <div className="mb-10">
          <SensorList
            sensors={sensors.items}
            now={new Date().toISOString()}
            locale={locale}
            revoke={revokeSensorAction}
          />
          <LoadMore href={sensors.next && filter.with({ cursor: sensors.next })} />
        </div>
      ) : (
        <EmptyState icon="measure" title={t('none')} lead={t('noneLead')} />
      )}
      <Section id="add" title={t('addTitle')}>
        <Words namespaces={['workplace.sensors', 'ui.browser']}>
          <SensorForm rooms={choices} add={addSensorAction} />
        </Words>
      </Section>
    </>
  )
}
