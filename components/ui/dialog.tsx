'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type ButtonLook, Button } from '#components/ui/button'
import { Icon } from '#components/ui/icon'

type Props = ButtonLook & {
  /** Words on the control that opens it. */
  opener: string
  title: string
  lead?: string
  children: ReactNode
  /** A page with the same content: where the control leads while there is no script. */
  href?: string
}

/** A short task in front of the page; anything longer deserves a page of its own. */
export function Dialog({ opener, title, lead, children, href, variant = 'quiet', size, icon }: Props) {
  const words = useTranslations('ui.browser')
  return (
    <Base.Root>
      <Base.Trigger
        nativeButton={!href}
        render={
          href ? (
            // biome-ignore lint/a11y/useAnchorContent: the trigger puts its words inside
            <a href={href} className="button" data-variant={variant} data-size={size} onClick={(event) => event.preventDefault()} />
          ) : (
            <Button variant={variant} size={size} />
          )
        }
      >
        {icon && <Icon name={icon} />}
        {opener}
      </Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className="backdrop z-50" />
        <Base.Popup className="float dialog z-50">
          <div className="mb-4 flex items-start justify-between gap-4">
            <Base.Title className="section-title">{title}</Base.Title>
            <Base.Close className="button -mt-2 -mr-2" data-variant="plain" aria-label={words('close')}>
              <Icon name="close" />
            </Base.Close>
          </div>
          {lead && <Base.Description className="mb-6 text-soft">{lead}</Base.Description>}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
