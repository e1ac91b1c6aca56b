import type { ReactNode } from 'react'

type Props = {
  id: string
  title: string
  note?: string
  action?: ReactNode
  children: ReactNode
  className?: string
}

/** A named part of a page; `id` names the heading, so that a link can lead here. */
export function Section({ id, title, note, action, children, className = '' }: Props) {
  return (
    <section aria-labelledby={id} className={`mb-10 ${className}`}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id} className="section-title">
          {title}
        </h2>
        {action}
        {note && <p className="basis-full text-small text-soft">{note}</p>}
      </div>
      {children}
    </section>
  )
}
