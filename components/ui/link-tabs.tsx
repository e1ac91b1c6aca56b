import { Icon } from '#components/ui/icon'
import type { IconName } from '#components/ui/icon-names'
import { Link } from '#components/ui/link'

export type Tab = {
  href: string
  label: string
  count?: number
  current?: boolean
  /** A drawn sign beside the label, and what it says aloud. */
  sign?: { icon: IconName; spoken: string }
}

/** Views of one page, each with its own address. */
export function LinkTabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="tabs no-print">
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} className="tab" aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.sign && (
            <>
              <Icon name={tab.sign.icon} size={16} />
              <span className="sr-only">{tab.sign.spoken}</span>
            </>
          )}
          {tab.count !== undefined && <span className="text-small text-soft">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
