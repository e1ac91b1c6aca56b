import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import compression from 'compression'
import next from 'next'
import type { Logger } from 'pino'
import { cookieOf } from '#app/_next/asked-locale'
import { cookieNames } from '#app/_next/cookie-names'
import { clientAddress, speakForProxy } from '#app/_next/forwarded'
import { isStatic, isWrite, refusalFor } from '#app/_next/guards'
import { beforeHeaders, contentSecurityPolicy, setSecurityHeaders } from '#app/_next/headers'
import { isWithin, limitPerSecret } from '#app/_next/limits'
import { loggedPath } from '#app/_next/logged-path'
import { fillLostPage } from '#app/_next/lost-answer'
import type { Outage } from '#app/_next/outage'
import { answerPlainly, lostWithoutScripts } from '#app/_next/outage'
import { availability } from '#db/availability'
import { CannotStart } from '#domain/cannot-start'
import type { Environment } from '#domain/environment'
import { countRequest } from '#server/metrics'
import type { RequestScope } from '#server/request-scope'
import { withinRequest } from '#server/request-scope'

type Options = { environment: Environment; dev: boolean; log: Logger }
type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type Web = { port: number; stop: () => Promise<void> }

const HEADERS_WITHIN = 15_000
const REQUEST_WITHIN = 60_000
// Longer than the idle time of common balancers, so that they never write into a connection just closed here.
const KEEP_ALIVE = 65_000
const GRACE = 6_000

/** Answered without the database: the checks of those who watch the portal. */
const WITHOUT_DATABASE = /^\/(_next\/|api\/(health|ready|metrics)$|favicon)/
/** Whoever answers here may be anonymous; no log line may say that they did, or when. */
const ANONYMOUS = /^\/(answer|api\/pulses)(\/|$)/
const GIVEN_ID = /^[\w-]{8,64}$/

const pathOf = (url: string) => url.split('?', 1)[0] ?? '/'

/** Where a person returns to after signing in; `_rsc` is Next's own. */
const returnPath = (url: string) => url.replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, '')

const levelOf = (status: number, path: string) => {
  if (status >= 500) return 'error'
  return path.startsWith('/_next/') ? 'debug' : 'info'
}

function observe(request: IncomingMessage, response: ServerResponse, scope: RequestScope, log: Logger): void {
  const begun = performance.now()
  const method = request.method ?? 'GET'
  const path = loggedPath(request.url ?? '/')
  response.once('close', () => {
    const ms = Math.round(performance.now() - begun)
    const status = response.writableFinished ? response.statusCode : 499
    countRequest(method, status, ms / 1000)
    // A line without a name among lines with names and times says when it was done; only a defect is worth one.
    const anonymous = scope.anonymous || ANONYMOUS.test(path)
    if (anonymous && isWrite(method) && status < 500) return
    // Reads are never tied to a person: together with the times they would unmask an anonymous author.
    const person = isWrite(method) && !anonymous ? scope.personId : undefined
    log[levelOf(status, path)]({ requestId: scope.requestId, method, path, status, ms, person }, 'request')
  })
}

/** Whoever is signed in asks for so many pages at most; strangers get no page that costs. */
const isWithinPages = async ({ headers }: IncomingMessage, name: string): Promise<boolean> => {
  const session = cookieOf(headers.cookie, name)
  return !session || isWithin(limitPerSecret(session, 'page'))
}

/** What the pages are told of the request, whatever its sender says of it. */
const tellNext = (
  request: IncomingMessage,
  environment: Environment,
  { requestId, policy }: { requestId: string; policy: string },
): void => {
  request.headers['x-request-id'] = requestId
  request.headers['x-client-address'] = clientAddress(request, environment.trustedProxies)
  speakForProxy(request.headers, environment.appUrl)
  request.headers['x-path'] = returnPath(request.url ?? '/')
  // Next reads the nonce from here and stamps it on its scripts.
  request.headers['content-security-policy'] = policy
}

