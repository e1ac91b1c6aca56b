import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { currentSession } from '#app/_next/session'
import type { Locale } from '#domain/text'
import { LOCALES } from '#domain/text'
import { FORMATS, messagesOf } from '#messages/catalogue'

export const LOCALE_COOKIE = 'sviato.locale'

const isLocale = (value: string | undefined): value is Locale => LOCALES.includes(value as Locale)

/** The person's own choice, then this browser's, then the browser's languages; Ukrainian where nothing says otherwise. */
const chooseLocale = async (): Promise<Locale> => {
  const session = await currentSession()
  if (session) return session.locale
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  if (isLocale(chosen)) return chosen
  const asked = (await headers()).get('accept-language') ?? ''
  const first = asked.split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return first.find((part) => part === 'uk' || part === 'en') === 'en' && !first.includes('uk') ? 'en' : 'uk'
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
