import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'

type Props = { trainingId: string; enrolmentId: string | null; begin: FormAction; withdraw: FormAction }

/** A training without a date: begun and stopped by the person alone. */
export function SelfPaced({ trainingId, enrolmentId, begin, withdraw }: Props) {
  const t = useTranslations('training')
  return (
    <Section id="begin" title={t('formats.self-paced')}>
      <p className="mb-4">{enrolmentId ? t('page.begun') : t('page.beginLead')}</p>
      {enrolmentId ? (
        <ActionForm action={withdraw} label={t('page.stop')}>
          <input type="hidden" name="enrolmentId" value={enrolmentId} />
          <PendingButton variant="quiet" className="justify-self-start">
            {t('page.stop')}
          </PendingButton>
        </ActionForm>
      ) : (
        <ActionForm action={begin} label={t('page.begin')}>
          <input type="hidden" name="trainingId" value={trainingId} />
          <PendingButton className="justify-self-start">{t('page.begin')}</PendingButton>
        </ActionForm>
      )}
    </Section>
  )
}
