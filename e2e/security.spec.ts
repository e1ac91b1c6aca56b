import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import type { Browser } from '@playwright/test'
import { expect, forgetSession, test } from '#e2e/fixtures'
import { lane } from '#e2e/lane'
import { signIn } from '#e2e/pages/sign-in'
import type { Words } from '#e2e/words'

const origin = () => lane().origin
const COOKIE = 'sviato.session'

/** Writes to the socket what no browser and no library would. */
const raw = (lines: string[]): Promise<string> =>
  new Promise((done) => {
    const { hostname, port } = new URL(origin())
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        `${[...lines, ...(lines.some((line) => line.startsWith('Connection')) ? [] : ['Connection: close']), '', ''].join('\r\n')}`,
      ),
    )
    let answer = ''
    socket.setEncoding('utf8').on('data', (piece: string) => {
      answer += piece
    })
    socket.on('close', () => done(answer)).on('error', () => done(answer))
  })
const host = () => `Host: ${new URL(origin()).host}`

/** Another site, with a page of its own making. */
const anotherSite = async (body: (portal: string) => string, run: (address: string) => Promise<void>) => {
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(body(origin())),
  )
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
}

/** A person of one's own, so that what happens to the session touches no other test. */
const apart = async (
  browser: Browser,
  words: Words,
  run: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<void>,
) => {
  const context = await browser.newContext({ locale: 'uk-UA' })
  const page = await context.newPage()
  await signIn(page, 'other-supervisor', words)
  await run(page)
  await context.close()
}

test('whoever asks for files without end is told to wait, and an old bookmark shows the beginning', async ({
  browser,
  words,
}) => {
  await apart(browser, words, async (page) => {
    const path = '/api/rounds/01890000-0000-7000-8000-00000000abcd'
    const statuses = []
    for (let turn = 0; turn < 41; turn++) statuses.push((await page.request.get(path)).status())
    expect(statuses).toEqual([...Array(40).fill(404), 429])
    // What costs less goes on.
    await page.goto('/people?cursor=garbled')
    await expect(page.getByRole('heading', { level: 1, name: words('people.title') })).toBeVisible()
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  })
})

test('a session is a cookie that scripts cannot read, and worth nothing after signing out', async ({
  browser,
  words,
}) => {
  await apart(browser, words, async (page) => {
    const context = page.context()
    const before = await context.cookies()
    const cookie = before.find(({ name }) => name === COOKIE)
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', domain: 'localhost' })
    expect(before.filter(({ httpOnly }) => !httpOnly)).toEqual([])
    expect(await page.evaluate(() => document.cookie)).toBe('')
    await page.goto('/settings/tokens')
    await page.getByLabel(words('accounts.tokens.name')).fill('нічний звіт')
    await page.getByRole('button', { name: words('accounts.tokens.make'), exact: true }).click()
    const secret = (await page.getByText(/sviato_[\w-]{32}/).textContent())?.match(/sviato_[\w-]{32}/)?.[0]
    const asProgram = async () =>
      (await fetch(`${origin()}/api/v1/preferences`, { headers: { authorization: `Bearer ${secret}` } }))
        .status
    expect(await asProgram()).toBe(200)
    // Whoever sits at an open session could have made it, so its owner is told.
    await page.goto('/notifications')
    await expect(
      page
        .getByRole('main')
        .getByText(/нічний звіт/)
        .first(),
    ).toBeVisible()
    await page.goto('/settings/security')
    await page.getByRole('button', { name: words('accounts.security.everywhere') }).click()
    await expect(page).toHaveURL(/sign-in/)
    expect(await asProgram()).toBe(401)
    forgetSession('other-supervisor', test.info().project.name)
    await context.addCookies(before)
    await page.goto('/people')
    await expect(page).toHaveURL(/sign-in\?next=%2Fpeople/)
  })
})

