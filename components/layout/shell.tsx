import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AlarmBar } from '#components/layout/alarm-bar'
import { Mark } from '#components/layout/mark'
import type { NavItem } from '#components/layout/nav'
import { BottomBar, Rail } from '#components/layout/nav'
import { NewIdea } from '#components/layout/new-idea'
import { NoticeBell } from '#components/layout/notice-bell'
import type { PersonMenuProps } from '#components/layout/person-menu'
import { PersonMenu } from '#components/layout/person-menu'
import { Link } from '#components/ui/link'
import { SkipLink } from '#components/ui/skip-link'

type Props = PersonMenuProps & {
  /** By role, the most used first: a phone shows four of them and keeps the rest behind «more». */
  items: NavItem[]
  unread: number
  /** Where live notices come from. */
  live?: string
  /** Since when an alarm is on where the person works. */
  alarm?: string | null
  children: ReactNode
}

export function Shell({ items, unread, live, alarm, children, ...person }: Props) {
  const words = useTranslations('layout')
  return (
    <>
      <SkipLink />
      <header className="top">
        <Link href="/" className="brand">
          <Mark />
          {words('product')}
        </Link>
        <div className="ml-auto flex items-center gap-1">
          <NewIdea label={words('newIdea')} />
          <NoticeBell unread={unread} source={live} />
          <PersonMenu {...person} />
        </div>
      </header>
      {alarm && <AlarmBar since={alarm} />}
      <div className="frame">
        <Rail items={items} />
        <main id="content" tabIndex={-1} className="content outline-none">
          {children}
        </main>
      </div>
      <BottomBar items={items} />
    </>
  )
}
