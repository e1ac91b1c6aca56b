import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Place = { id: string; code: string; room: Text; site: Text; person: string | null }
type Props = {
  checklists: { id: string; title: Text }[]
  places: Place[]
  locale: Locale
  start: FormAction
}

/** Which checklist, which seat; the round begins. */
export function StartRoundForm({ checklists, places, locale, start }: Props) {
  const words = useTranslations('workplace')
  const seats = places.map((place) => ({
    value: place.id,
    label: words('seatOption', {
      code: place.code,
      person: place.person ?? words('nobody'),
      site: inLocale(place.site, locale),
    }),
  }))
  const lists = checklists.map((one) => ({ value: one.id, label: inLocale(one.title, locale) }))
  return (
    <ActionForm action={start} label={words('startTitle')} className="grid max-w-xl gap-4">
      <Select
        name="checklistId"
        label={words('checklist')}
        options={lists}
        defaultValue={lists[0]?.value}
        required
      />
      <Select
        name="workplaceId"
        label={words('seatLabel')}
        options={seats}
        placeholder={words('chooseSeat')}
        required
      />
      <PendingButton icon="round" className="justify-self-start">
        {words('startNow')}
      </PendingButton>
    </ActionForm>
  )
}
