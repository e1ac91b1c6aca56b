import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { askedLocale, LOCALE_COOKIE } from '#app/_next/asked-locale'
import { currentSession } from '#app/_next/session'
import type { Locale } from '#domain/text'
import { FORMATS, messagesOf } from '#messages/catalogue'

/** The person's own choice, then what this browser says. */
const chooseLocale = async (): Promise<Locale> => {
  const session = await currentSession()
  if (session) return session.locale
  const [jar, head] = await Promise.all([cookies(), headers()])
  return askedLocale(jar.get(LOCALE_COOKIE)?.value, head.get('accept-language') ?? '')
}

export default getRequestConfig(async () => {
  const locale = await chooseLocale()
  const session = await currentSession()
  return {
    locale,
    messages: messagesOf(locale),
    formats: FORMATS,
    timeZone: session?.timeZone ?? 'Europe/Kyiv',
  }
})
