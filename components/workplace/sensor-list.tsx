import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { PendingButton } from '#components/ui/pending-button'
import { Status } from '#components/ui/status'
import { Time } from '#components/ui/time'
import type { SensorMetric } from '#domain/sensor-metrics'
import { isInside, SILENT_AFTER_MINUTES } from '#domain/sensors'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type Sensor = {
  id: string
  name: string
  metric: SensorMetric
  unit: string
  okLow: number | null
  okHigh: number | null
  room: Text
  site: Text
  revoked: boolean
  last: { value: number; at: string } | null
  alarmSince: string | null
}

/** The range of a sensor in words. */
export function useRange() {
  const words = useTranslations('workplace.sensors')
  const format = useFormatter()
  const told = (value: number | null) => (value === null ? 'none' : format.number(value))
  return ({ okLow, okHigh, unit }: Pick<Sensor, 'okLow' | 'okHigh' | 'unit'>) =>
    words('range', { low: told(okLow), high: told(okHigh), unit })
}

/** How a sensor does: an alarm, out of range for a while, silent, or fine. */
export function SensorStatus({ sensor, now }: { sensor: Sensor; now: string }) {
  const words = useTranslations('workplace.sensors')
  const { last, revoked, alarmSince } = sensor
  if (revoked) return <Status>{words('revoked')}</Status>
  if (alarmSince) return <Status tone="bad">{words('alarm')}</Status>
  if (!last) return <Status>{words('never')}</Status>
  const silent = Date.parse(now) - Date.parse(last.at) > SILENT_AFTER_MINUTES * 60_000
  if (silent) return <Status>{words('silent')}</Status>
  return isInside(sensor, last.value) ? (
    <Status tone="good">{words('fine')}</Status>
  ) : (
    <Status tone="warn">{words('out')}</Status>
  )
}

type Props = { sensors: Sensor[]; now: string; locale: Locale; revoke: FormAction }

/** Sensors with their last value and its age. */
export function SensorList({ sensors, now, locale, revoke }: Props) {
  const words = useTranslations('workplace.sensors')
  const place = useTranslations('workplace')
  const format = useFormatter()
  const range = useRange()
  const placeOf = ({ room, site }: Sensor) =>
    place('placeRoom', { room: inLocale(room, locale), site: inLocale(site, locale) })
  const fullName = (sensor: Sensor) => `${sensor.name}, ${placeOf(sensor)}`
  return (
    <ul className="rows">
      {sensors.map((sensor) => (
        <li key={sensor.id} className="row flex-wrap">
          <span className="min-w-0 flex-1 basis-60">
            <Link className="link" href={`/workplace/sensors/${sensor.id}`}>
              {sensor.name}
            </Link>
            <span className="block text-small text-soft">
              {placeOf(sensor)}
              {' · '}
              {range(sensor)}
            </span>
          </span>
          {sensor.last && (
            <span>
              {words('last', { value: format.number(sensor.last.value), unit: sensor.unit })}{' '}
              <span className="text-small text-soft">
                <Time at={sensor.last.at} now={now} />
              </span>
            </span>
          )}
          <SensorStatus sensor={sensor} now={now} />
          {!sensor.revoked && (
            <ActionForm
              action={revoke}
              label={words('revokeNamed', { name: fullName(sensor) })}
              className="grid"
            >
              <input type="hidden" name="sensorId" value={sensor.id} />
              <PendingButton
                variant="plain"
                size="small"
                aria-label={words('revokeNamed', { name: fullName(sensor) })}
              >
                {words('revoke')}
              </PendingButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  )
}
