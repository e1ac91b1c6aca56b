import { encode } from 'uqr'
import { expect, test } from '#e2e/fixtures'
import { addCheckedSeat, bringTeaSoon } from '#e2e/pages/floor'

test('tea is ordered, changed and taken back; who brings it sees one list by seat', async ({
  as,
  visitor,
  words,
}) => {
  const email = await bringTeaSoon()
  const page = await as('operator')
  await page.goto('/workplace')
  const code = ((await page.getByText(/^Місце \S+$/).textContent()) ?? '').replace('Місце ', '')
  const tea = page.getByRole('form', { name: words('workplace.tea.title') })
  await tea.getByRole('radio', { name: words('workplace.tea.drinks.coffee') }).check()
  await tea
    .getByRole('group', { name: words('workplace.tea.sugar') })
    .getByRole('radio', { name: '2' })
    .check()
  await tea.getByRole('button', { name: words('workplace.tea.order') }).click()
  await expect(page.getByText(words('done.teaOrdered'))).toBeVisible()

  await visitor.goto('/sign-in?next=/workplace')
  await visitor.getByLabel(words('accounts.email')).fill(email)
  await visitor.getByLabel(words('accounts.password'), { exact: true }).fill('sviato-demo')
  await visitor.getByRole('button', { name: words('accounts.signIn'), exact: true }).click()
  await expect(visitor.getByRole('heading', { name: words('workplace.tea.orders') })).toBeVisible()
  const round = visitor.getByRole('article').filter({ hasText: `${code}кава, 2 ложки цукру` })
  await expect(round).toBeVisible()
  const title = (await round.getByRole('heading').textContent()) ?? ''

  await page.getByRole('button', { name: words('workplace.tea.skip') }).click()
  await expect(page.getByText(words('done.teaSkipped'))).toBeVisible()
  await visitor.reload()
  const same = visitor.getByRole('article').filter({ has: visitor.getByRole('heading', { name: title }) })
  await expect(same).toContainText(words('workplace.tea.noOrders'))
  await tea.getByRole('radio', { name: words('workplace.tea.drinks.herbal') }).check()
  await tea.getByRole('button', { name: words('workplace.tea.order') }).click()
  await expect(page.getByText(/вам принесуть: травʼяний чай/)).toBeVisible()
  await visitor.reload()
  await expect(same).toContainText(`${code}травʼяний чай`)
  await same.getByRole('button', { name: words('workplace.tea.serve') }).click()
  await expect(same).toHaveCount(0)
  await page.reload()
  await expect(page.getByText(/вам принесуть/)).toHaveCount(0)
})

test('a sensor gets a code, sends values, raises an alarm, and shows them with its limits', async ({
  as,
  words,
  picture,
}) => {
  const page = await as('head')
  await page.goto('/workplace/sensors')
  const add = page.getByRole('form', { name: words('workplace.sensors.addTitle') })
  await add.getByLabel(words('workplace.sensors.name')).fill('Кухня, полиця')
  await add.getByLabel(words('workplace.sensors.room')).selectOption({ index: 1 })
  await add.getByLabel(words('workplace.sensors.low')).fill('18,5')
  await add.getByLabel(words('workplace.sensors.high')).fill('25')
  await add.getByRole('button', { name: words('workplace.sensors.add') }).click()
  const secret = (await add.locator('code').textContent()) ?? ''

  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  const readings = [
    { takenAt: minutesAgo(60), value: 22.4 },
    { takenAt: minutesAgo(30), value: 29.1 },
    { takenAt: minutesAgo(10), value: 29.8 },
  ]
  const send = () =>
    page.request.post('/api/v1/readings', {
      headers: { authorization: `Bearer ${secret}` },
      data: { readings },
    })
  expect(await (await send()).json()).toMatchObject({ kept: 3, alarm: true })
  expect(await (await send()).json()).toMatchObject({ kept: 0 })

  await page.reload()
  const row = page.getByRole('listitem').filter({ hasText: 'Кухня, полиця' })
  await expect(row.getByText(words('workplace.sensors.alarm'), { exact: true })).toBeVisible()
  await row.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Кухня, полиця')
  const chart = page.getByRole('img', { name: /від 22,4 до 29,8 °C за добу; межі 18,5–25/ })
  await expect(chart.locator('line[stroke-dasharray]')).toHaveCount(2)
  await expect(page.getByText(/^з .*, триває$/)).toBeVisible()
  await page.locator('summary').getByText(words('workplace.sensors.tableTitle')).click()
  await expect(page.getByRole('table').getByText('29,1')).toBeVisible()
  await picture(page, 'sensor')
  await page.goto('/workplace/sensors')
  await row.getByRole('button', { name: /^Відкликати код/ }).click()
  await expect(row.getByText(words('workplace.sensors.revoked'))).toBeVisible()
  expect((await send()).status()).toBe(401)
})

test('the map says how old a result is and opens the seat, which has its code, equipment and label', async ({
  as,
  words,
  picture,
}) => {
  await addCheckedSeat('Ч-1', 0)
  await addCheckedSeat('Ч-2', 130)
  const page = await as('head')
  await page.goto('/workplace/map/kyiv')
  const fresh = page.getByRole('link', { name: /^Місце Ч-1: Усе гаразд/ })
  const old = page.getByRole('link', { name: /^Місце Ч-2: Давно не перевіряли, 4 міс/ })
  await expect(fresh.locator('rect')).toHaveClass(/fill-good-wash/)
  await expect(old.locator('rect')).toHaveClass(/fill-sunken/)
  await expect(old).toContainText('4 міс')
  await picture(page, 'map-ages')
  await old.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Місце Ч-2')
  await expect(page.getByRole('img', { name: 'QR-код місця Ч-2' })).toBeVisible()
  const address = page.url()

  await page.getByText(words('workplace.equipment.put'), { exact: true }).click()
  const put = page.getByRole('form', { name: words('workplace.equipment.put') })
  await put.getByLabel(words('workplace.equipment.name')).fill('Jabra Evolve 20, № 77')
  await put.getByRole('button', { name: words('workplace.equipment.putNow') }).click()
  const piece = page.getByRole('listitem').filter({ hasText: 'Гарнітура: Jabra Evolve 20, № 77' })
  await expect(piece).toContainText(words('workplace.equipment.now'))
  await piece.getByRole('button', { name: /^Забрали/ }).click()
  await expect(piece.getByRole('button')).toHaveCount(0)

  await page.goto('/workplace/labels/kyiv')
  const label = page.getByRole('listitem').filter({ hasText: 'Місце Ч-2' })
  const code = label.getByRole('img', { name: 'QR-код місця Ч-2' })
  const { data } = encode(address, { ecc: 'M', border: 2 })
  const drawn = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  await expect(code.locator('path')).toHaveAttribute('d', drawn)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
  await expect(label).toBeVisible()
})
