import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { TextArea } from '#components/ui/text-area'

export type Override = {
  id: string
  reason: string
  askedBy: { id: string; name: string }
  approvedBy: string | null
  stale: boolean
}
type Props = {
  versionId: string
  edits: number
  /** Without any there is nothing to put up with. */
  holes: number
  isDraft: boolean
  override: Override | null
  readerId: string
  mayAsk: boolean
  ask: FormAction
  approve: FormAction
}

/** Publishing with holes needs a reason and a second person, and stays visible for as long as there are holes. */
export function OverrideBox(props: Props) {
  const { versionId, edits, isDraft, override, readerId, mayAsk, ask, approve } = props
  const t = useTranslations('career.override')
  if (props.holes === 0) return null
  const valid = override && !override.stale ? override : null
  if (!isDraft) return valid ? <Notice tone="warn">{t('visible', sentence(valid))}</Notice> : null
  return (
    <Section id="override" title={t('title')} note={t('lead')}>
      {valid && (
        <div className="grid gap-4">
          <Notice tone={valid.approvedBy ? 'good' : 'accent'}>
            {valid.approvedBy ? t('visible', sentence(valid)) : t('asked', sentence(valid))}
          </Notice>
          {!valid.approvedBy && valid.askedBy.id !== readerId && (
            <ActionForm action={approve} label={t('approve')}>
              <input type="hidden" name="overrideId" value={valid.id} />
              <PendingButton icon="handshake" className="justify-self-start">
                {t('approve')}
              </PendingButton>
            </ActionForm>
          )}
          {!valid.approvedBy && valid.askedBy.id === readerId && <p className="text-soft">{t('waits')}</p>}
        </div>
      )}
      {!valid && mayAsk && (
        <ActionForm action={ask} label={t('ask')} className="grid max-w-xl gap-4">
          <input type="hidden" name="versionId" value={versionId} />
          <input type="hidden" name="edits" value={edits} />
          <TextArea
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            rows={3}
            maxLength={1000}
            required
          />
          <PendingButton variant="quiet" className="justify-self-start">
            {t('ask')}
          </PendingButton>
        </ActionForm>
      )}
    </Section>
  )
}

const sentence = ({ askedBy, approvedBy, reason }: Override) => ({
  asked: askedBy.name,
  approved: approvedBy ?? '',
  reason,
})
