// Makes the pictures of the documents from a running demo centre: node scripts/pictures.mjs http://localhost:3000
import { mkdirSync } from 'node:fs'
import { argv } from 'node:process'
import { chromium } from '@playwright/test'
import { findBrowser } from './browser.mjs'

const PICTURES = [
  { name: 'my-day', account: 'operator', path: '/' },
  { name: 'ladder', account: 'operator', path: '/career' },
]

const [origin = 'http://localhost:3000'] = argv.slice(2)
mkdirSync('docs/pictures', { recursive: true })
const browser = await chromium.launch(findBrowser())
for (const { name, account, path } of PICTURES) {
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
  await page.screenshot({ path: `docs/pictures/${name}.png`, animations: 'disabled' })
  await context.close()
}
await browser.close()
