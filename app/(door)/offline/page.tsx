import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '#components/layout/words'
import { OfflineShell } from '#components/workplace/offline-shell'

export async function generateMetadata() {
  const t = await getTranslations('workplace.sheet')
  return { title: t('shellTitle') }
}

/** Kept by the device for when there is no connection. It holds nobody's data: rounds come from the device itself. */
export default async function OfflinePage() {
  const locale = await getLocale()
  return (
    <Words namespaces={['workplace', 'ui.browser']}>
      <main className="mx-auto max-w-4xl p-4">
        <OfflineShell locale={locale} />
      </main>
    </Words>
  )
}
