import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
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
      <Disclosure summary={t(act)}>
        <ActionForm action={moderate} label={t(act)} className="grid max-w-[72ch] gap-6">
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="removed" value={String(act === 'remove')} />
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
          <PendingButton variant="danger" className="justify-self-start">
            {t(act)}
          </PendingButton>
        </ActionForm>
      </Disclosure>
    )
  return (
    <div className="mt-6 grid gap-2">
      {form('remove', seen, !removed)}
      {form('restore', hidden, removed)}
    </div>
  )
}
