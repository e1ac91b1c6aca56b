import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from '#e2e/fixtures'

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

test('a room is gone round without a connection: what fails is photographed, and the file to save tells no place', async ({
  as,
  words,
  guard,
  picture,
}) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|ERR_ADDRESS/)
  const page = await as('head')
  await page.goto('/workplace/rounds')
  await expect(page.getByText(words('workplace.sheet.offlineReady'))).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.context().setOffline(true)
  await page.goto('/workplace/rounds')
  const begin = page.getByRole('form', { name: words('workplace.sheet.beginTitle') })
  // Other checklists may have been written meanwhile.
  await begin.getByLabel(words('workplace.checklist')).selectOption({ label: INSPECTION })
  const room = begin.getByRole('option', { name: /^(?!Місце|Оберіть|.*обхід).*, Київ/ }).first()
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
})
