'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { useTranslations } from 'next-intl'
import type { ReactNode, RefObject } from 'react'
import { Icon } from '#components/ui/icon'

type Props = {
  open: boolean
  setOpen: (open: boolean) => void
  title: string
  lead?: string
  opener: RefObject<HTMLElement | null>
  children: ReactNode
}

/** The window of Dialog, in a chunk of its own: it comes with the first press. */
export default function DialogWindow({ open, setOpen, title, lead, opener, children }: Props) {
  const words = useTranslations('ui.browser')
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Portal>
        <Base.Backdrop className="backdrop z-50" />
        <Base.Popup className="float dialog z-50" finalFocus={opener}>
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