/** Everything between the socket and Next. `toNext` answers what is let through. */
export function makeHandler(
  { environment, dev, log }: Options,
  toNext: Handler,
  streams: Set<ServerResponse>,
): Handler {
  const https = environment.appUrl.startsWith('https:')
  const { session: sessionCookie } = cookieNames(https)

  return async (request, response) => {
    const given = request.headers['x-request-id']
    const requestId = typeof given === 'string' && GIVEN_ID.test(given) ? given : randomUUID()
    const scope: RequestScope = { requestId, anonymous: false }
    const path = pathOf(request.url ?? '/')
    observe(request, response, scope, log)
    response.setHeader('X-Request-Id', requestId)
    const method = request.method ?? 'GET'
    if (isStatic(method, path)) {
      response.setHeader('X-Content-Type-Options', 'nosniff')
      return toNext(request, response)
    }
    const nonce = randomBytes(16).toString('base64')
    const policy = contentSecurityPolicy(nonce, { dev, https, issuer: environment.oidc?.issuer })
    setSecurityHeaders(response, policy, https)
    const refusal = refusalFor({ method, path, headers: request.headers }, environment.appUrl)
    const plainly = (status: number, code: Outage) =>
      answerPlainly(request, response, { status, code, requestId, nonce })
    if (refusal) return plainly(refusal.status, refusal.code)
    if (availability.database !== 'up' && !WITHOUT_DATABASE.test(path)) {
      return plainly(503, 'unavailable')
    }
    if (!(await isWithinPages(request, sessionCookie))) return plainly(429, 'tooMany')
    tellNext(request, environment, { requestId, policy })
    beforeHeaders(response, (kind) => {
      if (kind.startsWith('text/event-stream')) {
        streams.add(response)
        response.once('close', () => streams.delete(response))
      }
      return scope.status
    })
    fillLostPage(response, () => lostWithoutScripts(request, nonce))
    return withinRequest(scope, () => toNext(request, response))
  }
}

const listen = (server: Server, { port, host }: Environment): Promise<number> =>
  new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(listenFailure(error, port, host)))
    server.listen(port, host, () => {
      const address = server.address()
      done(address && typeof address === 'object' ? address.port : port)
    })
  })

const listenFailure = (error: NodeJS.ErrnoException, port: number, host: string): Error => {
  const reasons: Record<string, string> = {
    EADDRINUSE: `PORT must be a free port: ${port} on ${host} is in use by another program.`,
    EACCES: `PORT must be a port that this account may open: ${port} is reserved.`,
    EADDRNOTAVAIL: `HOST must be an address of this machine: ${host} is not.`,
    ENOTFOUND: `HOST must be an address of this machine: ${host} is unknown.`,
  }
  const reason = reasons[error.code ?? '']
  return reason ? new CannotStart(2, reason, { cause: error }) : error
}

const drain = async (server: Server, streams: Set<ServerResponse>): Promise<void> => {
  const closed = new Promise<void>((done) => server.close(() => done()))
  for (const stream of streams) stream.end()
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  await Promise.race([closed, wait(GRACE, undefined, { ref: false })])
  clearInterval(idle)
  server.closeAllConnections()
}

/** Whether the port can be had, asked before anything long begins. @throws CannotStart */
export async function checkPort(environment: Environment): Promise<number> {
  const server = createServer()
  const port = await listen(server, environment)
  await new Promise((done) => server.close(done))
  return port
}

/** The one door: every request passes here before Next, and is counted and logged when it is answered. */
export async function startWeb(options: Options): Promise<Web> {
  const { environment, dev, log } = options
  const streams = new Set<ServerResponse>()
  const server = createServer({ headersTimeout: HEADERS_WITHIN, requestTimeout: REQUEST_WITHIN })
  server.keepAliveTimeout = KEEP_ALIVE
  // Only the development server speaks by web socket; elsewhere Next would keep such a connection open for ever.
  if (!dev) server.on('upgrade', (_request, socket) => socket.destroy())
  const app = next({
    dev,
    dir: process.cwd(),
    hostname: environment.host,
    port: environment.port,
    httpServer: server,
  })
  await app.prepare()
  const handler = makeHandler(options, app.getRequestHandler(), streams)
  const compress = compression()
  server.on('request', (request, response) => {
    const answer = () =>
      handler(request, response).catch((error: unknown) => {
        log.error({ err: error }, 'request failed')
        response.destroy()
      })
    compress(request, response, () => void answer())
  })
  const port = await listen(server, environment)
  return {
    port,
    stop: async () => {
      await drain(server, streams)
      await app.close()
    },
  }
}
