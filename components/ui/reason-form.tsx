import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { TextArea } from '#components/ui/text-area'

type Props = {
  action: FormAction
  /** What opens it, and what the form is called. */
  title: string
  /** What it is about: the name and value of a hidden field. */
  about: { name: string; value: string }
  /** The field that takes the words; a reason unless they are an answer. */
  field?: string
  label: string
  hint: string
  send?: string
  maxLength?: number
  variant?: 'quiet' | 'danger'
}

/** A thing that is done only with a reason: folded away, so that it is not done by a slip. */
export function ReasonForm({
  action,
  title,
  about,
  field = 'reason',
  label,
  hint,
  send = title,
  maxLength = 500,
  variant = 'quiet',
}: Props) {
  return (
    <Disclosure summary={title}>
      <ActionForm action={action} label={title} className="grid max-w-[72ch] gap-4">
        <input type="hidden" name={about.name} value={about.value} />
        <TextArea name={field} label={label} hint={hint} maxLength={maxLength} rows={2} required />
        <PendingButton variant={variant} className="justify-self-start">
          {send}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}
