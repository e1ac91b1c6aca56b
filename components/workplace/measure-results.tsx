'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { List, Row } from '#components/ui/list'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import { Time } from '#components/ui/time'
import type { Numbers } from '#components/workplace/probe-computer'
import type { Measure } from '#domain/measures'
import { bandOfMeasure } from '#domain/measures'

type Props = {
  latest: Numbers
  fresh: Numbers
  takenAt: Record<string, string>
  centreMs: number | null
  now: string
}

const SHOWN = [
  'pop_p95_s',
  'rtt_ms',
  'rtt_jitter_ms',
  'cpu_job_ms',
  'mic_snr_db',
  'mic_noise_dbfs',
  'screen_hz',
] as const
const TONES = { ok: 'good', warn: 'warn', fail: 'bad' } as const

/** The seat's numbers in words, the new ones over the last ones, each with its limit where there is one. */
export function MeasureResults({ latest, fresh, takenAt, centreMs, now }: Props) {
  const words = useTranslations('workplace.measure')
  const format = useFormatter()
  const all = { ...latest, ...fresh }
  const round = (value: number, digits: number) => format.number(value, { maximumFractionDigits: digits })
  const ratio = all.cpu_job_ms !== undefined && centreMs ? all.cpu_job_ms / centreMs : undefined
  const note = (metric: Measure) => {
    if (metric === 'pop_p95_s' && all.pop_server_ms !== undefined) {
      return words('parts', {
        half: round(all.pop_p50_s ?? all.pop_p95_s ?? 0, 2),
        server: round(all.pop_server_ms, 0),
        network: round(all.pop_network_ms ?? 0, 0),
        render: round(all.pop_render_ms ?? 0, 0),
      })
    }
    if (metric === 'screen_hz' && all.screen_width)
      return words('size', { width: all.screen_width, height: all.screen_height ?? 0 })
    if (metric === 'mic_snr_db' && (all.mic_clipped ?? 0) > 0.1)
      return words('clipped', { share: round(all.mic_clipped ?? 0, 1) })
    return undefined
  }
  const bandOf = (metric: Measure) => {
    if (metric === 'cpu_job_ms') return ratio === undefined ? null : bandOfMeasure('cpu_ratio', ratio)
    return bandOfMeasure(metric, all[metric] ?? 0)
  }
  const told = (metric: Measure) => {
    const value = all[metric] ?? 0
    if (metric === 'cpu_job_ms' && ratio !== undefined) return words('ratio', { ratio: round(ratio, 2) })
    return words(`values.${metric as 'rtt_ms'}`, { value: round(value, metric === 'pop_p95_s' ? 2 : 1) })
  }
  const rows = SHOWN.filter((metric) => all[metric] !== undefined)
  return (
    <Section id="results" title={words('resultsTitle')} note={words('resultsNote')}>
      {!rows.length && <p className="text-soft">{words('none')}</p>}
      <List label={words('resultsTitle')}>
        {rows.map((metric) => {
          const band = bandOf(metric)
          const at = fresh[metric] === undefined ? takenAt[metric] : now
          return (
            <Row
              key={metric}
              title={`${words(`metrics.${metric}`)}: ${told(metric)}`}
              note={
                <>
                  {note(metric)}
                  {note(metric) && at && ' · '}
                  {at && <Time at={at} now={now} />}
                </>
              }
              end={band && <Status tone={TONES[band]}>{words(`bands.${band}`)}</Status>}
            />
          )
        })}
      </List>
      <p className="mt-4 max-w-[72ch] text-small text-soft">{words('limits')}</p>
    </Section>
  )
}
