import { useTranslations } from 'next-intl'
import { choicesOf, ExamConfirms, LevelSelect, TrainingFields } from '#components/training/training-fields'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import type { Locale, Text } from '#domain/text'
import { FORMATS } from '#domain/training'

type Props = { competences: readonly { id: string; title: Text }[]; locale: Locale; add: FormAction }

/** A new entry of the catalogue: what it is, how long, and which level it gives. */
export function AddTrainingForm({ competences, locale, add }: Props) {
  const t = useTranslations('training')
  return (
    <ActionForm action={add} label={t('desk.addTraining')} className="grid max-w-2xl gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <TrainingFields aboutRequired />
        <Select
          name="format"
          label={t('format')}
          options={FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
          required
        />
        <Select
          name="competenceId"
          label={t('competence')}
          options={choicesOf(competences, locale)}
          placeholder={t('desk.choose')}
          required
        />
        <LevelSelect name="level" />
      </div>
      <ExamConfirms />
      <PendingButton icon="add" className="justify-self-start">
        {t('desk.addTraining')}
      </PendingButton>
    </ActionForm>
  )
}
