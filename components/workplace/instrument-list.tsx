import { useFormatter, useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { Status } from '#components/ui/status'
import { TextInput } from '#components/ui/text-input'
import type { CALIBRATIONS } from '#domain/instruments'
import { INSTRUMENT_KINDS } from '#domain/instruments'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Instrument = {
  id: string
  kind: (typeof INSTRUMENT_KINDS)[number]
  model: string
  serial: string
  accuracy: string | null
  calibratedUntil: string | null
  calibration: (typeof CALIBRATIONS)[number]
  site: Text
  used: number
}
const TONES = { valid: 'good', soon: 'warn', over: 'bad', none: 'neutral' } as const

type Props = {
  instruments: readonly Instrument[]
  locale: Locale
  doors: { calibrate: FormAction; retire: FormAction }
}

/** What rounds measure with; those whose certificate ends first stand first. */
export function InstrumentList({ instruments, locale, doors }: Props) {
  const words = useTranslations('workplace.instrument')
  const format = useFormatter()
  return (
    <ul className="rows">
      {instruments.map((one) => {
        const name = words('named', { model: one.model, serial: one.serial })
        const until =
          one.calibratedUntil &&
          format.dateTime(new Date(`${one.calibratedUntil}T12:00:00Z`), {
            dateStyle: 'short',
            timeZone: 'UTC',
          })
        const facts = [
          words(`kinds.${one.kind}`),
          inLocale(one.site, locale),
          one.accuracy ?? '',
          words('used', { count: one.used }),
        ]
        return (
          <li key={one.id} className="row flex-wrap items-start!">
            <span className="min-w-0 flex-1 basis-60">
              <span className="block">{name}</span>
              <span className="block text-small text-soft">{facts.filter(Boolean).join(' · ')}</span>
            </span>
            <Status tone={TONES[one.calibration]} icon="calendar">
              {words(`calibration.${one.calibration}`, { date: until ?? '' })}
            </Status>
            <div className="basis-full">
              <Disclosure
                summary={
                  <span>
                    {words('change')}
                    <span className="sr-only">: {name}</span>
                  </span>
                }
              >
                <Change id={one.id} name={name} doors={doors} />
              </Disclosure>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function Change({ id, name, doors }: { id: string; name: string; doors: Props['doors'] }) {
  const words = useTranslations('workplace.instrument')
  return (
    <div className="grid max-w-xl gap-4">
      <ActionForm
        action={doors.calibrate}
        label={words('calibrateNamed', { name })}
        className="flex flex-wrap items-end gap-3"
      >
        <input type="hidden" name="instrumentId" value={id} />
        <TextInput name="calibratedUntil" label={words('until')} type="date" required />
        <PendingButton variant="quiet">{words('calibrate')}</PendingButton>
      </ActionForm>
      <ActionForm action={doors.retire} label={words('retireNamed', { name })}>
        <input type="hidden" name="instrumentId" value={id} />
        <PendingButton variant="danger" className="justify-self-start">
          {words('retire')}
        </PendingButton>
      </ActionForm>
    </div>
  )
}

type FormProps = { sites: { id: string; name: Text }[]; locale: Locale; add: FormAction }

export function InstrumentForm({ sites, locale, add }: FormProps) {
  const words = useTranslations('workplace.instrument')
  return (
    <ActionForm action={add} label={words('add')} className="grid max-w-xl gap-4">
      <Select
        name="siteId"
        label={words('site')}
        options={sites.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
        defaultValue={sites[0]?.id}
        required
      />
      <Select
        name="kind"
        label={words('kind')}
        options={INSTRUMENT_KINDS.map((value) => ({ value, label: words(`kinds.${value}`) }))}
        defaultValue="thermometer"
        required
      />
      <TextInput name="model" label={words('model')} maxLength={80} required />
      <TextInput name="serial" label={words('serial')} maxLength={60} required />
      <TextInput name="accuracy" label={words('accuracy')} hint={words('accuracyHint')} maxLength={60} />
      <TextInput name="calibratedUntil" label={words('until')} type="date" />
      <PendingButton icon="add" className="justify-self-start">
        {words('addNow')}
      </PendingButton>
    </ActionForm>
  )
}
