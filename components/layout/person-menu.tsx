import { useTranslations } from 'next-intl'
import type { PlainAction } from '#components/layout/switches'
import { LanguageSwitch, ThemeSwitch } from '#components/layout/switches'
import { Avatar } from '#components/ui/avatar'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { Menu } from '#components/ui/menu'

export type PersonMenuProps = {
  person: { id: string; name: string; position: string; href: string }
  locale: string
  theme: string
  setLocale: PlainAction
  setTheme: PlainAction
  signOut: PlainAction
}

export function PersonMenu({ person, locale, theme, setLocale, setTheme, signOut }: PersonMenuProps) {
  const words = useTranslations('layout')
  return (
    <Menu
      id="person-menu"
      name={words('personMenu', { name: person.name })}
      openerClass="round"
      opener={<Avatar id={person.id} name={person.name} />}
    >
      <p className="px-3 pt-2 font-semibold">{person.name}</p>
      <p className="px-3 pb-2 text-small text-soft">{person.position}</p>
      <Link href={person.href} className="menu-item">
        <Icon name="profile" />
        {words('profile')}
      </Link>
      <Link href="/settings" className="menu-item">
        <Icon name="settings" />
        {words('settings')}
      </Link>
      <div className="my-2 grid gap-2 border-y border-line py-2">
        <LanguageSwitch locale={locale} action={setLocale} />
        <ThemeSwitch theme={theme} action={setTheme} />
      </div>
      <form action={signOut}>
        <button type="submit" className="menu-item">
          <Icon name="signOut" />
          {words('signOut')}
        </button>
      </form>
    </Menu>
  )
}