test('a changed, foreign or old cookie is no session', async ({ browser, words, request }) => {
  await apart(browser, words, async (page) => {
    const cookies = await page.context().cookies()
    const mine = cookies.find(({ name }) => name === COOKIE)?.value ?? ''
    // Not the last character: some of its bits mean nothing.
    const other = mine.at(-8) === 'A' ? 'B' : 'A'
    const forged = [
      `${mine.slice(0, -8)}${other}${mine.slice(-7)}`,
      mine.slice(0, 40),
      'eyJhbGciOiJub25lIn0..x',
      '',
      `${mine}.x`,
    ]
    for (const value of forged) {
      const answer = await request.get('/people', {
        headers: { cookie: `${COOKIE}=${value}` },
        maxRedirects: 0,
      })
      expect(answer.status(), value.slice(0, 20)).toBe(307)
    }
    const api = await request.get('/api/v1/people', { headers: { cookie: `${COOKIE}=${mine}` } })
    expect([api.status(), (await api.json()).code]).toEqual([401, 'unauthenticated'])
  })
})

test('the endpoints of next-auth do not go past our sign-in', async ({ request }) => {
  for (const path of [
    'providers',
    'csrf',
    'session',
    'signin',
    'signout',
    'error',
    'verify-request',
    'signin/credentials',
    'callback/credentials',
    'callback/organisation',
  ]) {
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404)
    const form = { email: 'operator@sviato.test', password: 'sviato-demo', address: 'forged', csrfToken: 'x' }
    const posted = await request.post(`/api/auth/${path}`, { form, maxRedirects: 0 })
    expect([404, 405], path).toContain(posted.status())
    expect(posted.headers()['set-cookie'] ?? '').not.toContain(COOKIE)
  }
})

test('an injected script, handler or style element does nothing', async ({ visitor, guard }) => {
  guard.allow(/Content Security Policy|Minified React error|hydrat|ERR_BLOCKED/i)
  await visitor.route('**/sign-in', async (route) => {
    const answer = await route.fetch()
    const injected = `<script>window.injected=1</script><img src="x:" onerror="window.injected=2" alt="">
      <script src="https://evil.example/x.js"></script><a href="javascript:window.injected=3" id="lure">x</a>
      <style>#lure{opacity:.25}</style><base href="https://evil.example/"><iframe src="/sign-in"></iframe>`
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace('</body>', `${injected}</body>`),
    })
  })
  await visitor.goto('/sign-in')
  const lure = visitor.locator('#lure')
  await lure.evaluate((link: HTMLAnchorElement) => link.click())
  expect(await visitor.evaluate(() => (window as unknown as { injected?: number }).injected)).toBeUndefined()
  expect(await lure.evaluate((link) => getComputedStyle(link).opacity)).toBe('1')
  expect(await visitor.evaluate(() => document.baseURI)).toContain('localhost')
})

test('another site can neither frame the portal nor write through somebody’s browser', async ({
  browser,
  words,
}) => {
  await apart(browser, words, async (page) => {
    await anotherSite(
      (portal) => `<iframe src="${portal}/people" name="inside"></iframe>`,
      async (address) => {
        await page.goto(address)
        const frame = page.frame({ name: 'inside' })
        await expect(async () => expect(frame?.url()).toMatch(/^chrome-error:/)).toPass()
      },
    )
    const form = (portal: string) =>
      `<form method="post" action="${portal}/settings/security" enctype="multipart/form-data"><button>go</button></form>`
    await anotherSite(form, async (address) => {
      await page.goto(address)
      await page.getByRole('button').click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('outage.foreign.title'))
    })
  })
})

test('no cache keeps what a person sees: pages, what Next fetches of them, redirects, pages that are not there', async ({
  as,
}) => {
  const page = await as('operator')
  const { request } = page.context()
  for (const headers of [{}, { rsc: '1' }] as Record<string, string>[]) {
    for (const path of [
      '/',
      '/people',
      '/settings/security',
      '/people/018f0000-0000-7000-8000-000000000000',
      '/nowhere',
    ]) {
      const answer = await request.get(path, { headers })
      expect(answer.headers()['cache-control'], `${path} ${JSON.stringify(headers)}`).toContain('no-store')
    }
  }
  const fresh = await request.get('/people', { headers: { cookie: '' }, maxRedirects: 0 })
  expect(fresh.headers()['cache-control']).toContain('no-store')
})

test('an address that leads out of the static files, to another host or nowhere is refused before a page sees it', async () => {
  for (const path of [
    '/_next/static/../../sign-in',
    '/_next/static/%2e%2e/%2e%2e/sign-in',
    '/people/%ZZ',
    '/people/%00',
    '//evil.example/people',
    'http://evil.example/people',
    '/\\evil.example',
  ]) {
    const answer = await raw([`GET ${path} HTTP/1.1`, host()])
    expect(answer.split('\r\n')[0], path).toContain('400')
    expect(answer, path).toMatch(/content-security-policy/i)
    expect(answer.toLowerCase(), path).not.toContain('location:')
  }
})

