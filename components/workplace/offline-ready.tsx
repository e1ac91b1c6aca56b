'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Disclosure } from '#components/ui/disclosure'
import { Section } from '#components/ui/section'
import { BeginOffline } from '#components/workplace/begin-offline'
import { KeptRounds } from '#components/workplace/kept-rounds'
import type { Kit } from '#components/workplace/round-store'
import { keepKit } from '#components/workplace/round-store'
import type { Locale } from '#domain/text'

/** Makes this device able to open rounds without a connection, and shows what of them is on it alone. */
export function OfflineReady({ locale }: { locale: Locale }) {
  const words = useTranslations('workplace.sheet')
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const prepare = async () => {
      const registration = await navigator.serviceWorker?.register('/offline-worker.js', {
        scope: '/workplace/rounds',
        updateViaCache: 'none',
      })
      registration?.active?.postMessage('keep')
      const response = await fetch('/api/rounds')
      if (!response.ok) return
      await keepKit({ ...((await response.json()) as Omit<Kit, 'keptAt'>), keptAt: new Date().toISOString() })
      setReady(Boolean(registration))
    }
    // Without it everything else works; there is just no going offline.
    prepare().catch(() => undefined)
  }, [])
  return (
    <>
      <KeptRounds locale={locale} />
      {ready && (
        <Section id="offline" title={words('offlineTitle')} note={words('offlineReady')}>
          <Disclosure summary={words('beginTitle')}>
            <BeginOffline locale={locale} />
          </Disclosure>
        </Section>
      )}
    </>
  )
}
