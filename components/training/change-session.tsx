import { useTranslations } from 'next-intl'
import type { SessionFacts } from '#components/training/session-fields'
import { SessionFields } from '#components/training/session-fields'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { ReasonForm } from '#components/ui/reason-form'
import { Section } from '#components/ui/section'
import { TextArea } from '#components/ui/text-area'

type Props = {
  session: SessionFacts & { id: string }
  trainers: { id: string; name: string }[]
  change: FormAction
  cancel: FormAction
}

/** A session is moved or cancelled with a reason; all concerned are told at once. */
export function ChangeSessionForms({ session, trainers, change, cancel }: Props) {
  const t = useTranslations('training.session')
  const words = useTranslations('training.centre')
  return (
    <Section id="change" title={t('change')}>
      <Disclosure summary={t('changeSummary')}>
        <ActionForm
          action={change}
          label={t('changeSummary')}
          resetWhenDone={false}
          className="grid max-w-2xl gap-5"
        >
          <input type="hidden" name="sessionId" value={session.id} />
          <div className="grid gap-5 sm:grid-cols-2">
            <SessionFields session={session} trainers={trainers} />
          </div>
          <div>
            <TextArea
              name="reason"
              label={t('moveReason')}
              hint={t('moveReasonHint')}
              rows={2}
              maxLength={500}
            />
          </div>
          <PendingButton className="justify-self-start">{t('changeNow')}</PendingButton>
        </ActionForm>
      </Disclosure>
      <ReasonForm
        action={cancel}
        title={t('cancel')}
        about={{ sessionId: session.id }}
        reason={words('reason')}
        hint={t('cancelHint')}
        send={t('cancelNow')}
        variant="danger"
      />
    </Section>
  )
}
