import { useTranslations } from 'next-intl'
import type { PlainAction } from '#components/layout/switches'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { TextInput } from '#components/ui/text-input'

type Props = {
  action: FormAction
  organisationAction?: PlainAction
  next?: string
  /** Why the organisation's server did not get the person in. */
  refused?: 'unknown' | 'unverified' | 'failed' | ''
  email?: string
}

export function SignInForm({ action, organisationAction, next, refused, email }: Props) {
  const t = useTranslations('accounts')
  return (
    <div className="grid gap-6">
      {refused && <Notice tone="bad">{t(`organisationRefused.${refused}`)}</Notice>}
      <ActionForm action={action} resetWhenDone={false} label={t('signIn')}>
        {next && <input type="hidden" name="next" value={next} />}
        <TextInput
          name="email"
          label={t('email')}
          type="email"
          autoComplete="username"
          defaultValue={email}
          required
        />
        <TextInput
          name="password"
          label={t('password')}
          type="password"
          autoComplete="current-password"
          required
        />
        <PendingButton variant="primary">{t('signIn')}</PendingButton>
      </ActionForm>
      {organisationAction && (
        <form action={organisationAction}>
          {next && <input type="hidden" name="next" value={next} />}
          <PendingButton>{t('organisation')}</PendingButton>
        </form>
      )}
    </div>
  )
}
