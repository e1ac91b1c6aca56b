import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from '#e2e/fixtures'
import { nameOf } from '#e2e/pages/own-name'
import type { Words } from '#e2e/words'

const seatCode = async (page: Page, words: Words) => {
  await page.goto('/workplace')
  const named = words('workplace.seat.title').replace('{code}', '')
  const title = await page.getByText(new RegExp(`^${named}\\S+$`)).textContent()
  return (title ?? '').replace(named, '')
}

const start = async (page: Page, words: Words, code: string) => {
  await page.goto('/workplace/rounds')
  const form = page.getByRole('form', { name: words('workplace.startTitle') })
  const seat = form.getByLabel(words('workplace.seatLabel'))
  const option = seat.getByRole('option', { name: new RegExp(`^${code}, `) })
  await seat.selectOption((await option.getAttribute('value')) ?? '')
  const inspection = form
    .getByLabel(words('workplace.checklist'))
    .getByRole('option')
    .filter({ hasText: /обхід|inspection/ })
  await form
    .getByLabel(words('workplace.checklist'))
    .selectOption((await inspection.getAttribute('value')) ?? '')
  await form.getByRole('button', { name: words('workplace.startNow') }).click()
  await expect(page).toHaveURL(/\/workplace\/rounds\/[0-9a-f-]{36}$/)
}

const fillPart = async (part: Locator, words: Words) => {
  for (const group of await part.getByRole('group').all()) {
    const yes = group.getByRole('radio', { name: words('workplace.round.yes'), exact: true })
    if (await yes.count()) await yes.check()
  }
  // A height and a distance that both lie within their limits; units are the same in both languages.
  for (const box of await part.getByRole('textbox', { name: /, мм/ }).all()) await box.fill('700')
}

test('a supervisor fills in a checklist for the operator’s seat; a failed item becomes an action', async ({
  as,
  words,
  picture,
}) => {
  const operator = await as('operator')
  const code = await seatCode(operator, words)
  const page = await as('supervisor')
  await start(page, words, code)

  const parts = page.getByRole('main').getByRole('form')
  await expect(page.getByText(words('workplace.sheet.saved'))).toBeVisible()
  await fillPart(parts.first(), words)
  await parts
    .first()
    .getByRole('group')
    .first()
    .getByRole('radio', { name: words('workplace.round.no'), exact: true })
    .check()
  await expect(page.getByText(words('workplace.sheet.saved'))).toBeVisible()
  await picture(page, 'workplace-round')
  await page.getByRole('button', { name: words('workplace.sheet.submit') }).click()
  await expect(
    page.getByText(words('workplace.review.statuses.submitted'), { exact: true }).first(),
  ).toBeVisible()
  await expect(page.getByText(words('workplace.round.bands.fail'))).toBeVisible()
  await picture(page, 'workplace-round-result')
  const report = page.getByRole('link', { name: words('workplace.report.link') })
  const address = (await report.getAttribute('href')) ?? ''
  const paper = await page.request.get(address)
  expect(paper.headers()['content-type']).toBe('application/pdf')
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await (await as('other-supervisor')).request.get(address)).status()).toBe(404)

  await page.goto('/workplace/actions')
  const action = page
    .getByRole('list', { name: words('workplace.actionsTitle') })
    .getByRole('listitem')
    .filter({ hasText: /Крісло стійке|The chair is stable/ })
    .filter({ hasText: code })
  await expect(action).toBeVisible()
  await picture(page, 'workplace-actions')

  await operator.goto('/workplace')
  await expect(operator.getByText(/дія чека|дії чека|дій чека|action/).first()).toBeVisible()
})

test('an operator reports a fault in two taps and sees it being mended', async ({ as, words }) => {
  const page = await as('content')
  await page.goto('/workplace')
  await page.getByRole('radio', { name: words('workplace.faults.noise'), exact: true }).check()
  await page.getByRole('button', { name: words('workplace.faultSend') }).click()
  await expect(page.getByText(words('done.faultReported'))).toBeVisible()
  const mine = page.getByRole('list', { name: words('workplace.myFaults') })
  await expect(
    mine
      .getByRole('listitem')
      .filter({ hasText: words('workplace.faults.noise') })
      .first(),
  ).toContainText(words('workplace.actionStatus.open'))
})

test('a photo of a fault loses everything but the picture, and only those concerned see it', async ({
  as,
  words,
  guard,
}) => {
  const page = await as('operator')
  await page.goto('/workplace')
  await page.getByRole('radio', { name: words('workplace.faults.chair'), exact: true }).check()
  await page.getByText(words('workplace.faultMore')).click()
  const buffer = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#c84' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 27/1 0/1' } })
    .jpeg()
    .toBuffer()
  await page
    .getByLabel(words('workplace.photo'))
    .and(page.locator('input'))
    .setInputFiles({ name: 'shelter.jpg', mimeType: 'image/jpeg', buffer })
  await expect(page.getByText(words('ui.browser.picture.kept'))).toBeVisible()
  await page.getByRole('button', { name: words('workplace.faultSend') }).click()
  await expect(page.getByText(words('done.faultReported'))).toBeVisible()
  const photo = page.getByRole('img', {
    name: words('workplace.photoOfFault').replace('{number, number}', '1'),
  })
  await expect(photo.first()).toBeVisible()

  const address = (await photo.first().getAttribute('src')) ?? ''
  const answer = await page.request.get(address)
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
  })
  const found = await sharp(await answer.body()).metadata()
  expect([found.width, found.height, found.exif]).toEqual([1600, 1200, undefined])
  const again = await page.request.get(address, { headers: { 'if-none-match': answer.headers().etag ?? '' } })
  expect(again.status()).toBe(304)
  expect((await (await as('other-supervisor')).request.get(address)).status()).toBe(404)
  guard.allow(/404/)
})

