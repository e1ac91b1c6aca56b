import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Segmented } from '#components/ui/radio-group'
import { TextArea } from '#components/ui/text-area'

/** A second person's word on a submitted round. */
export function ReviewForm({ id, review }: { id: string; review: FormAction }) {
  const words = useTranslations('workplace.review')
  const outcomes = (['approved', 'returned'] as const).map((value) => ({ value, label: words(value) }))
  return (
    <ActionForm action={review} label={words('title')} className="grid max-w-xl gap-4">
      <input type="hidden" name="inspectionId" value={id} />
      <Segmented name="outcome" label={words('outcome')} options={outcomes} required />
      <TextArea name="note" label={words('note')} hint={words('noteHint')} maxLength={500} rows={2} />
      <PendingButton className="justify-self-start">{words('send')}</PendingButton>
    </ActionForm>
  )
}
