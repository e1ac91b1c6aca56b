import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { makeHandler } from '#app/_next/entry'
import { log as defects } from '#app/_next/log'
import { availability } from '#db/availability'
import { parseEnvironment } from '#domain/environment'
import { forgetPerson, notePerson } from '#server/request-scope'
import { onRequestError } from '../../instrumentation'

const lines: Record<string, unknown>[] = []
const log = pino({ level: 'debug', base: undefined }, { write: (line) => void lines.push(JSON.parse(line)) })
const environment = parseEnvironment({ APP_URL: 'https://sviato.example.org' })

/** What stands behind the door: a page that knows its reader. */
const page = async (request: IncomingMessage, response: ServerResponse) => {
  notePerson('person-7')
  if (request.url?.includes('anonymous')) forgetPerson()
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Cache-Control', 's-maxage=31536000')
  response.end(JSON.stringify(request.headers))
}
const handler = makeHandler({ environment, dev: false, log }, page, new Set())
const server = createServer((request, response) => void handler(request, response))

beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)))
afterAll(() => new Promise((done) => server.close(done)))
beforeEach(() => {
  availability.database = 'up'
  lines.length = 0
})

type Answer = { status: number; headers: Record<string, string>; body: string }

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((done, fail) => {
    const { port } = server.address() as AddressInfo
    const outgoing = send({ port, host: '127.0.0.1', path, method, headers, agent: false }, (answer) => {
      let body = ''
      answer.on('data', (piece) => {
        body += piece
      })
      // The log line is written when the connection has let go of the answer.
      answer.on('close', () =>
        setImmediate(() =>
          done({ status: answer.statusCode ?? 0, headers: answer.headers as Answer['headers'], body }),
        ),
      )
    })
    outgoing.on('error', fail)
    outgoing.end()
  })

it('guards a page with a nonce of its own, and no cache keeps it', async () => {
  const [one, two] = [await ask('/'), await ask('/')]
  const nonce = /'nonce-([^']+)'/.exec(one.headers['content-security-policy'] ?? '')?.[1] ?? ''
  expect(nonce.length).toBeGreaterThan(20)
  expect(two.headers['content-security-policy']).not.toContain(nonce)
  expect(JSON.parse(one.body)['content-security-policy']).toBe(one.headers['content-security-policy'])
  const scripts = /script-src ([^;]*)/.exec(one.headers['content-security-policy'] ?? '')?.[1]
  expect(scripts).toBe(`'self' 'nonce-${nonce}' 'strict-dynamic'`)
  expect(one.headers).toMatchObject({
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'strict-transport-security': expect.stringContaining('max-age'),
  })
})

it('numbers requests, trusting a number only when it looks like one', async () => {
  const given = await ask('/', { 'x-request-id': 'abcdef-123456' })
  const forged = await ask('/', {
    'x-request-id': 'a b\tc',
    'x-path': '/evil',
    'x-client-address': '1.2.3.4',
  })
  expect(given.headers['x-request-id']).toBe('abcdef-123456')
  expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(JSON.parse(forged.body)).toMatchObject({
    'x-path': '/',
    'x-client-address': expect.stringContaining('127.0.0.1'),
  })
})

