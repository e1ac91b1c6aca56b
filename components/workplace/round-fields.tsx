import { useTranslations } from 'next-intl'
import type { Choice } from '#components/ui/select'
import { Select } from '#components/ui/select'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type Checklist = { id: string; title: Text }
export type Seat = { id: string; code: string; site: Text; person: string | null }

/** By which checklist a place is gone round; the first stands chosen. */
export function ChecklistSelect({
  checklists,
  locale,
}: {
  checklists: readonly Checklist[]
  locale: Locale
}) {
  const words = useTranslations('workplace')
  const options: Choice[] = checklists.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }))
  return (
    <Select
      name="checklistId"
      label={words('checklist')}
      options={options}
      defaultValue={options[0]?.value}
      required
    />
  )
}

/** Which seat, with who sits there. */
export function SeatSelect({
  seats,
  locale,
  required,
}: {
  seats: readonly Seat[]
  locale: Locale
  required?: boolean
}) {
  const words = useTranslations('workplace')
  return (
    <Select
      name="workplaceId"
      label={words(required ? 'seatLabel' : 'schedule.orSeat')}
      options={seats.map(({ id, code, person, site }) => ({
        value: id,
        label: words('seatOption', { code, person: person ?? words('nobody'), site: inLocale(site, locale) }),
      }))}
      placeholder={words(required ? 'chooseSeat' : 'schedule.noSeat')}
      required={required}
    />
  )
}
