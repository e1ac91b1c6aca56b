import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon'
import type { IconName } from '#components/ui/icon-names'

/** Says what will stand here and offers the first step. */
export function EmptyState({
  icon,
  title,
  lead,
  action,
}: {
  icon: IconName
  title: string
  lead?: string
  action?: ReactNode
}) {
  return (
    <div className="grid justify-items-center gap-2 rounded-card border border-dashed border-edge px-6 py-12 text-center">
      <Icon name={icon} size={32} className="mb-2 text-soft" />
      <p className="font-semibold">{title}</p>
      {lead && <p className="max-w-prose text-soft">{lead}</p>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
