'use client'

import type { ReactNode } from 'react'
import { lazy, Suspense, useRef, useState } from 'react'
import type { ButtonLook } from '#components/ui/button'
import { Icon } from '#components/ui/icon'

const DialogWindow = lazy(() => import('#components/ui/dialog-window'))

type Props = ButtonLook & {
  /** Words on the control that opens it. */
  opener: string
  title: string
  lead?: string
  children: ReactNode
  /** A page with the same content: where the control leads while there is no script. */
  href: string
}

/** A short task in front of the page; anything longer deserves a page of its own. */
export function Dialog({
  opener,
  title,
  lead,
  children,
  href,
  variant = 'quiet',
  size = 'normal',
  icon,
}: Props) {
  const control = useRef<HTMLAnchorElement>(null)
  const [wanted, setWanted] = useState(false)
  const [open, setOpen] = useState(false)
  return (
    <>
      <a
        ref={control}
        href={href}
        className="button"
        data-variant={variant}
        data-size={size}
        aria-haspopup="dialog"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          setWanted(true)
          setOpen(true)
        }}
      >
        {icon && <Icon name={icon} />}
        {opener}
      </a>
      {wanted && (
        <Suspense>
          <DialogWindow open={open} setOpen={setOpen} title={title} lead={lead} opener={control}>
            {children}
          </DialogWindow>
        </Suspense>
      )}
    </>
  )
}
