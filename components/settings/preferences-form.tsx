import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { RadioGroup } from '#components/ui/radio-group'

type Props = { action: FormAction; locale: string; theme: string; praiseVisibility: string }

export function PreferencesForm({ action, locale, theme, praiseVisibility }: Props) {
  const t = useTranslations('settings')
  const of = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  const languages = of(['uk', 'en'] as const, (value) => t(`languages.${value}`))
  const themes = of(['system', 'light', 'dark'] as const, (value) => t(`themes.${value}`))
  const praises = of(['public', 'team', 'private'] as const, (value) => t(`praises.${value}`))
  return (
    <ActionForm
      action={action}
      resetWhenDone={false}
      label={t('preferences')}
      className="mt-6 grid max-w-xl gap-8"
    >
      <RadioGroup
        name="locale"
        label={t('language')}
        options={languages}
        defaultValue={locale}
        look="segmented"
        required
      />
      <RadioGroup
        name="theme"
        label={t('theme')}
        options={themes}
        defaultValue={theme}
        look="segmented"
        required
      />
      <RadioGroup
        name="praiseVisibility"
        label={t('praise')}
        hint={t('praiseHint')}
        options={praises}
        defaultValue={praiseVisibility}
        required
      />
      <PendingButton className="justify-self-start">{t('save')}</PendingButton>
    </ActionForm>
  )
}
