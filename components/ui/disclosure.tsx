import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon'

export function Disclosure({
  summary,
  children,
  open,
}: {
  summary: ReactNode
  children: ReactNode
  open?: boolean
}) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <Icon name="right" size={16} className="turn" />
        {summary}
      </summary>
      <div className="pt-2 pb-4">{children}</div>
    </details>
  )
}
