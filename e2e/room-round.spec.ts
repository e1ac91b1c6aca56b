import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from '#e2e/fixtures'
import { nameOf } from '#e2e/pages/own-name'
import { sendNow } from '#e2e/pages/round'

const INSPECTION = 'Умови праці в контакт-центрі: обхід'
const STOREROOM = /Постійні робочі місця/
const TEMPERATURE = /^Температура повітря/
const itemOf = (page: Page, text: RegExp) => page.locator('[data-item]').filter({ hasText: text })

const phonePhoto = () =>
  sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#648' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 27/1 0/1' } })
    .jpeg()
    .toBuffer()

/** What a picture tells beside itself and its colours, which a browser writes into each one alike. */
const tracesOf = async (content: Buffer) => {
  const { exif, xmp, iptc, width = 0, height = 0 } = await sharp(content).metadata()
  const marks = ['Exif', 'GPS', 'hall.jpg'].filter((mark) => content.includes(mark))
  return { known: [exif, xmp, iptc, ...marks].filter(Boolean), longest: Math.max(width, height) }
}

test('a room is gone round without a connection; what fails is photographed, sent, answered for and mended', async ({
  as,
  words,
  guard,
  picture,
}) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|ERR_ADDRESS/)
  const page = await as('head')
  await page.goto('/workplace/rounds')
  const head = await nameOf(page)
  await expect(page.getByText(words('workplace.sheet.offlineReady'))).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.context().setOffline(true)
  await page.goto('/workplace/rounds')
  const begin = page.getByRole('form', { name: words('workplace.sheet.beginTitle') })
  // Other checklists may have been written meanwhile.
  await begin.getByLabel(words('workplace.checklist')).selectOption({ label: INSPECTION })
  const room = begin.getByRole('option', { name: /^(?!Місце|Оберіть|.*обхід).*, Київ/ }).first()
  const roomName = (await room.textContent()) ?? ''
  await begin
    .getByLabel(words('workplace.sheet.place'))
    .selectOption((await room.getAttribute('value')) ?? '')
  await begin.getByRole('button', { name: words('workplace.sheet.beginNow') }).click()
  await expect(page).toHaveURL(/\/workplace\/rounds\/[0-9a-f-]{36}$/)
  const submit = page.getByRole('button', { name: words('workplace.sheet.submit'), exact: true })

  await itemOf(page, TEMPERATURE).getByRole('textbox', { name: TEMPERATURE }).fill('15,5')
  await expect(itemOf(page, TEMPERATURE).getByText(words('workplace.round.bands.fail'))).toBeVisible()
  const humidity = itemOf(page, /Відносна вологість/)
  await humidity.getByRole('radio', { name: words('workplace.round.notMeasured') }).check()
  await expect(humidity.getByText(words('workplace.sheet.misfit.reason'))).toBeVisible()
  await expect(submit).toBeDisabled()
  await humidity.getByLabel(words('workplace.round.reason')).fill('Гігрометр на повірці')
  const ramp = itemOf(page, /дістатися без сходів/)
  await ramp.getByRole('radio', { name: words('workplace.round.na') }).check()

  const store = itemOf(page, STOREROOM)
  await store.getByRole('radio', { name: words('workplace.round.no'), exact: true }).check()
  await expect(store.getByText(words('workplace.sheet.photoAsked'))).toBeVisible()
  await expect(submit).toBeDisabled()
  const chooser = store.getByLabel(/^Додати фото: /)
  const heic = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic GPS 50.45')
  await chooser.setInputFiles({ name: 'shelter.heic', mimeType: 'image/heic', buffer: heic })
  await expect(store.getByText(words('workplace.sheet.photoUndrawable'))).toBeVisible()
  await store.getByRole('button', { name: /^Зняти камерою: / }).click()
  const camera = page.getByRole('dialog')
  await camera.getByRole('button', { name: words('ui.browser.camera.shoot'), exact: true }).click()
  await expect(camera).toBeHidden()
  await expect(store.getByText(words('workplace.sheet.photoAsked'))).toBeHidden()
  await chooser.setInputFiles({ name: 'hall.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() })
  await expect(page.getByText(/Без звʼязку\. .*4 відповіді, 2 знімки/)).toBeVisible()
  await picture(page, 'room-round-offline')

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: words('workplace.sheet.export') }).click()
  const saved = JSON.parse(readFileSync(await (await saving).path(), 'utf8'))
  expect(saved).toMatchObject({ format: 'sviato-round', answers: { length: 4 }, photos: { length: 2 } })
  for (const { data } of saved.photos) {
    const traces = await tracesOf(Buffer.from(data.split(',')[1], 'base64'))
    expect(traces.known).toEqual([])
    expect(traces.longest).toBeLessThanOrEqual(1600)
  }

  await page.context().setOffline(false)
  await sendNow(page, words)
  await expect(page.getByText(words('workplace.sheet.saved'))).toBeVisible()
  await page.reload()
  const photos = page.getByRole('img', { name: /^Знімок \d: Постійні/ })
  await expect(photos).toHaveCount(2)
  for (const photo of await photos.all()) {
    const answer = await page.request.get((await photo.getAttribute('src')) ?? '')
    expect((await tracesOf(await answer.body())).known).toEqual([])
  }
  await expect(humidity.getByLabel(words('workplace.round.reason'))).toHaveValue('Гігрометр на повірці')
  await submit.click()
  await expect(page.getByText(words('workplace.verdicts.fail'), { exact: true })).toBeVisible()
  await expect(photos).toHaveCount(2)
  await picture(page, 'room-round-result')

  const hr = await as('hr')
  await hr.goto(page.url())
  await hr.getByRole('radio', { name: words('workplace.review.approved') }).check()
  await hr.getByRole('button', { name: words('workplace.review.send') }).click()
  await expect(
    hr.getByText(words('workplace.review.statuses.approved'), { exact: true }).first(),
  ).toBeVisible()

  const found = (who: Page, list: string, title: RegExp) =>
    who
      .getByRole('list', { name: words(list) })
      .getByRole('listitem')
      .filter({ hasText: title })
      .filter({ hasText: roomName })
  await hr.goto('/workplace/actions')
  const stop = found(hr, 'workplace.actionsTitle', STOREROOM)
  await expect(stop.getByText(words('workplace.roomClosed'))).toBeVisible()
  await stop.getByText(words('workplace.accept'), { exact: true }).click()
  await stop
    .getByLabel(words('workplace.acceptReason'))
    .fill('До пʼятниці працюємо з відчиненими дверима, є друге світло')
  await stop.getByRole('button', { name: words('workplace.acceptNow') }).click()
  await expect(stop.getByText(/Роботу дозволяє .* з відчиненими дверима/)).toBeVisible()
  await expect(stop.getByText(words('workplace.roomClosed'))).toBeHidden()
  const cold = found(hr, 'workplace.actionsTitle', TEMPERATURE)
  await cold.getByText(words('workplace.assign'), { exact: true }).first().click()
  await cold.getByLabel(words('workplace.assignee')).selectOption({ label: head })
  await cold.getByRole('button', { name: words('workplace.assignNow') }).click()
  await expect(cold).toContainText(`лагодить ${head}`)

  await page.goto('/workplace/actions?view=board')
  const open = found(page, 'workplace.states.open', TEMPERATURE)
  await open.getByText(words('workplace.close'), { exact: true }).click()
  await open.getByLabel(words('workplace.closeNote')).fill('Полагоджено опалення')
  await open.getByRole('button', { name: words('workplace.closeNow') }).click()
  const waits = found(page, 'workplace.states.done', TEMPERATURE)
  await expect(waits).toContainText('Полагоджено опалення')
  await expect(waits.getByText(words('workplace.verify'), { exact: true })).toHaveCount(0)
  await picture(page, 'actions-board')

  await hr.goto('/workplace/actions?state=done')
  const again = found(hr, 'workplace.actionsTitle', TEMPERATURE)
  await again.getByText(words('workplace.verify'), { exact: true }).click()
  await again.getByRole('textbox', { name: TEMPERATURE }).fill('23,5')
  await again.getByLabel(words('workplace.round.instrument')).selectOption({ index: 1 })
  await again.getByRole('button', { name: words('workplace.verifyNow') }).click()
  await expect(again).toHaveCount(0)
  await hr.goto('/workplace/actions?state=closed')
  await expect(again.getByText(words('workplace.actionStatus.verified'), { exact: true })).toBeVisible()
  await expect(again).toContainText(/: полагоджено · перевірено знову: 23,5 °C · Testo 608/)
})
