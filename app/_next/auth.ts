import type { NextRequest } from 'next/server'
import type { NextAuthConfig, Profile } from 'next-auth'
import NextAuth, { CredentialsSignin } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { cookieOptions, SESSION_COOKIE } from '#app/_next/cookies'
import { knownDevice } from '#app/_next/device'
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

// Reached through `signInAction` alone, which says where the request came from; no address leads here.
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
      device: knownDevice(String(raw.device ?? ''), email, authSecret()),
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
  // Claims of the scope `email` come from there; many servers keep them out of the ID token.
  idToken: false,
}

export const hasOrganisationSignIn = Boolean(organisationProvider)

/** An e-mail that the server has not verified could be typed in there by anybody. */
const vouchedEmail = (profile: Profile | undefined): string | undefined => {
  const verified: unknown = profile?.email_verified
  return verified === true || verified === 'true' ? (profile?.email ?? undefined) : undefined
}

const config: NextAuthConfig = {
  secret: environment().authSecret,
  trustHost: true,
  useSecureCookies: environment().appUrl.startsWith('https:'),
  session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3600 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: organisationProvider ? [passwordProvider, organisationProvider] : [passwordProvider],
  cookies: { sessionToken: { name: SESSION_COOKIE, options: cookieOptions } },
  callbacks: {
    async signIn({ user, account, profile }) {
      if (account?.provider !== 'organisation') return true
      const email = vouchedEmail(profile)
      if (!email) return '/sign-in?refused=unverified'
      const outcome = await signInVouched(email, new Date())
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

const { handlers, signIn } = NextAuth(config)

export { signIn }

/**
 * The one address of next-auth that is open: where the organisation's server sends people back to. Its other ones (sign-in by a
 * bare POST among them) would go past our throttle.
 */
export const organisationCallback = (request: NextRequest): Promise<Response> =>
  hasOrganisationSignIn ? handlers.GET(request) : Promise.resolve(new Response(null, { status: 404 }))

declare module 'next-auth' {
  interface User {
    sessionId?: string
  }
}
