import { useTranslations } from 'next-intl'
import { FoldedForm } from '#components/ui/folded-form'
import type { FormAction } from '#components/ui/form-state'
import { Select } from '#components/ui/select'
import { TextArea } from '#components/ui/text-area'

type Props = {
  number: number
  removed: boolean
  comments: readonly { id: string; label: string; removed: boolean }[]
  moderate: FormAction
}

/** HR takes an idea or a comment out of sight with a reason, or puts it back. */
export function Moderation({ number, removed, comments, moderate }: Props) {
  const t = useTranslations('ideas.moderation')
  const seen = comments.filter((comment) => !comment.removed)
  const hidden = comments.filter((comment) => comment.removed)
  const form = (act: 'remove' | 'restore', options: typeof comments, wholeIdea: boolean) =>
    (wholeIdea || options.length > 0) && (
      <FoldedForm
        action={moderate}
        title={t(act)}
        about={{ number, removed: String(act === 'remove') }}
        variant="danger"
      >
        {options.length > 0 && (
          <Select
            name="commentId"
            label={t('what')}
            options={options.map(({ id, label }) => ({ value: id, label }))}
            placeholder={wholeIdea ? t('wholeIdea') : undefined}
            required={!wholeIdea}
          />
        )}
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={1000} required />
      </FoldedForm>
    )
  return (
    <div className="mt-6 grid gap-2">
      {form('remove', seen, !removed)}
      {form('restore', hidden, removed)}
    </div>
  )
}
