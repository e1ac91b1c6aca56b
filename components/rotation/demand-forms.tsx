import { useFormatter, useTranslations } from 'next-intl'
import { ForecastResult } from '#components/rotation/forecast-result'
import type { BoardTask } from '#components/rotation/wording'
import { clockOf } from '#components/rotation/wording'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { inLocale, type Locale } from '#domain/text'

type Props = {
  siteId: string
  tasks: BoardTask[]
  shifts: { from: number; to: number }[]
  timeZone: string
  locale: Locale
  set: FormAction
  forecast: FormAction
}

const QUARTER = 15 * 60_000

/** How many people a task needs: by hand, or from the contacts that are expected. */
export function DemandForms({ siteId, tasks, shifts, timeZone, locale, set, forecast }: Props) {
  const words = useTranslations('rotation')
  const clock = clockOf(useFormatter(), timeZone)
  const from = Math.min(...shifts.map((shift) => shift.from))
  const to = Math.max(...shifts.map((shift) => shift.to))
  const times = Array.from({ length: Math.round((to - from) / QUARTER) + 1 }, (_, at) => from + at * QUARTER)
  const options = times.map((at) => ({ value: new Date(at).toISOString(), label: clock(at) }))
  const place = (
    <>
      <input type="hidden" name="siteId" value={siteId} />
      <Select
        name="taskId"
        label={words('task')}
        options={tasks.map((task) => ({ value: task.id, label: inLocale(task.title, locale) }))}
        required
      />
      <div className="grid grid-cols-2 gap-4">
        <Select name="from" label={words('from')} options={options.slice(0, -1)} required />
        <Select
          name="to"
          label={words('to')}
          options={options.slice(1)}
          defaultValue={options.at(-1)?.value}
          required
        />
      </div>
    </>
  )
  const number = (name: string, usual: string, required = true, max = 100_000) => (
    <TextInput
      name={name}
      type="number"
      inputMode="numeric"
      min={0}
      max={max}
      label={words(`demand.${name}` as 'demand.contacts')}
      defaultValue={usual}
      required={required}
    />
  )
  return (
    <div className="grid gap-4">
      <Disclosure summary={words('demand.byHand')}>
        <ActionForm
          action={set}
          label={words('demand.byHand')}
          resetWhenDone={false}
          className="grid gap-4 pt-4"
        >
          {place}
          <div className="grid grid-cols-2 gap-4">
            {number('minimum', '1', true, 1000)}
            {number('target', '2', true, 1000)}
          </div>
          <PendingButton className="justify-self-start">{words('demand.set')}</PendingButton>
        </ActionForm>
      </Disclosure>
      <Disclosure summary={words('demand.byForecast')}>
        <ActionForm
          action={forecast}
          label={words('demand.byForecast')}
          resetWhenDone={false}
          className="grid gap-4 pt-4"
        >
          {place}
          {number('contacts', '')}
          {number('handlingSeconds', '180')}
          <div className="grid grid-cols-2 items-end gap-4">
            {number('serviceLevel', '80', true, 99)}
            {number('withinSeconds', '20', true, 3600)}
            {number('maxOccupancy', '85', true, 100)}
            {number('shrinkage', '30', true, 80)}
            {number('concurrency', '1', true, 10)}
            {number('patienceSeconds', '', false)}
          </div>
          <PendingButton className="justify-self-start">{words('demand.count')}</PendingButton>
          <ForecastResult />
        </ActionForm>
      </Disclosure>
    </div>
  )
}
