import { useFormatter, useTranslations } from 'next-intl'
import { Checkbox } from '#components/ui/checkbox'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { clockOf, WEEKDAYS } from '#domain/tea'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Plan = {
  id: string
  room: Text
  site: Text
  minute: number
  weekdays: number[]
  served: number
  cups: number
}

/** A Monday, from which the names of the days of a week are counted. */
const MONDAY = Date.UTC(2024, 0, 1, 12)
const DAY = 86_400_000

function useWeekdays() {
  const format = useFormatter()
  return (day: number, weekday: 'short' | 'long') =>
    format.dateTime(new Date(MONDAY + (day - 1) * DAY), { weekday, timeZone: 'UTC' })
}

/** When tea comes by which room. */
export function TeaPlans({
  plans,
  locale,
  end,
}: {
  plans: readonly Plan[]
  locale: Locale
  end: FormAction
}) {
  const words = useTranslations('workplace.teaPlan')
  const places = useTranslations('workplace')
  const dayOf = useWeekdays()
  return (
    <ul className="rows">
      {plans.map((plan) => {
        const room = places('placeRoom', {
          room: inLocale(plan.room, locale),
          site: inLocale(plan.site, locale),
        })
        const title = words('row', { time: clockOf(plan.minute), room })
        const days =
          plan.weekdays.length === WEEKDAYS.length
            ? words('daily')
            : plan.weekdays.map((day) => dayOf(day, 'short')).join(', ')
        return (
          <li key={plan.id} className="row flex-wrap">
            <span className="min-w-0 flex-1 basis-60">
              <span className="block">{title}</span>
              <span className="block text-small text-soft">
                {days} · {words('lately', { served: plan.served, cups: plan.cups })}
              </span>
            </span>
            <ActionForm action={end} label={words('endNamed', { title })}>
              <input type="hidden" name="planId" value={plan.id} />
              <PendingButton variant="plain" size="small" aria-label={words('endNamed', { title })}>
                {words('end')}
              </PendingButton>
            </ActionForm>
          </li>
        )
      })}
    </ul>
  )
}

type FormProps = { rooms: { id: string; title: Text; site: Text }[]; locale: Locale; plan: FormAction }

export function TeaPlanForm({ rooms, locale, plan }: FormProps) {
  const words = useTranslations('workplace.teaPlan')
  const places = useTranslations('workplace')
  const dayOf = useWeekdays()
  return (
    <ActionForm action={plan} label={words('add')} className="grid max-w-xl gap-4">
      <Select
        name="roomId"
        label={words('room')}
        options={rooms.map(({ id, title, site }) => ({
          value: id,
          label: places('placeRoom', { room: inLocale(title, locale), site: inLocale(site, locale) }),
        }))}
        placeholder={words('chooseRoom')}
        required
      />
      <TextInput name="at" label={words('at')} type="time" defaultValue="11:00" required />
      <fieldset className="grid gap-x-4 sm:grid-cols-2">
        <legend className="field-label mb-1">{words('weekdays')}</legend>
        {WEEKDAYS.map((day) => (
          <Checkbox
            key={day}
            name="weekdays"
            value={String(day)}
            label={dayOf(day, 'long')}
            defaultChecked={day <= 5}
          />
        ))}
      </fieldset>
      <PendingButton icon="tea" className="justify-self-start">
        {words('addNow')}
      </PendingButton>
    </ActionForm>
  )
}
