import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export type IdentityServer = {
  issuer: string
  client: { id: string; secret: string }
  /** Who will have signed in at the organisation when the next browser comes by; its session there is the browser's own. */
  vouchFor: (email: string, verified?: boolean) => void
  stop: () => Promise<void>
}

const CLIENT = { id: 'sviato', secret: 'only-for-tests-'.repeat(3) }

/** A real OpenID Connect server on loopback that asks nobody for a password. It insists on PKCE. */
export async function startIdentityServer(portal: string): Promise<IdentityServer> {
  let vouched = { email: '', verified: true }
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${portal}/api/auth/callback/organisation`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    cookies: { keys: ['only-for-tests'] },
    findAccount: (_, id) => {
      const [email = '', verified] = id.split(' ')
      return {
        accountId: id,
        claims: () => ({ sub: id, name: id, email, email_verified: verified === 'true' }),
      }
    },
    async loadExistingGrant({ oidc }) {
      const { Grant } = oidc.provider
      const grant = new Grant({ clientId: CLIENT.id, accountId: oidc.session?.accountId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response)
    const accountId = `${vouched.email} ${vouched.verified}`
    provider.interactionFinished(request, response, { login: { accountId } }).catch(() => response.destroy())
  })
  return {
    issuer,
    client: CLIENT,
    vouchFor: (email, verified = true) => {
      vouched = { email, verified }
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
