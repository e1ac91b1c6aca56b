import { useTranslations } from 'next-intl'
import { choicesOf, ExamConfirms, LevelSelect, TrainingFields } from '#components/training/training-fields'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import type { Locale } from '#domain/text'
import type { CourseDesk } from '#server/training/course-desk-queries'

const SPARE_ROWS = 2

/** The facts of a training, and the levels that it gives; a row that is left empty gives none. */
export function EditTrainingForm({
  desk,
  locale,
  edit,
}: {
  desk: CourseDesk
  locale: Locale
  edit: FormAction
}) {
  const t = useTranslations('training')
  const rows: { key: string; level?: (typeof desk.levels)[number] }[] = [
    ...desk.levels.map((level) => ({ key: level.competenceId, level })),
    ...Array.from({ length: SPARE_ROWS }, (_, at) => ({ key: `spare-${at}` })),
  ]
  const competences = choicesOf(desk.competences, locale)
  return (
    <ActionForm action={edit} label={t('desk.edit')} resetWhenDone={false} className="grid max-w-2xl gap-5">
      <input type="hidden" name="trainingId" value={desk.id} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TrainingFields facts={desk} />
        <Select
          name="renewedById"
          label={t('desk.renewedBy')}
          hint={t('desk.renewedByHint')}
          options={choicesOf(desk.others, locale)}
          placeholder={t('desk.renewedBySelf')}
          defaultValue={desk.renewedById ?? ''}
        />
      </div>
      <fieldset className="grid gap-4">
        <legend className="field-label">{t('desk.levels')}</legend>
        {rows.map(({ key, level }, at) => (
          <div key={key} className="grid items-end gap-3 sm:grid-cols-[1fr_9rem]">
            <Select
              name={`levels[${at}].competenceId`}
              label={t('desk.levelOf', { number: at + 1 })}
              options={competences}
              placeholder={t('desk.noLevel')}
              defaultValue={level?.competenceId ?? ''}
              required={at === 0}
            />
            <LevelSelect name={`levels[${at}].level`} level={level?.level} />
          </div>
        ))}
      </fieldset>
      <ExamConfirms checked={desk.examConfirms} />
      <PendingButton className="justify-self-start">{t('desk.saveFacts')}</PendingButton>
    </ActionForm>
  )
}
