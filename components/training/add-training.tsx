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
import { FORMATS } from '#domain/training'

type Props = { competences: readonly { id: string; title: Text }[]; locale: Locale; add: FormAction }

/** A new entry of the catalogue: what it is, how long, and which level it gives. */
export function AddTrainingForm({ competences, locale, add }: Props) {
  const t = useTranslations('training')
  const levels = ['1', '2', '3', '4'].map((value) => ({ value, label: value }))
  return (
    <ActionForm action={add} label={t('desk.addTraining')} className="grid max-w-2xl gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <TextInput name="title.uk" label={t('desk.titleUk')} maxLength={150} required />
        <TextInput name="title.en" label={t('desk.titleEn')} maxLength={150} />
        <TextArea name="about.uk" label={t('desk.aboutUk')} rows={3} maxLength={1000} required />
        <TextArea name="about.en" label={t('desk.aboutEn')} rows={3} maxLength={1000} />
        <Select
          name="format"
          label={t('format')}
          options={FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
          required
        />
        <Select
          name="language"
          label={t('language')}
          options={LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }))}
          defaultValue="uk"
          required
        />
        <TextInput
          name="hours"
          type="number"
          min={0.5}
          max={400}
          step={0.5}
          label={t('desk.hours')}
          required
        />
        <TextInput
          name="validMonths"
          type="number"
          min={1}
          max={120}
          label={t('desk.validMonths')}
          hint={t('desk.validHint')}
        />
        <Select
          name="competenceId"
          label={t('competence')}
          options={competences.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }))}
          placeholder={t('desk.choose')}
          required
        />
        <Select name="level" label={t('desk.level')} options={levels} defaultValue="2" required />
      </div>
      <div>
        <Checkbox name="examConfirms" label={t('desk.examConfirms')} hint={t('desk.examHint')} />
      </div>
      <PendingButton icon="add" className="justify-self-start">
        {t('desk.addTraining')}
      </PendingButton>
    </ActionForm>
  )
}
