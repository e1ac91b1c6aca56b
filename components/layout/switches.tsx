import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon'

export type PlainAction = (data: FormData) => Promise<void>

const locales = ['uk', 'en'] as const
const themes = [
  { value: 'system', icon: 'monitor' },
  { value: 'light', icon: 'sun' },
  { value: 'dark', icon: 'moon' },
] as const

/** Posts `locale`; each language is written in itself, so that its reader finds it. */
export function LanguageSwitch({ locale, action }: { locale: string; action: PlainAction }) {
  const words = useTranslations('layout')
  return (
    <form action={action}>
      <fieldset className="flex gap-1">
        <legend className="sr-only">{words('language')}</legend>
        {locales.map((value) => (
          <button
            type="submit"
            key={value}
            name="locale"
            value={value}
            lang={value}
            aria-pressed={value === locale}
            className="button flex-1 aria-pressed:bg-accent-wash"
            data-variant="plain"
            data-size="small"
          >
            {words(`languages.${value}`)}
          </button>
        ))}
      </fieldset>
    </form>
  )
}

/** Posts `theme`. */
export function ThemeSwitch({ theme, action }: { theme: string; action: PlainAction }) {
  const words = useTranslations('layout')
  return (
    <form action={action}>
      <fieldset className="flex gap-1">
        <legend className="sr-only">{words('theme')}</legend>
        {themes.map(({ value, icon }) => (
          <button
            type="submit"
            key={value}
            name="theme"
            value={value}
            aria-pressed={value === theme}
            className="button flex-1 aria-pressed:bg-accent-wash"
            data-variant="plain"
            data-size="small"
          >
            <Icon name={icon} size={16} />
            {words(`themes.${value}`)}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
