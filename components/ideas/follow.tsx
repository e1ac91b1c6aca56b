'use client'

import { useTranslations } from 'next-intl'
import { useCopied } from '#components/ideas/use-copied'
import { Button } from '#components/ui/button'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'

type Props = { number: number; following: boolean; follow: FormAction }

/** Hear of an idea, or no longer; and give its address to somebody. */
export function FollowAndShare({ number, following, follow }: Props) {
  const words = useTranslations('ideas.browser.follow')
  const [outcome, copy] = useCopied()
  const copied = outcome === 'copied'

  return (
    <div className="flex flex-wrap gap-3">
      <ActionForm action={follow} label={words(following ? 'leave' : 'join')} className="grid">
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="follow" value={following ? 'off' : 'on'} />
        <PendingButton variant="quiet" size="small" icon="bell">
          {words(following ? 'leave' : 'join')}
        </PendingButton>
      </ActionForm>
      <Button
        size="small"
        icon={copied ? 'done' : 'document'}
        onClick={() => void copy(`${location.origin}/ideas/${number}`)}
      >
        {words(copied ? 'copied' : 'share')}
      </Button>
      <span className={copied ? 'sr-only' : 'text-small text-soft'} role="status">
        {outcome && words(outcome)}
      </span>
    </div>
  )
}
