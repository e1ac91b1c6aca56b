import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Checkbox } from '#components/ui/checkbox'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale, LOCALES } from '#domain/text'

type Facts = {
  title: Text
  about: Text | null
  language: Locale
  hours: number
  validMonths: number | null
}

/** What is said of a training, new or known, in the cells of a grid. */
export function TrainingFields({ facts, aboutRequired }: { facts?: Facts; aboutRequired?: boolean }) {
  const t = useTranslations('training')
  return (
    <>
      <BilingualInput
        name="title"
        labels={{ uk: t('desk.titleUk'), en: t('desk.titleEn') }}
        value={facts?.title}
        maxLength={150}
        required
      />
      <BilingualInput
        name="about"
        labels={{ uk: t('desk.aboutUk'), en: t('desk.aboutEn') }}
        value={facts?.about}
        rows={3}
        maxLength={1000}
        required={aboutRequired}
      />
      <Select
        name="language"
        label={t('language')}
        options={LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }))}
        defaultValue={facts?.language ?? 'uk'}
        required
      />
      <TextInput
        name="hours"
        type="number"
        min={0.5}
        max={400}
        step={0.5}
        label={t('desk.hours')}
        defaultValue={facts && String(facts.hours)}
        required
      />
      <TextInput
        name="validMonths"
        type="number"
        min={1}
        max={120}
        label={t('desk.validMonths')}
        hint={t('desk.validHint')}
        defaultValue={facts?.validMonths ? String(facts.validMonths) : undefined}
      />
    </>
  )
}

const LEVELS = ['1', '2', '3', '4'].map((value) => ({ value, label: value }))

type LevelProps = { name: string; level?: number }

/** To which level of a competence a training leads. */
export function LevelSelect({ name, level = 2 }: LevelProps) {
  const t = useTranslations('training.desk')
  return <Select name={name} label={t('level')} options={LEVELS} defaultValue={String(level)} required />
}

/** Competences or trainings to choose from. */
export const choicesOf = (all: readonly { id: string; title: Text }[], locale: Locale) =>
  all.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }))

export function ExamConfirms({ checked }: { checked?: boolean }) {
  const t = useTranslations('training.desk')
  return (
    <div>
      <Checkbox name="examConfirms" label={t('examConfirms')} hint={t('examHint')} defaultChecked={checked} />
    </div>
  )
}
