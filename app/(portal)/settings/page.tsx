import { getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { CelebrationsForm } from '#components/recognition/celebrations-form'
import { PreferencesForm } from '#components/settings/preferences-form'
import { SettingsHeader } from '#components/settings/settings-tabs'
import { mayEver } from '#domain/access'
import { ownCelebrations } from '#server/recognition/celebration-queries'
import { preferences } from '#server/settings/queries'
import { celebrateAction, preferAction } from './actions'

export async function generateMetadata() {
  const t = await getTranslations('settings')
  return { title: t('title') }
}

export default async function SettingsPage() {
  const { actor } = await requireSession()
  const [chosen, own] = await Promise.all([preferences(actor, {}), ownCelebrations(actor, {})])
  return (
    <>
      <SettingsHeader current="" edits={mayEver(actor, 'settings.setDay')} />
      <PreferencesForm action={preferAction} {...chosen} />
      <CelebrationsForm action={celebrateAction} own={own} />
    </>
  )
}
