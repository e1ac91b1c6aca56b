import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/fixtures'
import { sendNow } from '#e2e/pages/round'
import type { Words } from '#e2e/words'

const CHAIR = /Крісло стійке|The chair is stable/

const begin = async (page: Page, words: Words, seat: number) => {
  await page.goto('/workplace/rounds')
  const form = page.getByRole('form', { name: words('workplace.startTitle') })
  await form.getByLabel(words('workplace.seatLabel')).selectOption({ index: seat })
  const inspection = form.getByRole('option').filter({ hasText: /обхід|inspection/ })
  await form
    .getByLabel(words('workplace.checklist'))
    .selectOption((await inspection.getAttribute('value')) ?? '')
  await form.getByRole('button', { name: words('workplace.startNow') }).click()
  await expect(page).toHaveURL(/\/workplace\/rounds\/[0-9a-f-]{36}$/)
}
const chairOf = (page: Page) => page.getByRole('group', { name: CHAIR })
const saved = (page: Page, words: Words) =>
  expect(page.getByText(words('workplace.sheet.saved'))).toBeVisible()

test('a round goes on without a connection, outlives a closed page, and is sent when the connection is back', async ({
  as,
  words,
  guard,
  picture,
}) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|ERR_ADDRESS/)
  const page = await as('supervisor')
  const context = page.context()
  await page.goto('/workplace/rounds')
  await expect(page.getByText(words('workplace.sheet.offlineReady'))).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await begin(page, words, 3)
  const address = page.url()
  await saved(page, words)

  await context.setOffline(true)
  const no = words('workplace.round.no')
  await chairOf(page).getByRole('radio', { name: no, exact: true }).check()
  const [number] = await page.getByRole('textbox', { name: /, мм/ }).all()
  await number?.fill('720,5')
  const photo = await context.newPage()
  const shot = await photo.screenshot()
  await photo.close()
  await page
    .getByLabel(/(Додати фото|Add a photo): (Крісло|The chair)/)
    .first()
    .setInputFiles({
      name: 'chair.png',
      mimeType: 'image/png',
      buffer: shot,
    })
  await expect(
    page.getByText(/Без звʼязку\. .*2 відповіді, 1 знімок|No connection\. .*2 answers, 1 photo/),
  ).toBeVisible()

  await page.close()
  const later = await context.newPage()
  await later.goto(address)
  await expect(chairOf(later).getByRole('radio', { name: no, exact: true })).toBeChecked()
  await expect(later.getByRole('textbox', { name: /, мм/ }).first()).toHaveValue(/720[,.]5/)
  await expect(later.getByText(/2 відповіді, 1 знімок|2 answers, 1 photo/)).toBeVisible()
  await picture(later, 'round-offline')
  await later.goto('/workplace/rounds')
  await expect(later.getByRole('heading', { level: 1 })).toHaveText(words('workplace.sheet.shellTitle'))
  await expect(later.getByRole('form', { name: words('workplace.sheet.beginTitle') })).toBeVisible()
  await picture(later, 'round-offline-list')

  await later.goto(address)
  await context.setOffline(false)
  await sendNow(later, words)
  await saved(later, words)
  await later.reload()
  await expect(chairOf(later).getByRole('radio', { name: no, exact: true })).toBeChecked()
  await expect(later.getByRole('img', { name: /(Знімок|Photo) 1: (Крісло|The chair)/ })).toBeVisible()
})

test('two inspectors at one question: both values are shown and a person chooses', async ({ as, words }) => {
  const first = await as('supervisor')
  await begin(first, words, 4)
  await saved(first, words)
  const second = await as('head')
  await second.goto(first.url())
  await saved(second, words)
  const box = (page: Page) => page.getByRole('textbox', { name: /, мм/ }).first()
  const sent = second.waitForResponse((answer) => /\/api\/rounds$/.test(answer.url()) && answer.ok())
  await box(second).fill('700')
  await sent
  await second.reload()
  await expect(box(second)).toHaveValue('700')

  await box(first).fill('720')
  const conflict = first.getByText(/700.*720/)
  await expect(conflict).toBeVisible()
  await first.getByRole('button', { name: words('workplace.sheet.keepMine') }).click()
  await expect(conflict).toBeHidden()
  await saved(first, words)
  await second.reload()
  await expect(box(second)).toHaveValue('720')
})
