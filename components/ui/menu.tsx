import type { ReactNode } from 'react'

type Props = { id: string; name: string; opener: ReactNode; children: ReactNode; openerClass?: string }

/** The browser's own popover: closes on Escape and a press elsewhere, returns the focus, needs no script. */
export function Menu({ id, name, opener, children, openerClass = 'button' }: Props) {
  return (
    <>
      <button type="button" className={openerClass} data-variant="plain" popoverTarget={id}>
        <span className="sr-only">{name}</span>
        {opener}
      </button>
      <div id={id} popover="auto" className="float menu">
        {children}
      </div>
    </>
  )
}
