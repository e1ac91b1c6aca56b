import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { LineChart } from '#components/charts/line-chart'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Disclosure } from '#components/ui/disclosure'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { Table } from '#components/ui/table'
import { SensorStatus } from '#components/workplace/sensor-list'
import { isUuid } from '#domain/ids'
import { inLocale } from '#domain/text'
import { showSensor } from '#server/workplace/sensor-queries'

type Props = { params: Promise<{ id: string }> }

const DAY = 86_400_000

export async function generateMetadata() {
  const t = await getTranslations('workplace.sensors')
  return { title: t('title') }
}

export default async function SensorPage({ params }: Props) {
  const [{ actor }, { id }, locale, t, words, format] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('workplace.sensors'),
    getTranslations('workplace'),
    getFormatter(),
  ])
  if (!isUuid(id)) notFound()
  const sensor = await seen(showSensor(actor, { sensorId: id }))
  const now = new Date()
  const told = (value: number | null) => (value === null ? 'none' : format.number(value))
  const range = t('range', { low: told(sensor.okLow), high: told(sensor.okHigh), unit: sensor.unit })
  const moment = (at: string) =>
    format.dateTime(new Date(at), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  const clock = (at: Date) =>
    format.dateTime(at, { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const values = sensor.readings.map(({ value }) => value)
  return (
    <>
      <PageHeader
        title={sensor.name}
        lead={`${words('placeRoom', { room: inLocale(sensor.room, locale), site: inLocale(sensor.site, locale) })} · ${t(`metrics.${sensor.metric}`)} · ${range}`}
        above={<Breadcrumbs trail={[{ href: '/workplace/sensors', label: t('title') }]} />}
      />
      <p className="mb-8">
        <SensorStatus sensor={sensor} now={now.toISOString()} />
      </p>
      <Section id="chart" title={t('chartTitle')}>
        {values.length ? (
          <>
            <LineChart
              sentence={t('chartSentence', {
                name: sensor.name,
                low: format.number(Math.min(...values)),
                high: format.number(Math.max(...values)),
                unit: sensor.unit,
                range,
              })}
              points={sensor.readings}
              low={sensor.okLow}
              high={sensor.okHigh}
              from={new Date(now.getTime() - DAY).toISOString()}
              to={now.toISOString()}
              clock={clock}
              number={(value) => format.number(value)}
            />
            <Disclosure summary={t('tableTitle')}>
              <Table
                caption={t('tableTitle')}
                rowKey={({ at }) => at}
                rows={sensor.readings.toReversed().slice(0, 100)}
                columns={[
                  { key: 'at', title: t('time'), cell: ({ at }) => moment(at) },
                  {
                    key: 'value',
                    title: t('value'),
                    align: 'end',
                    cell: ({ value }) => format.number(value),
                  },
                ]}
              />
            </Disclosure>
          </>
        ) : (
          <p className="text-soft">{t('noReadings')}</p>
        )}
      </Section>
      <Section id="alarms" title={t('alarmsTitle')}>
        {sensor.alarms.length ? (
          <ul className="rows">
            {sensor.alarms.map((alarm) => (
              <li key={alarm.id} className="row">
                {t('alarmRow', {
                  from: moment(alarm.from),
                  ended: alarm.to ? 'yes' : 'open',
                  to: alarm.to ? moment(alarm.to) : '',
                })}
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-soft">{t('noAlarms')}</p>
        )}
      </Section>
    </>
  )
}
