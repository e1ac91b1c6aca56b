import type { Metadata, Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentSession } from '#app/_next/session'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout')
  return {
    title: { default: t('product'), template: `%s · ${t('product')}` },
    robots: 'noindex',
    referrer: 'same-origin',
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, session] = await Promise.all([getLocale(), currentSession()])
  return (
    <html lang={locale} data-theme={session?.theme ?? 'system'}>
      <body>{children}</body>
    </html>
  )
}
