'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Count } from '#components/ui/count'
import { Icon } from '#components/ui/icon'
import type { IconName } from '#components/ui/icon-names'
import { Link } from '#components/ui/link'

export type NavItem = { href: string; label: string; icon: IconName; badge?: number }

// A phone of 320 px carries four words and «more» at a readable size.
const onBar = 4

function useCurrent() {
  const path = usePathname()
  return (href: string) => {
    const here = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
    return here ? ('page' as const) : undefined
  }
}

export function Rail({ items }: { items: NavItem[] }) {
  const words = useTranslations('layout.browser')
  const current = useCurrent()
  return (
    <nav aria-label={words('rooms')} className="rail">
      {items.map((item) => (
        <Link key={item.href} href={item.href} className="rail-link" aria-current={current(item.href)}>
          <Icon name={item.icon} />
          <span className="flex-1">{item.label}</span>
          <Badge value={item.badge} />
        </Link>
      ))}
    </nav>
  )
}

export function BottomBar({ items }: { items: NavItem[] }) {
  const words = useTranslations('layout.browser')
  const current = useCurrent()
  const rest = items.slice(onBar)
  return (
    <nav aria-label={words('rooms')} className="bar">
      {items.slice(0, onBar).map((item) => (
        <Link key={item.href} href={item.href} className="bar-link" aria-current={current(item.href)}>
          <Icon name={item.icon} />
          <span className="max-w-full truncate">{item.label}</span>
          <Badge value={item.badge} />
        </Link>
      ))}
      {rest.length > 0 && (
        <div>
          <button
            type="button"
            className="bar-link"
            popoverTarget="more-rooms"
            aria-current={rest.some((item) => current(item.href)) ? 'true' : undefined}
          >
            <Icon name="more" />
            {words('more')}
          </button>
          <div id="more-rooms" popover="auto" className="float menu">
            {rest.map((item) => (
              <Link key={item.href} href={item.href} className="menu-item" aria-current={current(item.href)}>
                <Icon name={item.icon} />
                <span className="flex-1">{item.label}</span>
                <Badge value={item.badge} />
              </Link>
            ))}
          </div>
        </div>
      )}
    </nav>
  )
}

function Badge({ value = 0 }: { value?: number }) {
  const words = useTranslations('layout.browser')
  return <Count value={value} spoken={words('waiting', { count: value })} />
}
