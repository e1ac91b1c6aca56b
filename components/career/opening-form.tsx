import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Named = { id: string; name: Text }
type Props = {
  positions: readonly Named[]
  sites: readonly Named[]
  ownSiteId: string | null
  today: string
  locale: Locale
  open: FormAction
}

/** Opens a position: where, how many seats, until when one applies and by when all have an answer. */
export function OpeningForm({ positions, sites, ownSiteId, today, locale, open }: Props) {
  const t = useTranslations('career.openings')
  const choices = (list: readonly Named[]) =>
    list.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))
  return (
    <ActionForm action={open} label={t('open')} className="grid max-w-xl gap-5">
      <Select name="positionId" label={t('position')} options={choices(positions)} required />
      <Select
        name="siteId"
        label={t('site')}
        options={choices(sites)}
        defaultValue={ownSiteId ?? ''}
        required
      />
      <TextInput
        name="seats"
        type="number"
        min={1}
        max={1000}
        label={t('seatsLabel')}
        defaultValue={1}
        required
      />
      <TextInput name="closesOn" type="date" min={today} label={t('closesOn')} required />
      <TextInput
        name="decideBy"
        type="date"
        min={today}
        label={t('decideBy')}
        hint={t('decideByHint')}
        required
      />
      <TextArea name="about.uk" label={t('about')} rows={3} maxLength={1000} />
      <PendingButton icon="add" className="justify-self-start">
        {t('openNow')}
      </PendingButton>
    </ActionForm>
  )
}
