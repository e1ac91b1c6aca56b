import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon'
import type { IconName } from '#components/ui/icon-names'

type Tone = 'accent' | 'good' | 'warn' | 'bad'
const pictures: Record<Tone, IconName> = { accent: 'info', good: 'done', warn: 'warning', bad: 'alert' }

/** A sentence that stands in the page. `live` also speaks it when it appears. */
export function Notice({
  tone = 'accent',
  live,
  children,
}: {
  tone?: Tone
  live?: boolean
  children: ReactNode
}) {
  return (
    <div className="notice" data-tone={tone} role={live ? 'status' : undefined}>
      <Icon name={pictures[tone]} className="mt-0.5" />
      <div className="notice-body">{children}</div>
    </div>
  )
}
