import type { ReactNode } from 'react'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'

export type FoldedFormProps = {
  action: FormAction
  /** What opens it. */
  title: string
  /** What the form is called, where its title stands several times on a page. */
  label?: string
  lead?: string
  /** What it is about: the names and values of hidden fields. */
  about: Record<string, string | number>
  send?: string
  variant?: 'primary' | 'quiet' | 'danger'
  open?: boolean
}

/** A thing that is done now and then: folded away under its name, so that it is not done by a slip. */
export function FoldedForm({
  action,
  title,
  label = title,
  lead,
  about,
  send = title,
  variant = 'quiet',
  open,
  children,
}: FoldedFormProps & { children?: ReactNode }) {
  return (
    <Disclosure summary={title} open={open}>
      <ActionForm action={action} label={label} className="grid max-w-[72ch] gap-5">
        {lead && <p className="text-soft">{lead}</p>}
        {Object.entries(about).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <PendingButton variant={variant} className="justify-self-start">
          {send}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}
