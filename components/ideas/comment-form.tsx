import { useTranslations } from 'next-intl'
import { MentionArea } from '#components/ideas/mention-area'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'

type Props = { action: FormAction; number: number; unnamed?: boolean }

/** `unnamed`: the author of a hidden idea, who stays its author alone. */
export function CommentForm({ action, number, unnamed }: Props) {
  const t = useTranslations('ideas.page')
  return (
    <Section id="comment" title={t('comment')}>
      <ActionForm action={action} label={t('comment')} className="grid max-w-[72ch] gap-4">
        <input type="hidden" name="number" value={number} />
        <MentionArea
          name="body"
          number={number}
          label={t('commentField')}
          hint={t(unnamed ? 'commentHintHidden' : 'commentHint')}
          maxLength={2000}
          rows={3}
          required
        />
        <PendingButton variant="quiet" className="justify-self-start">
          {t('sendComment')}
        </PendingButton>
      </ActionForm>
    </Section>
  )
}
