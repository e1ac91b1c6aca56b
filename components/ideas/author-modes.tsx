import { useTranslations } from 'next-intl'
import { RadioGroup } from '#components/ui/radio-group'
import { AUTHOR_MODES } from '#domain/ideas'

/** The three modes in honest words: what each one hides, and what none of them can. */
export function AuthorModes() {
  const t = useTranslations('ideas')
  const options = AUTHOR_MODES.map((mode) => ({
    value: mode,
    label: t(`modes.${mode}`),
    hint: t(`modes.${mode}Hint`),
  }))
  return (
    <RadioGroup name="authorMode" label={t('form.mode')} options={options} defaultValue="named" required />
  )
}
