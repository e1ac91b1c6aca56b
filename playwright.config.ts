import { defineConfig } from '@playwright/test'
import type { Setting } from '#e2e/fixtures'

const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }

const place = (language: 'uk' | 'en', theme: 'light' | 'dark', size: 'wide' | 'phone') => ({
  name: `${language}-${theme}-${size}`,
  use: { language, theme, viewport: size === 'wide' ? WIDE : PHONE, hasTouch: size === 'phone' },
})

const everyWhere = /every-page\.spec\.ts$/
const stories = /(every-page|stories\/.+)\.spec\.ts$/

// The person's own language and light come first and carry every spec; the other places walk the pages, `--full` all of them.
const first = place('uk', 'light', 'wide')
const usual = [first, { ...place('en', 'dark', 'wide'), testMatch: everyWhere }]
const full = [
  first,
  { ...place('en', 'dark', 'phone'), testMatch: stories },
  ...[
    place('uk', 'light', 'phone'),
    place('uk', 'dark', 'wide'),
    place('uk', 'dark', 'phone'),
    place('en', 'light', 'wide'),
    place('en', 'light', 'phone'),
    place('en', 'dark', 'wide'),
  ].map((one) => ({ ...one, testMatch: everyWhere })),
]

export default defineConfig<Setting>({
  testDir: 'e2e',
  outputDir: '.test/results',
  globalSetup: './e2e/server.ts',
  // Each worker has a server and a demo centre of its own (e2e/server.ts), unless one that runs is to be tested.
  workers: process.env.E2E_URL ? 1 : 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: process.env.E2E_FULL ? full : usual,
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
