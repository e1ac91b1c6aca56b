import { expect, test } from '#e2e/fixtures'

test('HR writes a checklist, tries it as on a phone and publishes it for ever', async ({
  as,
  words,
  picture,
}) => {
  const title = `Світло ${Date.now().toString(36)}`
  const page = await as('hr')
  await page.goto('/workplace/templates')
  await page.getByText(words('workplace.template.new'), { exact: true }).click()
  const fresh = page.getByRole('form', { name: words('workplace.template.new') })
  await fresh.getByLabel(words('workplace.template.titleUk')).fill(title)
  await fresh.getByRole('button', { name: words('workplace.template.create') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  const part = page.getByRole('form', { name: words('workplace.draft.addSection') })
  await part.getByLabel(words('workplace.draft.sectionUk')).fill('Столи')
  await part.getByRole('button', { name: words('workplace.draft.addSection') }).click()

  const menu = words('workplace.draft.addItemTo').replace('{section}', 'Столи')
  await page.getByRole('button', { name: menu }).click()
  await page.getByRole('link', { name: words('workplace.template.types.number') }).click()
  const item = page.getByRole('form', { name: words('workplace.draft.itemNew') })
  const year = item.getByRole('group', { name: words('workplace.draft.season.any') })
  await item.getByLabel(words('workplace.draft.titleUk')).fill('Освітленість столу')
  await item.getByLabel(words('workplace.draft.unit')).fill('лк')
  await item.getByLabel(words('workplace.draft.plausibleLow'), { exact: true }).fill('0')
  await item.getByLabel(words('workplace.draft.plausibleHigh'), { exact: true }).fill('20000')
  await year.getByLabel(words('workplace.draft.failLow')).fill('300')
  await item.getByRole('button', { name: words('workplace.draft.save') }).click()
  await expect(year.getByLabel(words('workplace.draft.okLow'))).toHaveAttribute('aria-invalid', 'true')
  await year.getByLabel(words('workplace.draft.okLow')).fill('412,5')
  await item.getByRole('checkbox', { name: /EN 12464/ }).check()
  await item.getByRole('button', { name: words('workplace.draft.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await picture(page, 'checklist-draft')

  await page.getByRole('link', { name: words('workplace.draft.preview') }).click()
  await page.getByRole('link', { name: words('workplace.draft.forRoom') }).click()
  await page.getByRole('textbox', { name: /, лк/ }).fill('350')
  await expect(page.getByText(words('workplace.round.bands.warn'))).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '50' })).toBeVisible()
  await picture(page, 'checklist-preview')

  await page.getByRole('link', { name: title }).click()
  const press = page.getByRole('form', { name: words('workplace.draft.publish'), exact: true })
  await press.getByLabel(words('workplace.draft.changeNote')).fill('Перша версія')
  await press.getByRole('button').click()
  await expect(page).toHaveURL(/\/workplace\/templates\/[a-z0-9-]+$/)
  await expect(page.getByText(words('workplace.template.inUse'))).toBeVisible()
  await expect(page.getByText('EN 12464')).toBeVisible()
  const sheet = page.getByRole('link', { name: 'JSON' })
  const file = await page.request.get((await sheet.getAttribute('href')) ?? '')
  expect(await file.json()).toMatchObject([{ type: 'number', any_fail_low: 300, any_ok_low: 412.5 }])

  // The same questions come back from a spreadsheet and from JSON: tried first, then taken.
  const excel = await page.request.get(
    (await page.getByRole('link', { name: 'XLSX' }).getAttribute('href')) ?? '',
  )
  await page.getByRole('button', { name: words('workplace.template.startDraft') }).click()
  await expect(page).toHaveURL(/\/workplace\/drafts\/[a-z0-9-]+$/)
  await page.getByText(words('workplace.draft.import'), { exact: true }).click()
  const give = page.getByRole('form', { name: words('workplace.draft.import') })
  const load = async (name: string, buffer: Buffer, button: string) => {
    await give.getByLabel(words('workplace.draft.importFile')).setInputFiles({ name, mimeType: '', buffer })
    await give.getByRole('button', { name: words(button), exact: true }).click()
  }
  const rows = (await file.json()) as object[]
  const changed = Buffer.from(
    JSON.stringify(rows.map((row) => ({ ...row, title_uk: 'Світло на столі вранці' }))),
  )
  const question = page.getByText('Світло на столі вранці')
  await load('light.json', changed, 'workplace.draft.importTry')
  await expect(page.getByText(/1 рядок можна завантажити/)).toBeVisible()
  await expect(question).toHaveCount(0)
  await load('light.json', changed, 'workplace.draft.importTake')
  await expect(question.first()).toBeVisible()
  await load('light.xlsx', await excel.body(), 'workplace.draft.importTake')
  await expect(question).toHaveCount(0)
  await expect(page.getByText('Освітленість столу').first()).toBeVisible()
})
