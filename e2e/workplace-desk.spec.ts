import { expect, test } from '#e2e/fixtures'
import { nameOf } from '#e2e/pages/own-name'

test('a seat is added on the plan, given to somebody, freed and taken away again', async ({ as, words }) => {
  const supervisor = await as('supervisor')
  await supervisor.goto('/workplace')
  const name = await nameOf(supervisor)
  const page = await as('head')
  await page.goto('/workplace/plan/kyiv')
  await page.getByText(words('workplace.editor.addSeat'), { exact: true }).first().click()
  const add = page.getByRole('form', { name: /^Додати місце: / }).first()
  await add.getByLabel(words('workplace.editor.seatCode')).fill('Т 77!')
  await add.getByRole('button').click()
  await expect(add.getByRole('alert').first()).toBeVisible()
  await add.getByLabel(words('workplace.editor.seatCode')).fill('Т-77')
  await add.getByRole('button').click()
  await expect(page.getByRole('button', { name: /^Місце Т-77:/ })).toBeVisible()

  await page.goto('/workplace/seating/kyiv')
  const assign = page.getByRole('form', { name: words('workplace.seating.assign') })
  await assign.getByRole('combobox').and(page.locator('input')).fill(name)
  await page.getByRole('option', { name }).first().click()
  const seat = assign.getByLabel(words('workplace.seating.seat'))
  const option = seat.getByRole('option', { name: /^Т-77, / })
  const workplaceId = (await option.getAttribute('value')) ?? ''
  await seat.selectOption(workplaceId)
  await assign.getByRole('button', { name: words('workplace.seating.assignNow') }).click()
  await expect(page.getByText(words('done.seatAssigned'))).toBeVisible()
  await supervisor.reload()
  await expect(supervisor.getByText(words('workplace.seat.title').replace('{code}', 'Т-77'))).toBeVisible()

  await page.goto(`/workplace/seating/kyiv?seat=${workplaceId}`)
  await page
    .getByRole('button', { name: words('workplace.seating.freeNamed').replace('{name}', name) })
    .click()
  await expect(page.getByText(words('workplace.seating.nobody'))).toBeVisible()
  await page.goto('/workplace/plan/kyiv')
  await page.getByText(words('workplace.editor.retire'), { exact: true }).first().click()
  const retire = page.getByRole('form', { name: /^Прибрати вільне місце: / }).first()
  await retire.getByLabel(words('workplace.editor.seatCode')).selectOption({ label: 'Т-77' })
  await retire.getByRole('button').click()
  await expect(page.getByRole('button', { name: /^Місце Т-77:/ })).toHaveCount(0)
})

test('an instrument is added, its certificate renewed, and written off; tea gets a time and loses it', async ({
  as,
  words,
}) => {
  const page = await as('hr')
  await page.goto('/workplace/instruments')
  const add = page.getByRole('form', { name: words('workplace.instrument.add') })
  if (!(await add.isVisible())) await page.getByText(words('workplace.instrument.add')).first().click()
  await add.getByLabel(words('workplace.instrument.model')).fill('Testo 545')
  await add.getByLabel(words('workplace.instrument.serial')).fill('Т-2041')
  await add.getByLabel(words('workplace.instrument.until')).fill('2020-01-31')
  await add.getByRole('button', { name: words('workplace.instrument.addNow') }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Testo 545 № Т-2041' })
  await expect(row).toContainText(/строк повірки минув/)
  const next = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10)
  await row.getByText(words('workplace.instrument.change')).click()
  await row.getByLabel(words('workplace.instrument.until')).fill(next)
  await row.getByRole('button', { name: words('workplace.instrument.calibrate') }).click()
  await expect(row).toContainText(/повірений до/)
  await row.getByRole('button', { name: words('workplace.instrument.retire') }).click()
  await expect(row).toHaveCount(0)

  await page.goto('/workplace/tea')
  const plan = page.getByRole('form', { name: words('workplace.teaPlan.add') })
  if (!(await plan.isVisible())) await page.getByText(words('workplace.teaPlan.add')).first().click()
  await plan.getByLabel(words('workplace.teaPlan.room')).selectOption({ index: 1 })
  await plan.getByLabel(words('workplace.teaPlan.at')).fill('06:35')
  await plan.getByRole('checkbox', { name: 'субота' }).check()
  await plan.getByRole('button', { name: words('workplace.teaPlan.addNow') }).click()
  const tea = page.getByRole('listitem').filter({ hasText: '06:35' })
  await expect(tea).toContainText('сб')
  await tea.getByRole('button').click()
  await expect(tea).toHaveCount(0)
})

