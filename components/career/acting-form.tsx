import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = {
  personId: string
  ownId: string | null
  positions: readonly { positionId: string; title: Text }[]
  locale: 'uk' | 'en'
  today: string
  save: FormAction
}

/** Trial shifts and standing in: another role for some days, beside one's own. */
export function ActingForm({ personId, ownId, positions, locale, today, save }: Props) {
  const t = useTranslations('career.acting')
  const options = positions
    .filter(({ positionId }) => positionId !== ownId)
    .map(({ positionId, title }) => ({ value: positionId, label: inLocale(title, locale) }))
  return (
    <Section id="acting" title={t('title')} note={t('lead')}>
      <ActionForm action={save} label={t('title')} className="grid gap-4">
        <input type="hidden" name="personId" value={personId} />
        <Select name="positionId" label={t('position')} options={options} required />
        <TextInput name="startsOn" type="date" label={t('from')} defaultValue={today} required />
        <TextInput name="lastDay" type="date" label={t('to')} min={today} required />
        <PendingButton variant="quiet" className="justify-self-start">
          {t('save')}
        </PendingButton>
      </ActionForm>
    </Section>
  )
}
