import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
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
    <Disclosure summary={t('title')}>
      <p className="mb-4 max-w-[72ch]">{t('lead')}</p>
      <ActionForm action={waive} label={t('title')} className="grid max-w-xl gap-5">
        <input type="hidden" name="outcome" value="waived" />
        <input type="hidden" name="personId" value={personId} />
        <input type="hidden" name="completedOn" value={today} />
        <Select
          name="trainingId"
          label={t('training')}
          options={trainings.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }))}
          placeholder={t('choose')}
          required
        />
        <TextInput name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} required />
        <PendingButton variant="quiet" className="justify-self-start">
          {t('waive')}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}
