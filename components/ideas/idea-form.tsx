'use client'

import type { ReactNode } from 'react'
import { Receipt } from '#components/ideas/receipt'
import { SimilarIdeas } from '#components/ideas/similar'
import { ActionForm } from '#components/ui/form'
import { useField } from '#components/ui/form-context'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'

type Props = { action: FormAction; label: string; send: string; children: ReactNode }

/** A form for an idea: while it is written similar ones are offered, and an anonymous author gets the code in its place. */
export function IdeaForm({ action, label, send, children }: Props) {
  return (
    <ActionForm action={action} label={label} className="grid max-w-[72ch] gap-6">
      <Sent>
        {children}
        <SimilarIdeas />
        <PendingButton className="justify-self-start">{send}</PendingButton>
      </Sent>
    </ActionForm>
  )
}

function Sent({ children }: { children: ReactNode }) {
  const code = useField('code').kept
  return code ? <Receipt code={code} /> : children
}
