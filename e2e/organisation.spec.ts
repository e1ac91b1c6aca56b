import type { Browser, BrowserContext, Page } from '@playwright/test'
import { Client } from 'pg'
import { expect, forgetSession, test } from '#e2e/fixtures'
import type { IdentityServer } from '#e2e/identity-server'
import { startIdentityServer } from '#e2e/identity-server'
import { lane } from '#e2e/lane'
import { freePort, startPortal } from '#e2e/server'
import type { Words } from '#e2e/words'

let portal: Awaited<ReturnType<typeof startPortal>>
let identity: IdentityServer
let database: Client

test.beforeAll(async () => {
  // The first start of another instance on slow machines.
  test.setTimeout(120_000)
  const { url, ownerUrl } = lane()
  database = new Client({ connectionString: ownerUrl })
  await database.connect()
  const port = await freePort()
  identity = await startIdentityServer(`http://localhost:${port}`)
  const settings = {
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: identity.client.id,
    OIDC_CLIENT_SECRET: identity.client.secret,
    WORKER: '0',
  }
  portal = await startPortal({ url, ownerUrl }, { name: 'organisation', port, settings })
})
test.afterAll(async () => {
  await portal?.stop()
  await identity?.stop()
  await database?.end()
})

const strangers = async (browser: Browser, run: (page: Page) => Promise<void>, scripts = true) => {
  const context = await browser.newContext({ locale: 'uk-UA', javaScriptEnabled: scripts })
  await run(await context.newPage())
  await context.close()
}

const enter = async (page: Page, words: Words, next = '') => {
  await page.goto(`${portal.url}/sign-in${next && `?next=${next}`}`)
  await page.getByRole('button', { name: words('accounts.organisation') }).click()
}
const sessionOf = async (context: BrowserContext) =>
  (await context.cookies(portal.url)).find(({ name }) => name === 'sviato.session')
const isHome = (page: Page) => expect(page).toHaveURL(`${portal.url}/`)

test('the right person comes in, by a session of ours that ends when it is ended', async ({
  browser,
  words,
}) => {
  identity.vouchFor('Mentor@Sviato.test')
  await strangers(browser, async (page) => {
    await enter(page, words)
    await isHome(page)
    const cookie = await sessionOf(page.context())
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', secure: false })
    await database.query(
      `update sessions set ended_at = now() where person_id = (select id from people where email = 'mentor@sviato.test')`,
    )
    forgetSession('mentor', test.info().project.name)
    await page.goto(`${portal.url}/people`)
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fpeople/)
  })
})

test('one comes back to where one was going, without JavaScript too, and nowhere else', async ({
  browser,
  words,
}) => {
  identity.vouchFor('mentor@sviato.test')
  for (const scripts of [true, false]) {
    await strangers(
      browser,
      async (page) => {
        await enter(page, words, '/people')
        await expect(page).toHaveURL(`${portal.url}/people`)
      },
      scripts,
    )
  }
  await strangers(browser, async (page) => {
    await enter(page, words, encodeURIComponent('//evil.example/'))
    await isHome(page)
  })
})

test('unknown, unverified and former people are told why not, and get no session', async ({
  browser,
  words,
}) => {
  const gone = `former${Date.now()}@sviato.test`
  await database.query(
    `with p as (insert into people (id, name, email, created_at) values (gen_random_uuid(), 'Колишня', $1, now()) returning id)
     insert into employments (id, person_id, position_id, site_id, kind, valid, created_at)
     select gen_random_uuid(), p.id, (select id from positions limit 1), (select id from sites limit 1), 'hire',
       '[2026-01-01,2026-02-01)', now() from p`,
    [gone],
  )
  for (const [email, verified, reason] of [
    ['nobody@sviato.test', true, 'unknown'],
    ['mentor@sviato.test', false, 'unverified'],
    [gone, true, 'unknown'],
  ] as const) {
    identity.vouchFor(email, verified)
    await strangers(browser, async (page) => {
      await enter(page, words)
      await expect(page.getByText(words(`accounts.organisationRefused.${reason}`))).toBeVisible()
      expect(await sessionOf(page.context())).toBeUndefined()
    })
  }
})

/** Goes as far as the way back to the portal, and stops there. A redirect cannot be held up in the page, so requests follow it. */
const stopAtTheDoor = async (page: Page, words: Words) => {
  await page.route(`${identity.issuer}/**`, (route) => route.fulfill({ body: '' }))
  await enter(page, words)
  await page.waitForURL(`${identity.issuer}/**`)
  let address = page.url()
  while (!address.startsWith(portal.url)) {
    const answer = await page.context().request.get(address, { maxRedirects: 0 })
    address = new URL(answer.headers().location ?? '', address).href
  }
  return address
}

test('a way back that another browser began, or with a changed part, leads nowhere', async ({
  browser,
  words,
}) => {
  identity.vouchFor('mentor@sviato.test')
  const refused = async (page: Page, address: string) => {
    await page.goto(address)
    await expect(page.getByText(words('accounts.organisationRefused.failed'))).toBeVisible()
    expect(await sessionOf(page.context())).toBeUndefined()
  }
  await strangers(browser, async (page) => {
    const address = await stopAtTheDoor(page, words)
    await strangers(browser, (other) => refused(other, address))
  })
  await strangers(browser, async (page) => {
    const address = new URL(await stopAtTheDoor(page, words))
    address.searchParams.set('state', 'another')
    await refused(page, address.href)
  })
  for (const part of ['state', 'nonce', 'pkce.code_verifier']) {
    await strangers(browser, async (page) => {
      const address = await stopAtTheDoor(page, words)
      await page.context().clearCookies({ name: `authjs.${part}` })
      await refused(page, address)
    })
  }
})

test('a code works once', async ({ browser, words }) => {
  identity.vouchFor('mentor@sviato.test')
  await strangers(browser, async (page) => {
    const address = await stopAtTheDoor(page, words)
    const cookies = await page.context().cookies()
    await page.goto(address)
    await isHome(page)
    await page.context().clearCookies()
    await page.context().addCookies(cookies)
    await page.goto(address)
    await expect(page.getByText(words('accounts.organisationRefused.failed'))).toBeVisible()
  })
})

test('the host that a client claims changes neither the way there nor the way back', async ({
  browser,
  words,
}) => {
  await strangers(browser, async (page) => {
    await page.setExtraHTTPHeaders({ 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' })
    const asked = page.waitForRequest((request) => request.url().startsWith(identity.issuer))
    await enter(page, words)
    const back = new URL((await asked).url()).searchParams.get('redirect_uri')
    expect(back).toBe(`${portal.url}/api/auth/callback/organisation`)
  })
})

test('the log names the failures and no secret', async ({ request }) => {
  await request.get(`${portal.url}/api/auth/callback/organisation?state=x&code=only-for-once`)
  const log = portal.log()
  expect(log).toContain('sign-in failed')
  expect(log).not.toMatch(/code_verifier|id_token|access_token|only-for|eyJhbGci/)
})