test('a connection that asks for another protocol is not kept', async () => {
  for (const path of ['/_next/webpack-hmr', '/people'])
    expect(await raw([`GET ${path} HTTP/1.1`, host(), 'Upgrade: websocket', 'Connection: Upgrade'])).toBe('')
})

test('what a client says of host, scheme and method changes nothing', async ({ request }) => {
  const lies = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.example',
    'x-http-method-override': 'DELETE',
  }
  const answer = await request.get('/people', { headers: lies, maxRedirects: 0 })
  expect(answer.headers().location).toBe('/sign-in?next=%2Fpeople')
  const poisoned = await raw(['GET /people HTTP/1.1', 'Host: evil.example'])
  expect(poisoned).toMatch(/location: \/sign-in/i)
  expect(poisoned).not.toContain('evil.example')
})

test('signing in leads to no other place than the portal', async ({ visitor, words }) => {
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ]) {
    await visitor.context().clearCookies()
    await visitor.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await visitor.getByLabel(words('accounts.email')).fill('mentor@sviato.test')
    await visitor.getByLabel(words('accounts.password'), { exact: true }).fill('sviato-demo')
    await visitor.getByRole('button', { name: words('accounts.signIn'), exact: true }).click()
    await expect(visitor, next).toHaveURL(`${origin()}/`)
  }
})

test('nothing of the machine is shown: no sources, settings, stacks or names of programs', async ({
  request,
}) => {
  for (const path of [
    '/.env',
    '/.next/BUILD_ID',
    '/package.json',
    '/.data',
    '/_next/static/chunks/x.js.map',
    '/_next/image?url=%2Fpackage.json&w=64&q=75',
  ]) {
    const answer = await request.get(path)
    expect([400, 404], path).toContain(answer.status())
  }
  const page = await (await request.get('/sign-in')).text()
  const chunks = [...page.matchAll(/\/_next\/static\/[\w./~-]+\.js/g)].map(([path]) => path)
  expect(chunks.length).toBeGreaterThan(2)
  for (const path of chunks.slice(0, 5)) {
    expect(await (await request.get(path)).text()).not.toContain('sourceMappingURL')
    expect((await request.get(`${path}.map`)).status()).toBe(404)
  }
  const broken = await request.post('/sign-in', {
    headers: { 'content-type': 'multipart/form-data; boundary=x', origin: origin() },
    data: 'no form at all',
  })
  expect(await broken.text()).not.toMatch(/\bat .*\(|node_modules|\.ts:\d/)
  expect(broken.headers()['x-powered-by']).toBeUndefined()
  expect(broken.headers().server).toBeUndefined()
})

test('names that reach for a prototype or ask for a list of millions break no form', async ({
  as,
  words,
}) => {
  const page = await as('hr')
  await page.goto('/people/new')
  const form = page
    .getByRole('main')
    .locator('form')
    .filter({ has: page.getByLabel(words('people.email')) })
  await form.evaluate((element: HTMLFormElement) => {
    for (const name of [
      '__proto__',
      '__proto__',
      '__proto__.admin',
      'constructor.prototype.x',
      'items[99999999].id',
      `a${'.a'.repeat(5000)}`,
    ]) {
      element.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value: '1' }))
    }
  })
  await page.getByLabel(words('people.name')).fill('Проба Прототипу')
  await page.getByLabel(words('people.email')).fill('operator@sviato.test')
  await page.getByLabel(words('people.position')).selectOption({ index: 1 })
  await page.getByLabel(words('people.site'), { exact: true }).selectOption({ index: 1 })
  await page.getByRole('button', { name: words('people.addNow'), exact: true }).click()
  await expect(page.getByText(words('refusals.constraint.people_email')).first()).toBeVisible()
})

test('a form that is no form is the sender’s fault, not a defect', async ({ request }) => {
  for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data']) {
    const headers = { 'content-type': type, origin: origin() }
    const answer = await request.post('/sign-in', { headers, data: 'neither a form nor anything else' })
    expect(answer.status(), type).toBe(400)
  }
})
