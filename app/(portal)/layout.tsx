import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { roomsFor } from '#app/_next/rooms'
import { requireSession } from '#app/_next/session'
import { chooseLocale, chooseTheme, signOutHere } from '#app/_next/shell-actions'
import { Shell } from '#components/layout/shell'
import { Words } from '#components/layout/words'

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [session, t] = await Promise.all([requireSession(), getTranslations('layout')])
  const items = roomsFor(session.actor).map(({ key, href, icon }) => ({
    href,
    icon,
    label: t(`rooms.${key}`),
  }))
  const person = {
    id: session.actor.personId,
    name: session.name,
    position: session.email,
    href: `/people/${session.actor.personId}`,
  }
  return (
    <Words namespaces={['layout.browser', 'layout.failed', 'ui.browser']}>
      <Shell
        items={items}
        unread={session.unread}
        live="/api/notices/live"
        alarm={session.alarm}
        person={person}
        locale={session.locale}
        theme={session.theme}
        setLocale={chooseLocale}
        setTheme={chooseTheme}
        signOut={signOutHere}
      >
        {children}
      </Shell>
    </Words>
  )
}
