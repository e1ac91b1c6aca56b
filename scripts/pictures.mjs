// Makes the pictures of the documents from a running demo centre: node scripts/pictures.mjs http://localhost:3000
import { mkdirSync } from 'node:fs'
import { argv } from 'node:process'
import { chromium } from '@playwright/test'
import { findBrowser } from './browser.mjs'

/** Opens the draft of the ladder, or begins one; a demo centre may keep it. */
async function openDraft(page) {
  await page.locator('nav a[href^="/career/ladders/"]').click()
  await page.waitForURL(/\/career\/ladders\//)
  const begin = page.locator('form:has(input[name=ladderId]) button')
  if (await begin.count()) await begin.click()
  else await page.locator('main li a[href^="/career/ladders/"]').first().click()
  await page.locator('#publish').waitFor()
}

const PICTURES = [
  { name: 'my-day', account: 'operator', path: '/' },
  { name: 'ladder', account: 'operator', path: '/career' },
  { name: 'ladder-graph', account: 'operator', path: '/career?view=graph' },
  { name: 'my-path', account: 'operator', path: '/career/path' },
  { name: 'mastery', account: 'content', path: '/career/path', of: '#mastery' },
  { name: 'competences', account: 'hr', path: '/career/competences' },
  { name: 'whose-move', account: 'supervisor', path: '/career/team' },
  { name: 'scoreboard', account: 'hr', path: '/career/scoreboard' },
  { name: 'ladder-draft', account: 'hr', path: '/career', before: openDraft, of: '#picture' },
  { name: 'ladder-consequences', account: 'hr', path: '/career', before: openDraft, of: '#consequences' },
  { name: 'ladder-requirements', account: 'hr', path: '/career', before: openDraft, of: '#requirements' },
  { name: 'ladder-publish', account: 'hr', path: '/career', before: openDraft, of: '#publish' },
]

const [origin = 'http://localhost:3000'] = argv.slice(2)
mkdirSync('docs/pictures', { recursive: true })
const browser = await chromium.launch(findBrowser())
for (const { name, account, path, before, of } of PICTURES) {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'uk-UA',
    viewport: { width: 1280, height: 860 },
  })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.fill('[name=email]', `${account}@sviato.test`)
  await page.fill('[name=password]', 'sviato-demo')
  await page.press('[name=password]', 'Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.goto(path)
  await before?.(page)
  // A heading names its section, which is what the picture shows.
  const shown = of ? page.locator(`section[aria-labelledby="${of.slice(1)}"]`) : page
  await shown.screenshot({ path: `docs/pictures/${name}.png`, animations: 'disabled' })
  await context.close()
}
await browser.close()
