import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = { action: FormAction; areas: readonly { id: string; name: Text }[]; locale: Locale }

export function WebhookForm({ action, areas, locale }: Props) {
  const t = useTranslations('ideas.trackers')
  return (
    <Section id="new-tracker" title={t('new')} note={t('newNote')}>
      <ActionForm action={action} label={t('new')} className="grid max-w-[72ch] gap-6">
        <TextInput name="url" type="url" label={t('url')} hint={t('urlHint')} maxLength={500} required />
        <Select
          name="areaId"
          label={t('area')}
          options={areas.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
          placeholder={t('allAreas')}
        />
        <PendingButton className="justify-self-start">{t('open')}</PendingButton>
      </ActionForm>
    </Section>
  )
}
