import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { TextArea } from '#components/ui/text-area'

/** HR takes a praise off every wall; the giver's budget gets it back. */
export function RevokeForm({ praiseId, revoke }: { praiseId: string; revoke: FormAction }) {
  const t = useTranslations('recognition.revoke')
  return (
    <div className="no-print mt-8">
      <Disclosure summary={t('title')}>
        <ActionForm action={revoke} label={t('title')} className="grid max-w-[72ch] gap-4">
          <input type="hidden" name="praiseId" value={praiseId} />
          <TextArea name="reason" label={t('reason')} hint={t('hint')} maxLength={500} rows={2} required />
          <PendingButton variant="danger" className="justify-self-start">
            {t('title')}
          </PendingButton>
        </ActionForm>
      </Disclosure>
    </div>
  )
}