it('logs no query, cookie or token, a person only for a write, and of an anonymous write not even when it was', async () => {
  await ask('/ideas?q=secret', { cookie: 'session=secret', authorization: 'Bearer secret' })
  await ask('/ideas/new', {}, 'POST')
  await ask('/ideas/new?anonymous', {}, 'POST')
  await ask('/answer', {}, 'POST')
  await ask('/recognition/screen/hush?at=1')
  await ask('/%72ecognition/screen/hush%2Fhush')
  expect(JSON.stringify(lines)).not.toMatch(/=secret|"secret|hush/)
  expect(lines.map(({ method, path, status, person }) => [method, path, status, person])).toEqual([
    ['GET', '/ideas', 200, undefined],
    ['POST', '/ideas/new', 200, 'person-7'],
    ['GET', '/recognition/screen/[secret]', 200, undefined],
    ['GET', '/recognition/screen/[secret]', 200, undefined],
  ])
})

it('masks a secret in the path of a defect too', async () => {
  vi.stubEnv('NEXT_RUNTIME', 'nodejs')
  const said = vi.spyOn(defects, 'error').mockReturnValue()
  const request = { path: '/recognition/screen/secret?x=secret', method: 'GET', headers: {} }
  const context = {
    routerKind: 'App Router',
    routePath: '/recognition/screen/[token]',
    routeType: 'render',
    renderSource: 'server-rendering',
    revalidateReason: undefined,
  } as const
  await onRequestError(new Error('broken'), request, context)
  expect(said.mock.calls).toMatchObject([[{ path: '/recognition/screen/[secret]' }, 'defect']])
  said.mockRestore()
  vi.unstubAllEnvs()
})

it('says in both languages, or as a problem document, that the database is away, but lets health through', async () => {
  availability.database = 'away'
  const html = await ask('/', { accept: 'text/html' })
  const api = await ask('/api/v1/people', { accept: 'application/json' })
  expect([html.status, html.headers['retry-after']]).toEqual([503, '3'])
  expect(html.body).toMatch(/lang="uk"[\s\S]*недоступний[\s\S]*lang="en"[\s\S]*unavailable/)
  expect(api.headers['content-type']).toBe('application/problem+json')
  expect(JSON.parse(api.body)).toMatchObject({ status: 503, requestId: api.headers['x-request-id'] })
  expect((await ask('/api/health')).status).toBe(200)
})

it('shows an address that is none as a page of the portal, the browser’s language first', async () => {
  const html = { accept: 'text/html,*/*' }
  const [uk, en] = [
    await ask('/%ZZ', html),
    await ask('/%00', { ...html, 'accept-language': 'en-GB,en;q=0.9' }),
  ]
  expect([uk.status, en.status]).toEqual([400, 400])
  expect(uk.body).toMatch(/<html lang="uk">[\s\S]*<h1>Хибна адреса[\s\S]*href="\/"[\s\S]*lang="en"/)
  expect(en.body).toMatch(/<html lang="en">[\s\S]*<h1>Not an address[\s\S]*lang="uk"/)
  const nonce = /'nonce-([^']+)'/.exec(en.headers['content-security-policy'] ?? '')?.[1]
  expect(en.body).toContain(`<style nonce="${nonce}">`)
  expect(en.body.match(/--color-[a-z-]+: light-dark\(/g)).toHaveLength(7)
  const chosen = await ask('/%ZZ', { ...html, 'accept-language': 'uk', cookie: 'a=b; sviato.locale=en' })
  expect(chosen.body).toContain('<html lang="en">')
})

it('keeps one session from asking for pages without end, and nobody else', async () => {
  const cookie = (value: string) => ({ cookie: `__Host-sviato.session=${value}`, accept: 'text/html' })
  const all = await Promise.all(Array.from({ length: 405 }, () => ask('/people', cookie('busy'))))
  expect(all.filter(({ status }) => status === 200)).toHaveLength(400)
  const refused = all.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(5)
  expect([refused[0]?.headers['retry-after'], refused[0]?.body]).toEqual([
    '10',
    expect.stringContaining('<h1>Забагато запитів'),
  ])
  expect((await ask('/people', cookie('calm'))).status).toBe(200)
})

it('answers a refused write before Next sees it', async () => {
  const { status, body } = await ask('/ideas/new', { origin: 'https://evil.example' }, 'POST')
  expect([status, JSON.parse(body).code]).toEqual([403, 'forbidden'])
})

it.each([
  ['/_next/static/../../sign-in', 400],
  ['/_next/static/%2e%2e/sign-in', 400],
  ['/people/%ZZ', 400],
  ['/people/%00', 400],
  ['//evil.example/people', 400],
  ['http://evil.example/people', 400],
  ['/people/..', 400],
  ['/people/%D0%86%D1%80%D0%B0', 200],
  ['/_next/static/chunks/turbopack-0~a_.js', 200],
])('answers %s with %i', async (path, status) => {
  const answer = await ask(path)
  expect(answer.status).toBe(status)
})

it('tells Next the host whose origin it has checked, and plain HTTP, whatever a client says', async () => {
  const lies = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.example',
  }
  const read = JSON.parse((await ask('/', lies)).body)
  expect(read).toMatchObject({ 'x-forwarded-host': 'sviato.example.org', 'x-forwarded-proto': 'http' })
  expect(read).not.toHaveProperty('forwarded')
})
