import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'

type Props = {
  ladderId: string
  /** Somebody else published first; what they changed stands below. */
  overtaken: boolean
  start?: FormAction
}

/** Where the next version begins, and what is said to whoever came second. */
export function DraftStart({ ladderId, overtaken, start }: Props) {
  const t = useTranslations('career.ladders')
  return (
    <>
      {overtaken && (
        <div className="mb-8">
          <Notice tone="warn" live>
            {t('overtaken')}
          </Notice>
        </div>
      )}
      {start && (
        <ActionForm action={start} label={t('startDraft')} className="mb-10 grid gap-3">
          <p className="text-soft">{t('startDraftLead')}</p>
          <input type="hidden" name="ladderId" value={ladderId} />
          <PendingButton icon="edit" className="justify-self-start">
            {t('startDraft')}
          </PendingButton>
        </ActionForm>
      )}
    </>
  )
}
