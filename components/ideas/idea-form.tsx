'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Receipt } from '#components/ideas/receipt'
import { ActionForm } from '#components/ui/form'
import { useField } from '#components/ui/form-context'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'

type Props = { action: FormAction; label: string; send: string; children: ReactNode }

/** A form for an idea: its first field is ready to be written in, and an anonymous author gets the code in its place. */
export function IdeaForm({ action, label, send, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  // Whoever came by the key or the button writes at once; whoever is in the page already stays where they are.
  useEffect(() => {
    const field = place.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')
    if (!document.activeElement?.closest('main')) field?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place}>
      <ActionForm action={action} label={label} className="grid max-w-[72ch] gap-6">
        <Sent>
          {children}
          <PendingButton className="justify-self-start">{send}</PendingButton>
        </Sent>
      </ActionForm>
    </div>
  )
}

function Sent({ children }: { children: ReactNode }) {
  const code = useField('code').kept
  return code ? <Receipt code={code} /> : children
}
