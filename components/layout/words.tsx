import { type Messages, NextIntlClientProvider, useLocale, useMessages, useTimeZone } from 'next-intl'
import type { ReactNode } from 'react'
import { FORMATS } from '#messages/catalogue'

type Room = keyof Messages
type Names<Of> = Extract<keyof Of, string>
type Part = { [Name in Room]: `${Name}.${Names<Messages[Name]>}` }[Room]
/** What the browser of one room's page says. */
type Corner = {
  [Name in Room]: Messages[Name] extends { browser: infer Said } ? `${Name}.browser.${Names<Said>}` : never
}[Room]

const put = (target: Record<string, unknown>, from: Record<string, unknown>, path: string[]): void => {
  const [head = '', ...rest] = path
  if (!rest.length) {
    target[head] = from[head]
    return
  }
  const inner = (target[head] ?? {}) as Record<string, unknown>
  target[head] = inner
  put(inner, from[head] as Record<string, unknown>, rest)
}

/** Gives the client components below the named words, and only those: words are bytes on every page. */
export function Words({
  namespaces,
  children,
}: {
  namespaces: readonly (Room | Part | Corner)[]
  children: ReactNode
}) {
  const messages = useMessages()
  const picked: Record<string, unknown> = {}
  for (const name of namespaces) put(picked, messages as unknown as Record<string, unknown>, name.split('.'))
  return (
    <NextIntlClientProvider locale={useLocale()} timeZone={useTimeZone()} formats={FORMATS} messages={picked}>
      {children}
    </NextIntlClientProvider>
  )
}
