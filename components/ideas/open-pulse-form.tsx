import { useTranslations } from 'next-intl'
import { AudienceFields, type Places } from '#components/ideas/audience-fields'
import { BilingualInput } from '#components/ui/bilingual-input'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { TextInput } from '#components/ui/text-input'
import type { Locale } from '#domain/text'

type Props = { action: FormAction; places: Places; locale: Locale }

export function OpenPulseForm({ action, places, locale }: Props) {
  const t = useTranslations('ideas.pulses')
  return (
    <Section id="new-pulse" title={t('new')} note={t('newNote')}>
      <ActionForm action={action} label={t('new')} className="grid max-w-[72ch] gap-6">
        <BilingualInput
          name="question"
          labels={{ uk: t('uk'), en: t('en') }}
          maxLength={300}
          rows={2}
          required
        />
        <TextInput name="days" type="number" min={3} max={31} label={t('days')} defaultValue="7" required />
        <AudienceFields places={places} locale={locale} />
        <PendingButton className="justify-self-start">{t('open')}</PendingButton>
      </ActionForm>
    </Section>
  )
}