test('a fault is reported without JavaScript too', async ({ as, browser, words, guard }) => {
  const state = await (await as('operator')).context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: state })
  // A browser without scripts reports each preloaded script as one that the policy stopped.
  guard.allow(/\.js csp/)
  guard.watch(context)
  const page = await context.newPage()
  await page.goto('/workplace')
  await page.getByRole('radio', { name: words('workplace.faults.light'), exact: true }).check()
  await page.getByRole('button', { name: words('workplace.faultSend') }).click()
  await expect(page.getByText(words('done.faultReported'))).toBeVisible()
  await context.close()
})

test('a seat measures itself in the browser: card, connection, computer, screen, headset', async ({
  as,
  words,
  picture,
}) => {
  const page = await as('operator')
  await page.goto('/workplace/measure')
  await page.getByRole('button', { name: words('workplace.measure.computerStart') }).click()
  await expect(page.getByText(words('workplace.measure.outcome.saved'))).toBeVisible({ timeout: 45_000 })
  const results = page.getByRole('list', { name: words('workplace.measure.resultsTitle') })
  await expect(results).toContainText(words('workplace.measure.metrics.pop_p95_s'))
  await expect(results).toContainText(/сервер \d+ мс|server \d+ ms/)
  await expect(results).toContainText(words('workplace.measure.metrics.screen_hz'))

  await page.getByRole('button', { name: words('workplace.measure.headsetStart') }).click()
  await expect(page.getByText(words('workplace.measure.silence'))).toBeVisible()
  for (const side of ['left', 'right'] as const) {
    await expect(page.getByText(words(`workplace.measure.ear.${side}`))).toBeVisible({ timeout: 20_000 })
    await page.getByRole('button', { name: words('workplace.measure.heard') }).click()
  }
  await expect(results).toContainText(words('workplace.measure.metrics.mic_snr_db'))
  await picture(page, 'workplace-measure')
  await page.reload()
  await expect(results).toContainText(words('workplace.measure.metrics.mic_snr_db'))
})

test('seats are moved on the plan with the keyboard and by dragging, and stay where they were put', async ({
  as,
  words,
}) => {
  const page = await as('head')
  await page.goto('/workplace/plan/kyiv')
  const seat = page.getByRole('button', { name: /^(Місце|Seat) 1-01:/ })
  const before = (await seat.getAttribute('aria-label')) ?? ''
  await seat.focus()
  await seat.press('Shift+ArrowRight')
  await seat.press('r')
  await expect(seat).not.toHaveAccessibleName(before)
  const after = (await seat.getAttribute('aria-label')) ?? ''
  const dragged = page.getByRole('button', { name: /^(Місце|Seat) 1-02:/ })
  const stood = (await dragged.getAttribute('aria-label')) ?? ''
  await dragged.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await dragged.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 2 + 40, y + height / 2 + 30, { steps: 4 })
  await page.mouse.up()
  await expect(dragged).not.toHaveAccessibleName(stood)
  const laid = (await dragged.getAttribute('aria-label')) ?? ''
  await page
    .getByRole('button', { name: words('workplace.editor.save') })
    .first()
    .click()
  await expect(page.getByText(words('done.roomArranged'))).toBeVisible()
  await page.reload()
  await expect(seat).toHaveAccessibleName(after)
  await expect(dragged).toHaveAccessibleName(laid)
})

test('an alarm of a site stands over every page, the roll is called, and it ends', async ({ as, words }) => {
  const page = await as('other-supervisor')
  await page.goto('/workplace/safety')
  await page.getByRole('button', { name: words('workplace.safety.begin') }).click()
  const bar = page.getByRole('region', { name: words('layout.alarm.title') })
  await expect(bar).toBeVisible()
  await page.goto('/rotation')
  await expect(bar).toContainText(words('layout.alarm.paused'))
  await bar.getByRole('link', { name: words('layout.alarm.go') }).click()
  const name = await nameOf(page)
  await page.getByRole('button', { name: words('workplace.safety.own.sheltered') }).click()
  const mine = page.getByRole('listitem').filter({ hasText: name })
  await expect(mine.getByText(words('workplace.safety.states.sheltered'), { exact: true })).toBeVisible()
  // Marked by mistake: it is corrected while the alarm lasts.
  await mine.getByText(words('workplace.safety.correctNamed').replace('{name}', name)).click()
  await mine.getByRole('button', { name: `${name}: ${words('workplace.safety.states.elsewhere')}` }).click()
  await expect(mine.getByText(words('workplace.safety.states.elsewhere'), { exact: true })).toBeVisible()
  await page.getByRole('button', { name: words('workplace.safety.end') }).click()
  await expect(bar).toBeHidden()
})
