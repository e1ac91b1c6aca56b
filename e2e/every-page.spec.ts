import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '#e2e/fixtures'
import type { Address } from '#e2e/pages/addresses'
import { ADDRESSES, IN_STORIES } from '#e2e/pages/addresses'
import { findThings } from '#e2e/pages/things'
import { pagesOfTree } from '#e2e/pages/tree'

// The narrowest screen of WCAG 1.4.10: nothing may need scrolling in two directions.
const NARROW = { width: 320, height: 640 }

// axe takes most of the time: each usual place asks it at one width, the light one as it is, the dark one narrow; `--full` at both,
// and it alone takes the pictures.
const FULL = Boolean(process.env.E2E_FULL)

// A picture and the words of a failure tell enough of a page that is only opened.
test.use({ trace: 'off' })
// Nothing is changed by looking, so they need no order.
test.describe.configure({ mode: 'parallel' })

const ONE = '01890000-0000-7000-8000-00000000abcd'

test('no page is left out', () => {
  const opens = ({ path, follow }: Address, page: string) => {
    if (!follow) return new RegExp(`^${page.replace(/\[\w+\]/, '[^/]+')}$`).test(path.split('?')[0] ?? '')
    const one = page.replace(/\[\w+\]/, ONE)
    return follow.test(one) || follow.test(`${one}?id=${ONE}`)
  }
  const left = pagesOfTree().filter((page) => !ADDRESSES.some((address) => opens(address, page)))
  expect(left).toEqual(Object.keys(IN_STORIES).sort())
})

for (const address of ADDRESSES) {
  const { path, as: account, follow } = address
  test(`${path}${follow ? ` ${follow}` : ''} for ${account}`, async ({
    reader,
    picture,
    language,
    theme,
  }) => {
    const page = await reader(account)
    await open(page, address)

    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.getByRole('main')).toHaveCount(1)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveCount(1)
    await expect(heading).not.toBeEmpty()
    await expect(page).toHaveTitle(/^\S.+ · (Свято|Sviato)$/)
    if (FULL || theme === 'light') await expectAccessible(page)
    if (FULL) await picture(page, nameOf(address))

    await page.setViewportSize(NARROW)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    if (FULL || theme === 'dark') await expectAccessible(page)
  })
}

async function open(page: Page, { path, follow, or = [], at }: Address) {
  const answer = await page.goto(at?.(await findThings()) ?? path)
  expect(answer?.status()).toBe(200)
  if (!follow) return
  let found = await linkLike(page, follow)
  for (const other of or) {
    if (found) break
    await page.goto(other)
    found = await linkLike(page, follow)
  }
  expect(found, `a link like ${follow} on ${path}`).toBeTruthy()
  expect((await page.goto(String(found)))?.status()).toBe(200)
}

async function linkLike(page: Page, like: RegExp): Promise<string | undefined> {
  const links = page.getByRole('main').getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  return addresses.find((href) => like.test(href))
}

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const nameOf = ({ path, as, follow }: Address) =>
  `${path}${follow?.source ?? ''} ${as}`.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'home'
