import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { TextInput } from '#components/ui/text-input'

type Props = { sessionId: string | null; changePassword: FormAction; endSessions: FormAction }

export function SecurityForms({ sessionId, changePassword, endSessions }: Props) {
  const t = useTranslations('accounts')
  return (
    <div className="mt-6">
      <Section id="password" title={t('security.change')} note={t('security.changeLead')}>
        <ActionForm action={changePassword} label={t('security.change')} className="grid max-w-xl gap-6">
          {sessionId && <input type="hidden" name="sessionId" value={sessionId} />}
          <TextInput
            name="current"
            label={t('security.current')}
            type="password"
            autoComplete="current-password"
            required
          />
          <TextInput
            name="next"
            label={t('security.next')}
            hint={t('passwordHint')}
            type="password"
            autoComplete="new-password"
            required
          />
          <TextInput
            name="again"
            label={t('security.again')}
            type="password"
            autoComplete="new-password"
            required
          />
          <PendingButton className="justify-self-start">{t('security.change')}</PendingButton>
        </ActionForm>
      </Section>
      <Section id="everywhere" title={t('security.everywhere')} note={t('security.everywhereLead')}>
        <ActionForm action={endSessions} label={t('security.everywhere')}>
          <PendingButton variant="danger" className="justify-self-start">
            {t('security.everywhere')}
          </PendingButton>
        </ActionForm>
      </Section>
    </div>
  )
}
