import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { authSecret } from '#app/_next/auth'
import { SESSION_COOKIE } from '#app/_next/cookies'
import type { Actor } from '#domain/access'
import { Refused } from '#domain/refused'
import type { Session } from '#server/accounts/actor-queries'
import { findSession } from '#server/accounts/actor-queries'
import { notePerson } from '#server/request-scope'

const REMEMBERED = 2_000
const sessionIds = new Map<string, string>()

/** Opening the sealed cookie costs more than the statement behind it, so what a cookie holds is remembered; the row is not. */
const sessionIdOf = async (cookie: string): Promise<string | undefined> => {
  const known = sessionIds.get(cookie)
  if (known) return known
  const token = await decode({ token: cookie, secret: authSecret(), salt: SESSION_COOKIE }).catch(() => null)
  if (typeof token?.sessionId !== 'string') return undefined
  if (sessionIds.size >= REMEMBERED) sessionIds.delete(sessionIds.keys().next().value as string)
  sessionIds.set(cookie, token.sessionId)
  return token.sessionId
}

/** Who is signed in, or undefined; read once a request. */
export const currentSession = cache(async (): Promise<Session | undefined> => {
  const cookie = (await cookies()).get(SESSION_COOKIE)?.value
  const sessionId = cookie && (await sessionIdOf(cookie))
  if (!sessionId) return undefined
  const session = await findSession(sessionId)
  if (!session) return undefined
  notePerson(session.actor.personId)
  const requestId = (await headers()).get('x-request-id') ?? undefined
  return { ...session, actor: { ...session.actor, requestId } }
})

/** For pages: whoever is not signed in goes to sign in and comes back. */
export async function requireSession(): Promise<Session> {
  const session = await currentSession()
  if (session) return session
  const path = (await headers()).get('x-path')
  redirect(path && path !== '/' ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in')
}

/** For form actions: what was typed must not be lost to a redirect. */
export async function requireActor(): Promise<Actor> {
  const session = await currentSession()
  if (!session) throw new Refused('unauthenticated')
  return session.actor
}
