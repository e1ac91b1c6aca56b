import { useTranslations } from 'next-intl'
import { Checkbox } from '#components/ui/checkbox'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale, LOCALES } from '#domain/text'
import type { CourseDesk } from '#server/training/course-desk-queries'

const SPARE_ROWS = 2

const choices = (all: readonly { id: string; title: Text }[], locale: Locale) =>
  all.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }))

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
  const steps = ['1', '2', '3', '4'].map((value) => ({ value, label: value }))
  const rows: { key: string; level?: (typeof desk.levels)[number] }[] = [
    ...desk.levels.map((level) => ({ key: level.competenceId, level })),
    ...Array.from({ length: SPARE_ROWS }, (_, at) => ({ key: `spare-${at}` })),
  ]
  const competences = choices(desk.competences, locale)
  return (
    <ActionForm action={edit} label={t('desk.edit')} resetWhenDone={false} className="grid max-w-2xl gap-5">
      <input type="hidden" name="trainingId" value={desk.id} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextInput
          name="title.uk"
          label={t('desk.titleUk')}
          defaultValue={desk.title.uk}
          maxLength={150}
          required
        />
        <TextInput name="title.en" label={t('desk.titleEn')} defaultValue={desk.title.en} maxLength={150} />
        <TextArea
          name="about.uk"
          label={t('desk.aboutUk')}
          defaultValue={desk.about?.uk}
          rows={3}
          maxLength={1000}
        />
        <TextArea
          name="about.en"
          label={t('desk.aboutEn')}
          defaultValue={desk.about?.en}
          rows={3}
          maxLength={1000}
        />
        <Select
          name="language"
          label={t('language')}
          options={LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }))}
          defaultValue={desk.language}
          required
        />
        <TextInput
          name="hours"
          type="number"
          min={0.5}
          max={400}
          step={0.5}
          label={t('desk.hours')}
          defaultValue={String(desk.hours)}
          required
        />
        <TextInput
          name="validMonths"
          type="number"
          min={1}
          max={120}
          label={t('desk.validMonths')}
          hint={t('desk.validHint')}
          defaultValue={desk.validMonths === null ? undefined : String(desk.validMonths)}
        />
        <Select
          name="renewedById"
          label={t('desk.renewedBy')}
          hint={t('desk.renewedByHint')}
          options={choices(desk.others, locale)}
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
            <Select
              name={`levels[${at}].level`}
              label={t('desk.level')}
              options={steps}
              defaultValue={String(level?.level ?? 2)}
              required
            />
          </div>
        ))}
      </fieldset>
      <div>
        <Checkbox
          name="examConfirms"
          label={t('desk.examConfirms')}
          hint={t('desk.examHint')}
          defaultChecked={desk.examConfirms}
        />
      </div>
      <PendingButton className="justify-self-start">{t('desk.saveFacts')}</PendingButton>
    </ActionForm>
  )
}
