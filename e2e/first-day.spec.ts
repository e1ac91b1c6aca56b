import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { killPostgres } from '#db/testing/kill'
import { expect, expectAccessible, test } from '#e2e/fixtures'
import { freePort, startPortal } from '#e2e/server'
import type { Words } from '#e2e/words'
import { chooseNode } from '../scripts/prepare.mjs'

const EMAIL = 'first@example.com'
const PASSWORD = 'довга фраза для входу'

let dataDir: string
let portal: Awaited<ReturnType<typeof startPortal>>
let port: number

/** An installation of its own: no demo, the database that Sviato brings. */
const settings = () => ({ DATA_DIR: dataDir, DEMO: '0', WORKER: '0', LOG_LEVEL: 'error' })
const start = () => startPortal({ url: '', ownerUrl: '' }, { name: 'first-day', port, settings: settings() })

test.use({ trace: 'off' })
test.beforeAll(async () => {
  test.setTimeout(120_000)
  dataDir = mkdtempSync(join(tmpdir(), 'sviato-first-'))
  chmodSync(dataDir, 0o755)
  port = await freePort()
  portal = await start()
})
test.afterAll(async () => {
  await portal?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function setUp(page: Page, words: Words) {
  const token = portal.log().match(/with this token: (\S+)/)?.[1] ?? ''
  await page.goto(portal.url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('accounts.setUp.title'))
  await expectAccessible(page)
  const field = (key: string) => page.getByLabel(words(`accounts.${key}`), { exact: true })
  await field('setUp.token').fill('not-this-one')
  await field('setUp.organisation').fill('Центр «Перший дзвінок»')
  await field('setUp.site').fill('Варшава, Прага')
  await field('setUp.timeZone').selectOption('Europe/Warsaw')
  await field('name').fill('Соломія Гайдамака')
  await field('email').fill(EMAIL)
  await field('password').fill(PASSWORD)
  await page.getByRole('button', { name: words('accounts.setUp.start') }).click()
  await expect(page.getByText(words('refusals.setUpToken'))).toBeVisible()
  await field('setUp.token').fill(token)
  await field('password').fill(PASSWORD)
  await page.getByRole('button', { name: words('accounts.setUp.start') }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await field('email').fill(EMAIL)
  await field('password').fill(PASSWORD)
  await page.getByRole('button', { name: words('accounts.signIn'), exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

const makeToken = (): string =>
  execFileSync(chooseNode(), ['.build/token.js', '--email', EMAIL, '--scope', 'write'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, DATABASE_URL: '', DATABASE_OWNER_URL: '', ...settings() },
  }).trimEnd()

type Send = (method: 'GET' | 'POST', path: string, body?: object, key?: string) => Promise<Response>

const sender = (token: string): Send => {
  return (method, path, body, key) =>
    fetch(`${portal.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(key && { 'idempotency-key': key }),
      },
      body: body && JSON.stringify(body),
    })
}

/** The first box for ideas, with somebody who answers and somebody behind them. */
async function openBox(send: Send): Promise<string> {
  const answer = async (sent: Promise<Response>) => {
    const response = await sent
    expect(response.status).toBeLessThan(300)
    return response.json()
  }
  const places = await answer(send('GET', '/places'))
  const people = await answer(send('GET', '/people'))
  const second = await answer(
    send('POST', '/people', {
      name: 'Тарас Вишня',
      email: 'second@example.com',
      positionId: places.positions[0].id,
      siteId: places.sites[0].id,
      startsOn: '2026-01-05',
    }),
  )
  const area = await answer(
    send('POST', '/areas', {
      kind: 'process',
      name: { uk: 'Як ми працюємо' },
      purpose: { uk: 'Усе, що заважає або допомагає' },
      siteId: places.sites[0].id,
      ownerId: people.items[0].id,
      backupId: second.id,
      ackDays: 2,
      decideDays: 14,
    }),
  )
  return area.id
}

test('a new installation is set up by its page, and what it has acknowledged outlives every kill', async ({
  page,
  context,
  words,
  guard,
}) => {
  // Pages are not looked at while the portal is away.
  guard.allow(/live|ERR_/)
  await setUp(page, words)
  await page.goto(`${portal.url}/people/places`)
  await expect(page.getByRole('main')).toContainText('Europe/Warsaw')
  await expect(page.getByText(words('people.places.noTeams'), { exact: true })).toBeVisible()
  await page.close()

  const token = makeToken()
  expect(token).not.toContain('\n')
  const send = sender(token)
  const areaId = await openBox(send)

  const acknowledged: string[] = []
  let goOn = true
  let next = 0
  /** Sends one idea until it is answered, each try with the same key, whoever was killed meanwhile. */
  const submit = async () => {
    const key = `first-day-${next}`
    const title = `Ідея, яку ніхто не загубить ${next++}`
    const body = { title, areaId, authorMode: 'named' }
    while (goOn) {
      const answer = await send('POST', '/ideas', body, key).catch(() => undefined)
      if (answer?.status === 201) return acknowledged.push(title)
      expect([undefined, 500, 503]).toContain(answer?.status)
      await wait(50)
    }
  }
  // One person may write 120 times a minute.
  const writers = Array.from({ length: 4 }, async () => {
    for (; goOn; await wait(100)) await submit()
  })
  const untilWritten = async (more: number) => {
    const goal = acknowledged.length + more
    const until = performance.now() + 20_000
    while (acknowledged.length < goal && performance.now() < until) await wait(20)
    expect(acknowledged.length).toBeGreaterThanOrEqual(goal)
  }
  await untilWritten(20)
  await portal.kill()
  portal = await start()
  await untilWritten(20)
  killPostgres(dataDir)
  await untilWritten(20)
  killPostgres(dataDir)
  await portal.kill()
  portal = await start()
  await untilWritten(20)
  goOn = false
  await Promise.all(writers)

  const kept: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const list = await (await send('GET', `/ideas?limit=100${cursor && `&cursor=${cursor}`}`)).json()
    kept.push(...list.items.map(({ title }: { title: string }) => title))
    cursor = list.next
  }
  expect(kept).toEqual(expect.arrayContaining(acknowledged))
  expect(new Set(kept).size).toBe(kept.length)

  // Somebody still looks on, with a stream that never ends by itself.
  const onlooker = await context.newPage()
  const stream = onlooker.waitForResponse(/notices\/live/)
  await onlooker.goto(portal.url)
  expect((await stream).status()).toBe(200)
  expect(await portal.stop()).toBe(0)
})
