import { type Messages, NextIntlClientProvider, useLocale, useMessages, useTimeZone } from 'next-intl'
import type { ReactNode } from 'react'

/** Gives the client components below the words of the named rooms, and only those: words are bytes on every page. */
export function Words({ namespaces, children }: { namespaces: readonly (keyof Messages)[]; children: ReactNode }) {
  const messages = useMessages()
  const picked = Object.fromEntries(namespaces.map((name) => [name, messages[name]]))
  return (
    <NextIntlClientProvider locale={useLocale()} timeZone={useTimeZone()} messages={picked}>
      {children}
    </NextIntlClientProvider>
  )
}
