import type { Locale } from '#domain/text'
import { LOCALES } from '#domain/text'

export const LOCALE_COOKIE = 'sviato.locale'

const isLocale = (value: string | undefined): value is Locale => LOCALES.includes(value as Locale)

/** What a stranger reads: this browser's choice, then its languages; Ukrainian where nothing says otherwise. */
export function askedLocale(chosen: string | undefined, acceptLanguage: string): Locale {
  if (isLocale(chosen)) return chosen
  const asked = acceptLanguage.split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.includes('en') && !asked.includes('uk') ? 'en' : 'uk'
}

/** The value of a cookie, before Next has read any. */
export const cookieOf = (header: string | undefined, name: string): string | undefined =>
  header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1)
