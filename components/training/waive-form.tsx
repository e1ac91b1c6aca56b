import { useTranslations } from 'next-intl'
import { FoldedForm } from '#components/ui/folded-form'
import type { FormAction } from '#components/ui/form-state'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = {
  personId: string
  trainings: readonly { id: string; title: Text }[]
  today: string
  locale: Locale
  waive: FormAction
}

/** What somebody knows already is counted by the word of another person, with a reason and without a certificate. */
export function WaiveForm({ personId, trainings, today, locale, waive }: Props) {
  const t = useTranslations('training.waive')
  return (
    <FoldedForm
      action={waive}
      title={t('title')}
      lead={t('lead')}
      about={{ outcome: 'waived', personId, completedOn: today }}
      send={t('waive')}
    >
      <Select
        name="trainingId"
        label={t('training')}
        options={trainings.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }))}
        placeholder={t('choose')}
        required
      />
      <TextInput name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} required />
    </FoldedForm>
  )
}
