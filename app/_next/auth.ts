import { createHmac } from 'node:crypto'
import type { NextAuthConfig } from 'next-auth'
import NextAuth, { CredentialsSignin } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { cookieOptions, SESSION_COOKIE } from '#app/_next/cookies'
import { log } from '#app/_next/log'
import { environment } from '#db/environment'
import { SESSION_HOURS, SignIn } from '#domain/accounts'
import { signIn as checkPassword, signInVouched } from '#server/accounts/sign-in'

const { oidc } = environment()

/** Set by the start; without it nobody could stay signed in over a restart. */
export const authSecret = (): string => {
  const { authSecret: secret } = environment()
  if (!secret) throw new Error('AUTH_SECRET is not set: start through `npm start`')
  return secret
}

/** Wrong e-mail or password, or too many tries; the page says which without saying whether the account exists. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly seconds: number) {
    super()
    this.code = seconds > 0 ? `wait-${seconds}` : 'wrong'
  }
}

/** What a device gets after a successful sign-in, so that later failures elsewhere cannot shut it out. */
export const deviceMark = (email: string): string =>
  createHmac('sha256', authSecret()).update(`device:${email.trim().toLowerCase()}`).digest('base64url')

const passwordProvider = Credentials({
  credentials: { email: {}, password: {}, address: {}, device: {} },
  async authorize(raw) {
    const parsed = SignIn.safeParse(raw)
    if (!parsed.success) throw new SignInRefused(0)
    const { email, password } = parsed.data
    const attempt = {
      email,
      password,
      address: String(raw.address ?? ''),
      knownDevice: raw.device === deviceMark(email),
    }
    const outcome = await checkPassword(attempt, new Date())
    if (outcome.status === 'wait') throw new SignInRefused(outcome.seconds)
    if (outcome.status === 'wrong') throw new SignInRefused(0)
    return { id: outcome.personId, sessionId: outcome.sessionId }
  },
})

const organisationProvider = oidc && {
  id: 'organisation',
  name: 'organisation',
  type: 'oidc' as const,
  ...oidc,
  checks: ['pkce' as const, 'state' as const, 'nonce' as const],
}

export const hasOrganisationSignIn = Boolean(organisationProvider)

const config: NextAuthConfig = {
  secret: environment().authSecret,
  trustHost: true,
  session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3600 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: organisationProvider ? [passwordProvider, organisationProvider] : [passwordProvider],
  cookies: { sessionToken: { name: SESSION_COOKIE, options: cookieOptions } },
  callbacks: {
    async signIn({ user, account, profile }) {
      if (account?.provider !== 'organisation') return true
      if (!profile?.email || profile.email_verified === false) return '/sign-in?refused=unknown'
      const outcome = await signInVouched(profile.email, new Date())
      if (outcome.status !== 'open') return '/sign-in?refused=unknown'
      user.sessionId = outcome.sessionId
      return true
    },
    jwt: ({ token, user }) => (user?.sessionId ? { sessionId: user.sessionId } : token),
  },
  // A wrong password is no event of the machine; a library that cannot sign anybody in is.
  logger: {
    error: (error) =>
      void (error instanceof CredentialsSignin || log.error({ name: error.name }, 'sign-in failed')),
    warn: () => undefined,
    debug: () => undefined,
  },
}

export const { handlers, signIn, signOut } = NextAuth(config)

declare module 'next-auth' {
  interface User {
    sessionId?: string
  }
}
