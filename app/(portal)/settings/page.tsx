import { getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { PreferencesForm } from '#components/settings/preferences-form'
import { SettingsHeader } from '#components/settings/settings-tabs'
import { mayEver } from '#domain/access'
import { preferences } from '#server/settings/queries'
import { preferAction } from './actions'

export async function generateMetadata() {
  const t = await getTranslations('settings')
  return { title: t('title') }
}

export default async function SettingsPage() {
  const { actor } = await requireSession()
  const chosen = await preferences(actor, {})
  return (
    <>
      <SettingsHeader current="" edits={mayEver(actor, 'settings.setDay')} />
      <PreferencesForm action={preferAction} {...chosen} />
    </>
  )
}