test('a seat gets rounds of its own in the calendar; with neither a room nor a seat it is refused', async ({
  as,
  words,
}) => {
  const page = await as('head')
  await page.goto('/workplace/rounds')
  await page.getByText(words('workplace.schedule.open')).first().click()
  const form = page.getByRole('form', { name: words('workplace.schedule.title') })
  await form.getByLabel(words('workplace.schedule.everyDays')).fill('7')
  await form.getByRole('button', { name: words('workplace.schedule.save') }).click()
  await expect(form.getByText(words('refusals.roomOrSeat'))).toBeVisible()
  const seat = form.getByLabel(words('workplace.schedule.orSeat'))
  const code = ((await seat.getByRole('option').nth(1).textContent()) ?? '').split(',')[0]
  await seat.selectOption({ index: 1 })
  await form.getByRole('button', { name: words('workplace.schedule.save') }).click()
  const row = page
    .getByRole('listitem')
    .filter({ hasText: `Місце ${code}, ` })
    .filter({ hasText: 'раз на 7 днів' })
  await expect(row).toBeVisible()
  await row.getByRole('button', { name: /^Зняти з графіка/ }).click()
  await expect(row).toHaveCount(0)
})

test('a round given back while its answer was lost is read before it is handed in again', async ({
  as,
  words,
  guard,
}) => {
  guard.allow(/ERR_FAILED|Failed to fetch|net::/)
  const page = await as('supervisor')
  await page.goto('/workplace/rounds')
  const form = page.getByRole('form', { name: words('workplace.startTitle') })
  await form.getByLabel(words('workplace.seatLabel')).selectOption({ index: 4 })
  const inspection = form.getByRole('option').filter({ hasText: /обхід/ })
  await form
    .getByLabel(words('workplace.checklist'))
    .selectOption((await inspection.getAttribute('value')) ?? '')
  await form.getByRole('button', { name: words('workplace.startNow') }).click()
  await expect(page).toHaveURL(/\/workplace\/rounds\/[0-9a-f-]{36}$/)
  await expect(page.getByText(words('workplace.sheet.saved'))).toBeVisible()
  // The server takes it, and the phone never hears so.
  const taken = new Promise<void>((done) => {
    void page.route('**/api/rounds', async (route) => {
      await route.fetch()
      await route.abort()
      done()
    })
  })
  await page.getByRole('button', { name: words('workplace.sheet.submit'), exact: true }).click()
  await taken
  const head = await as('head')
  await head.goto(page.url())
  await head.getByRole('radio', { name: words('workplace.review.returned') }).check()
  await head.getByLabel(words('workplace.review.note')).fill('Немає жодної відповіді')
  await head.getByRole('button', { name: words('workplace.review.send') }).click()
  await expect(head.getByText('Немає жодної відповіді')).toBeVisible()
  await page.unroute('**/api/rounds')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.getByRole('link', { name: words('workplace.sheet.readReturned') }).click()
  await expect(page.getByText('Немає жодної відповіді')).toBeVisible()
  await expect(page.getByText(words('workplace.sheet.saved'))).toBeVisible()
  await head.reload()
  await expect(head.getByText('Немає жодної відповіді')).toBeVisible()
})

test('own or outsourced: the answers give advice, show what decided it, and a team’s model is kept', async ({
  as,
  words,
}) => {
  const page = await as('hr')
  await page.goto('/workplace/sourcing')
  const form = page.getByRole('form', { name: words('workplace.sourcing.questions') })
  for (const question of await form.getByRole('group').all()) await question.getByRole('radio').nth(1).check()
  await form.getByRole('button', { name: words('workplace.sourcing.advise') }).click()
  await expect(page.getByText(words('workplace.sourcing.verdicts.own'), { exact: true })).toBeVisible()
  await expect(page.getByText(/Чи важливо вести історію .* – Так/)).toBeVisible()
  await expect(
    page.getByRole('rowheader', { name: words('workplace.sourcing.trades.secrecy.title') }),
  ).toBeVisible()
  const keep = page.getByRole('form', { name: words('workplace.sourcing.decideTitle') })
  const team = keep.getByLabel(words('workplace.sourcing.team'), { exact: true })
  await team.selectOption({ index: 1 })
  const name = (await team.locator('option:checked').textContent()) ?? ''
  await keep
    .getByLabel(words('workplace.sourcing.model'))
    .selectOption({ label: words('workplace.sourcing.models.hybrid') })
  await keep.getByLabel(words('workplace.sourcing.note')).fill('На свята – партнер')
  await keep.getByRole('button', { name: words('workplace.sourcing.decide') }).click()
  const row = page
    .getByRole('list', { name: words('workplace.sourcing.teamsTitle') })
    .getByRole('listitem')
    .filter({ hasText: name })
  await expect(row).toContainText(words('workplace.sourcing.models.hybrid'))
  await expect(row).toContainText('На свята – партнер')
})
