import type { FoldedFormProps } from '#components/ui/folded-form'
import { FoldedForm } from '#components/ui/folded-form'
import { TextArea } from '#components/ui/text-area'

type Props = FoldedFormProps & {
  /** The field that takes the words; a reason unless they are an answer. */
  field?: string
  /** What the words are called. */
  reason: string
  hint: string
  maxLength?: number
}

/** A thing that is done only with a reason. */
export function ReasonForm({ field = 'reason', reason, hint, maxLength = 500, ...form }: Props) {
  return (
    <FoldedForm {...form}>
      <TextArea name={field} label={reason} hint={hint} maxLength={maxLength} rows={2} required />
    </FoldedForm>
  )
}
