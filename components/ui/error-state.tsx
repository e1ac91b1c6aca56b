import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon'

type Props = { title: string; safe?: string; todo: string; request?: string; action?: ReactNode }

/** What happened, what is safe, what to do; `request` is the line that names the failure to an administrator. */
export function ErrorState({ title, safe, todo, request, action }: Props) {
  return (
    <div role="alert" className="notice" data-tone="bad">
      <Icon name="alert" className="mt-0.5" />
      <div className="notice-body grid gap-2">
        <p className="font-semibold">{title}</p>
        {safe && <p>{safe}</p>}
        <p>{todo}</p>
        {action && <div className="mt-2 flex flex-wrap gap-3">{action}</div>}
        {request && <p className="text-small text-soft">{request}</p>}
      </div>
    </div>
  )
}
