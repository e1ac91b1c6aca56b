import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LadderScene } from '#components/layout/ladder-scene'
import { Mark } from '#components/layout/mark'
import type { PlainAction } from '#components/layout/switches'
import { LanguageSwitch } from '#components/layout/switches'

type Props = {
  title: string
  lead?: string
  locale: string
  setLocale: PlainAction
  children: ReactNode
  below?: ReactNode
}

/** The door: sign-in, set-up and the public pages. */
export function SignInLayout({ title, lead, locale, setLocale, children, below }: Props) {
  const words = useTranslations('layout')
  return (
    <div className="welcome">
      <main id="content" className="welcome-form">
        <p className="brand">
          <Mark />
          {words('product')}
        </p>
        <div className="grid gap-2">
          <h1 className="text-title font-bold tracking-[-0.018em]">{title}</h1>
          {lead && <p className="text-soft">{lead}</p>}
        </div>
        {children}
        {below}
        <div className="-mx-3 w-fit">
          <LanguageSwitch locale={locale} action={setLocale} />
        </div>
      </main>
      <div className="welcome-scene">
        <LadderScene />
      </div>
    </div>
  )
}
