import type { ReactNode } from 'react'

/** The page's one h1, what it is for in a sentence, and the one next thing to do. */
export function PageHeader({
  title,
  lead,
  above,
  actions,
}: {
  title: string
  lead?: ReactNode
  above?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="mb-8 grid gap-3">
      {above}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="grid max-w-[72ch] gap-2">
          <h1 className="text-title font-bold tracking-[-0.018em]">{title}</h1>
          {lead && <p className="text-soft">{lead}</p>}
        </div>
        {actions && <div className="no-print flex flex-wrap gap-3">{actions}</div>}
      </div>
    </header>
  )
}
