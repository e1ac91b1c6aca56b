import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type LaunchOptions, type Page } from '@playwright/test'
import { Guard } from '#e2e/guard'
import { lane, laneNumber } from '#e2e/lane'
import { signIn, speak } from '#e2e/pages/sign-in'
import { type Language, type Words, wordsIn } from '#e2e/words'
import { findBrowser } from '../scripts/browser.mjs'

/** The demo accounts of docs/INTERFACE.md. */
export type Account =
  | 'operator'
  | 'content'
  | 'mentor'
  | 'supervisor'
  | 'other-supervisor'
  | 'head'
  | 'hr'
  | 'admin'

/** Where a test happens; each project of playwright.config.ts is one such place. */
export type Setting = { language: Language; theme: 'light' | 'dark' }

type Fixtures = {
  guard: Guard
  words: Words
  /** A page of somebody who is not signed in. */
  visitor: Page
  /** A page of a demo account, signed in by the real form once a worker; called again it opens one more page. */
  as: (account: Account) => Promise<Page>
  /** A picture for people to look at, in `.test/screens/<project>/<name>.png`. */
  picture: (page: Page, name: string) => Promise<void>
  /** A page for a test that changes nothing: of a context that is kept, so that scripts and fonts come from the browser's cache. */
  reader: (account: Account | 'visitor') => Promise<Page>
}

type Kept = { launchOptions: LaunchOptions; readers: Map<string, BrowserContext> }

export const test = base.extend<Fixtures & Setting, Kept>({
  launchOptions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from a destructured first parameter.
    async ({}, use) => {
      const { args, ...found } = findBrowser()
      const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
      await use({ ...found, env: found.env as Record<string, string>, args: [...args, ...microphone] })
    },
    { scope: 'worker' },
  ],

  language: ['uk', { option: true }],
  theme: ['light', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  baseURL: async ({}, use) => use(lane().origin),
  locale: async ({ language }, use) => use(language === 'uk' ? 'uk-UA' : 'en-GB'),
  colorScheme: async ({ theme }, use) => use(theme),
  words: async ({ language }, use) => use(wordsIn(language)),

  guard: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const guard = new Guard(lane().origin)
      await use(guard)
      expect(guard.faults()).toEqual([])
    },
    { auto: true },
  ],

  context: async ({ context, guard }, use) => {
    guard.watch(context)
    await use(context)
  },

  visitor: async ({ page }, use) => use(page),

  as: async ({ browser, contextOptions, guard, language, words }, use, info) => {
    const opened = new Map<Account, BrowserContext>()
    const enter = async (account: Account) => {
      const state = stateOf(account, info.project.name)
      const known = existsSync(state)
      const context = await browser.newContext({ ...contextOptions, storageState: known ? state : undefined })
      guard.watch(context)
      opened.set(account, context)
      if (known) return context
      const page = await context.newPage()
      await signIn(page, account, words)
      await speak(page, language)
      mkdirSync('.test/states', { recursive: true, mode: 0o700 })
      await context.storageState({ path: state })
      await page.close()
      return context
    }
    await use(async (account) => (opened.get(account) ?? (await enter(account))).newPage())
    for (const context of opened.values()) await context.close()
  },

  // They end with the worker's browser.
  readers: [new Map<string, BrowserContext>(), { scope: 'worker' }],

  reader: async ({ as, browser, contextOptions, guard, readers }, use, info) => {
    const pages: Page[] = []
    const enter = async (account: Account | 'visitor') => {
      if (account === 'visitor') return browser.newContext(contextOptions)
      await (await as(account)).close()
      return browser.newContext({ ...contextOptions, storageState: stateOf(account, info.project.name) })
    }
    await use(async (account) => {
      const key = `${info.project.name} ${account}`
      const context = readers.get(key) ?? (await enter(account))
      readers.set(key, context)
      const page = await context.newPage()
      guard.watchPage(page)
      pages.push(page)
      return page
    })
    for (const page of pages) await page.close()
  },

  // biome-ignore lint/correctness/noEmptyPattern: as above.
  picture: async ({}, use, info) => {
    await use(async (page, name) => {
      const path = `.test/screens/${info.project.name}/${name}.png`
      await page.screenshot({ path, fullPage: true, animations: 'disabled' })
    })
  },
})

export { expect }

const stateOf = (account: Account, project: string) =>
  `.test/states/${project}-${laneNumber()}-${account}.json`

/** After a test that ended every session of an account: whoever needs it next signs in anew. */
export const forgetSession = (account: Account, project: string) =>
  rmSync(stateOf(account, project), { force: true })

/** WCAG 2.2 AA, as far as a machine can tell. */
export async function expectAccessible(page: Page) {
  // Next mounts the title anew whenever a page is refreshed, and it may come a moment after the rest: it is waited for, not looked at once.
  await expect(page).toHaveTitle(/\S/)
  const { violations } = await new AxeBuilder({ page })
    // No page holds a frame; otherwise axe opens an empty page and is read a second time, to join what frames say.
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules('document-title')
    .analyze()
  const faults = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
  expect(faults).toEqual([])
}
