'use server'

import { refresh } from 'next/cache'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { LOCALE_COOKIE } from '#app/_next/asked-locale'
import { cookieOptions, SESSION_COOKIE } from '#app/_next/cookies'
import { isWithin, limitPerPerson } from '#app/_next/limits'
import { currentSession } from '#app/_next/session'
import type { Locale } from '#domain/text'
import { LOCALES } from '#domain/text'
import type { Session } from '#server/accounts/actor-queries'
import { endSession } from '#server/accounts/end-session'
import { prefer } from '#server/settings/prefer'

const YEAR = 31_536_000

const chosenLocale = (data: FormData): Locale =>
  LOCALES.find((locale) => locale === data.get('locale')) ?? 'uk'

/** Pressed more often than anybody does, a choice is left as it was. */
const mayChoose = ({ actor }: Session) => isWithin(limitPerPerson(actor.personId, 'write'))

/** Remembered with the person, and in this browser for the pages before sign-in. */
export async function chooseLocale(data: FormData): Promise<void> {
  const locale = chosenLocale(data)
  const session = await currentSession()
  if (session && (await mayChoose(session))) await prefer(session.actor, { locale })
  const jar = await cookies()
  jar.set(LOCALE_COOKIE, locale, { ...cookieOptions, maxAge: YEAR })
  refresh()
}

export async function chooseTheme(data: FormData): Promise<void> {
  const session = await currentSession()
  const theme = data.get('theme')
  const known = theme === 'light' || theme === 'dark' || theme === 'system'
  if (session && known && (await mayChoose(session))) await prefer(session.actor, { theme })
  refresh()
}

export async function signOutHere(): Promise<void> {
  const session = await currentSession()
  if (session?.sessionId) await endSession(session.actor, { sessionId: session.sessionId })
  const jar = await cookies()
  jar.delete(SESSION_COOKIE)
  redirect('/sign-in')
}
