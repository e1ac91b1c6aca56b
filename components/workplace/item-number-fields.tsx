import { useFormatter, useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { KeptItem } from '#domain/checklist-item'
import { ITEM_METRICS } from '#domain/checklist-item'
import { INSTRUMENT_KINDS } from '#domain/instruments'

const BOUNDS = ['failLow', 'okLow', 'okHigh', 'failHigh'] as const

/** A number as people of the page's language type it. */
export function useDecimal() {
  const format = useFormatter()
  return (value: number | null | undefined): string | undefined =>
    value === null || value === undefined
      ? undefined
      : format.number(value, { useGrouping: false, maximumFractionDigits: 6 })
}

export function NumberFields({ item }: { item?: KeptItem }) {
  const words = useTranslations('workplace.draft')
  const measures = useTranslations('workplace.measure.metrics')
  const kinds = useTranslations('workplace.instrument.kinds')
  const decimal = useDecimal()
  const metrics = ITEM_METRICS.filter((metric) => metric === 'cpu_ratio' || measures.has(metric as 'rtt_ms'))
  const bySeason = item?.limits.some(({ season }) => season !== 'any') ?? false
  return (
    <>
      <TextInput
        name="unit"
        label={words('unit')}
        maxLength={30}
        defaultValue={item?.unit ?? undefined}
        required
      />
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="section-title">{words('plausible')}</legend>
        <TextInput
          name="plausibleLow"
          label={words('plausibleLow')}
          inputMode="decimal"
          defaultValue={decimal(item?.plausibleLow)}
          required
        />
        <TextInput
          name="plausibleHigh"
          label={words('plausibleHigh')}
          inputMode="decimal"
          defaultValue={decimal(item?.plausibleHigh)}
          required
        />
        <p className="text-small text-soft sm:col-span-2">{words('plausibleHint')}</p>
      </fieldset>
      <div className="grid gap-3">
        <h2 className="section-title">{words('limits')}</h2>
        <p className="text-small text-soft">{words('limitsLead')}</p>
        <LimitFields index={0} season="any" item={item} />
        <Disclosure summary={words('seasons')} open={bySeason}>
          <div className="grid gap-6">
            <LimitFields index={1} season="warm" item={item} />
            <LimitFields index={2} season="cold" item={item} />
          </div>
        </Disclosure>
      </div>
      <Select
        name="instrumentKind"
        label={words('instrument')}
        options={INSTRUMENT_KINDS.map((value) => ({ value, label: kinds(value) }))}
        defaultValue={item?.instrumentKind ?? undefined}
        placeholder={words('instrumentNone')}
      />
      <Select
        name="metric"
        label={words('metric')}
        options={metrics.map((metric) => ({
          value: metric,
          label: metric === 'cpu_ratio' ? words('metricCpu') : measures(metric as 'rtt_ms'),
        }))}
        defaultValue={item?.metric ?? undefined}
        placeholder={words('metricNone')}
      />
    </>
  )
}

type Season = KeptItem['limits'][number]['season']

function LimitFields({ index, season, item }: { index: number; season: Season; item?: KeptItem }) {
  const words = useTranslations('workplace.draft')
  const decimal = useDecimal()
  const limits = item?.limits.find((one) => one.season === season)
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-1">{words(`season.${season}`)}</legend>
      <input type="hidden" name={`limits[${index}].season`} value={season} />
      {BOUNDS.map((name) => (
        <TextInput
          key={name}
          name={`limits[${index}].${name}`}
          label={words(name)}
          inputMode="decimal"
          defaultValue={decimal(limits?.[name])}
        />
      ))}
    </fieldset>
  )
}
