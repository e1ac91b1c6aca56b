import { getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { SecurityForms } from '#components/accounts/security-forms'
import { SettingsHeader } from '#components/settings/settings-tabs'
import { mayEver } from '#domain/access'
import { changePasswordAction, endSessionsAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('accounts')
  return { title: t('security.title') }
}

export default async function SecurityPage() {
  const { actor, sessionId } = await requireSession()
  return (
    <>
      <SettingsHeader current="/security" edits={mayEver(actor, 'settings.setDay')} />
      <SecurityForms
        sessionId={sessionId}
        changePassword={changePasswordAction}
        endSessions={endSessionsAction}
      />
    </>
  )
}
