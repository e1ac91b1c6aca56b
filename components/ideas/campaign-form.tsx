import { useTranslations } from 'next-intl'
import { AudienceFields, type Places } from '#components/ideas/audience-fields'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Named = { id: string; name: Text }
type Props = {
  action: FormAction
  areas: readonly Named[]
  places: Places
  locale: Locale
}

/** HR asks everybody, or a site, a team, a project; of them those of a position or a part of the day; now or on a day. */
export function CampaignForm({ action, areas, places, locale }: Props) {
  const t = useTranslations('ideas.campaignsPage')
  const choices = (named: readonly Named[]) =>
    named.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))
  return (
    <Section id="new-question" title={t('new')}>
      <ActionForm action={action} label={t('new')} className="grid max-w-[72ch] gap-6">
        <BilingualInput
          name="question"
          labels={{ uk: t('uk'), en: t('en') }}
          maxLength={300}
          rows={2}
          required
        />
        <Select
          name="areaId"
          label={t('area')}
          options={choices(areas)}
          defaultValue={areas[0]?.id}
          required
        />
        <TextInput name="days" type="number" min={1} max={31} label={t('days')} defaultValue="7" required />
        <TextInput name="opensOn" type="date" label={t('opensOn')} hint={t('opensOnHint')} />
        <AudienceFields places={places} locale={locale} />
        <Disclosure summary={t('oneTap')}>
          <div className="grid gap-6">
            <TextArea
              name="choicesUk"
              label={t('choicesUk')}
              hint={t('choicesHint')}
              maxLength={300}
              rows={4}
            />
            <TextArea name="choicesEn" label={t('choicesEn')} maxLength={300} rows={4} />
          </div>
        </Disclosure>
        <PendingButton className="justify-self-start">{t('ask')}</PendingButton>
      </ActionForm>
    </Section>
  )
}
