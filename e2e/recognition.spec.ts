import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/fixtures'

const DEED = 'Ви подали ідею про карту залу й самі її намалювали за одну перерву.'

test('a supervisor praises in public within the budget; the wall shows it and the operator hears it live', async ({
  as,
  words,
  picture,
}) => {
  const operator = await as('operator')
  await operator.goto('/recognition')

  const supervisor = await as('supervisor')
  await supervisor.goto('/recognition/give')
  const budget = supervisor.getByRole('meter', { name: words('recognition.budget.supervisor') })
  const left = Number(await budget.getAttribute('value'))
  const form = supervisor.getByRole('form', { name: words('recognition.form.title') })
  await form
    .getByRole('combobox', { name: words('recognition.form.receiver') })
    .and(supervisor.locator('input'))
    .fill(await nameOf(operator))
  await supervisor.getByRole('option').first().click()
  await form.getByLabel(words('recognition.form.deed')).fill('Молодець')
  await form.getByRole('radio', { name: 'Сміливість сказати' }).check()
  await form.getByRole('button', { name: words('recognition.form.send') }).click()
  await expect(form.getByRole('alert')).toBeVisible()
  await form.getByLabel(words('recognition.form.deed')).fill(DEED)
  await form.getByRole('button', { name: words('recognition.form.send') }).click()
  await expect(supervisor).toHaveURL(/\/recognition#/)
  await expect(supervisor.getByRole('article').filter({ hasText: DEED })).toBeVisible()
  await picture(supervisor, 'wall-of-praise')
  await supervisor.goto('/recognition/give')
  await expect(budget).toHaveAttribute('value', String(left - 1))

  // The operator's page has stood open all the time.
  const toast = operator
    .getByRole('status')
    .getByRole('link')
    .filter({ hasText: await nameOf(supervisor) })
  await expect(toast).toBeVisible()
  await toast.click()
  await expect(operator).toHaveURL(/\/recognition\/[\w-]{36}$/)
  const card = operator.getByRole('article').filter({ hasText: DEED })
  await expect(card).toBeVisible()
  await card.getByRole('button').first().click()
  await expect(card.getByRole('button').first()).toHaveAttribute('aria-pressed', 'true')
})

test('a person who wishes no publicity is not on the wall of others', async ({ as, words }) => {
  const content = await as('content')
  await content.goto('/settings')
  await content.getByRole('radio', { name: words('settings.praises.private') }).check()
  await content
    .getByRole('form', { name: words('settings.preferences') })
    .getByRole('button', { name: words('settings.save') })
    .click()
  await expect(content.getByRole('status').filter({ hasText: words('done.saved') })).toBeVisible()

  const deed = 'Ви тихо й терпляче навчили трьох новачків шукати тарифи.'
  const operator = await as('operator')
  await operator.goto('/recognition/give')
  await operator
    .getByRole('combobox', { name: words('recognition.form.receiver') })
    .and(operator.locator('input'))
    .fill(await nameOf(content))
  await operator.getByRole('option').first().click()
  await operator.getByLabel(words('recognition.form.deed')).fill(deed)
  await operator.getByRole('radio', { name: 'Майстерність' }).check()
  await operator.getByRole('button', { name: words('recognition.form.send') }).click()
  await expect(operator.getByText(deed)).toBeVisible()
  await content.goto('/recognition')
  await expect(content.getByText(deed)).toBeVisible()
  const supervisor = await as('supervisor')
  await supervisor.goto('/recognition')
  await expect(supervisor.getByText(deed)).toHaveCount(0)
})

test('what a person wishes holds on the wall, the praise’s own page, the inbox of others and the screen on the floor', async ({
  as,
  visitor,
  words,
  guard,
}) => {
  guard.allow(/404/)
  const deed = `Ви знайшли помилку в тарифі й попередили всю зміну до ранку (${Date.now()}).`
  const [content, operator, outsider, hr] = [
    await as('content'),
    await as('operator'),
    await as('other-supervisor'),
    await as('hr'),
  ]
  await content.goto('/recognition')
  const name = await nameOf(content)
  await hr.goto('/recognition/give')
  await hr
    .getByRole('combobox', { name: words('recognition.form.receiver') })
    .and(hr.locator('input'))
    .fill(name)
  await hr.getByRole('option').first().click()
  await hr.getByLabel(words('recognition.form.deed')).fill(deed)
  await hr.getByRole('radio', { name: 'Майстерність' }).check()
  await hr.getByText(words('recognition.form.evidence')).click()
  await hr.getByLabel(words('recognition.form.evidenceKind')).selectOption('contact')
  await hr.getByLabel(words('recognition.form.reference')).fill('CRM-2041')
  await hr.getByRole('button', { name: words('recognition.form.send') }).click()
  await expect(hr.getByRole('article').filter({ hasText: deed })).toContainText('CRM-2041')
  const own = hr.getByRole('article').filter({ hasText: deed }).getByRole('link')
  const page = (await own.last().getAttribute('href')) ?? ''
  await hr.goto('/recognition/settings')
  await hr.getByRole('button', { name: words('recognition.screen.open') }).click()
  const screen = (await hr.getByRole('link', { name: /\/recognition\/screen\// }).getAttribute('href')) ?? ''

  const told = async (reader: Page, address: string) =>
    (await (await reader.request.get(address)).text()).includes(deed)
  const wishes = async (wish: 'private' | 'team' | 'public') => {
    await content.goto('/settings')
    const form = content.getByRole('form', { name: words('settings.preferences') })
    await form.getByRole('radio', { name: words(`settings.praises.${wish}`) }).check()
    await form.getByRole('button', { name: words('settings.save') }).click()
    await expect(content.getByRole('status').filter({ hasText: words('done.saved') })).toBeVisible()
    const seen = async (reader: Page) =>
      (await told(reader, '/recognition')) &&
      (await told(reader, page)) &&
      !(await told(reader, '/notifications'))
    return [await seen(content), await seen(operator), await seen(outsider), await told(visitor, screen)]
  }
  expect(await wishes('public')).toEqual([true, true, true, true])
  expect(await wishes('private')).toEqual([true, false, false, false])
  expect(await wishes('team')).toEqual([true, true, false, false])
  await hr.reload()
  await hr.getByRole('button', { name: words('recognition.screen.close') }).click()
  await expect(hr.getByRole('button', { name: words('recognition.screen.close') })).toHaveCount(0)
})

test('HR confirms an idea of the month; everybody reads of it, and of the days that people agreed to', async ({
  as,
  words,
  picture,
}) => {
  const deed = 'Крок, який робили сотні разів на день, більше не потрібен нікому.'
  const hr = await as('hr')
  await hr.goto('/recognition/awards')
  const candidate = hr.getByRole('form').filter({ has: hr.getByLabel(words('recognition.awards.deed')) })
  await hr.getByText(words('recognition.awards.choose'), { exact: true }).first().click()
  const title = (await candidate.first().getAttribute('aria-label')) ?? ''
  await candidate.first().getByLabel(words('recognition.awards.deed')).fill('Коротко')
  await candidate.first().getByLabel(words('recognition.awards.value')).selectOption('courage')
  await candidate
    .first()
    .getByRole('button', { name: words('recognition.awards.confirm') })
    .click()
  await expect(candidate.first().getByRole('alert')).toBeVisible()
  await candidate.first().getByLabel(words('recognition.awards.deed')).fill(deed)
  await candidate
    .first()
    .getByRole('button', { name: words('recognition.awards.confirm') })
    .click()
  await expect(hr.getByRole('article', { name: title })).toContainText(deed)

  const content = await as('content')
  await content.goto('/settings')
  const days = content.getByRole('form', { name: words('recognition.celebrations.title') })
  const today = new Date()
  await days.getByLabel(words('recognition.celebrations.day')).selectOption(String(today.getUTCDate()))
  await days.getByLabel(words('recognition.celebrations.month')).selectOption(String(today.getUTCMonth() + 1))
  await days.getByRole('button').click()
  await expect(content.getByRole('status').filter({ hasText: words('done.saved') })).toBeVisible()

  await content.goto('/recognition')
  await expect(content.getByRole('link', { name: title }).first()).toBeVisible()
  const celebrated = content.getByRole('list', { name: words('recognition.news.days') })
  await expect(celebrated.getByText(await nameOf(content))).toBeVisible()
  await picture(content, 'wall-with-news')
})

test('thanks come from a file, tried first; a wrong row is named', async ({ as, words }) => {
  const hr = await as('hr')
  await hr.goto('/recognition/thanks')
  await hr.getByText(words('recognition.thanks.importTitle')).first().click()
  const form = hr.getByRole('form', { name: words('recognition.thanks.importTitle') })
  const give = (rows: string) =>
    form.getByLabel(words('ui.sheet.file')).setInputFiles({
      name: 'thanks.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`channel;reference;received_on;text\n${rows}\n`),
    })
  await give('fax;file-1;2026-01-05;Дякую за допомогу')
  await form.getByRole('button', { name: words('ui.sheet.take') }).click()
  await expect(form.getByRole('alert').first()).toBeVisible()
  const said = `Дякую за спокійну розмову ${Date.now()}`
  await give(`mail;file-${Date.now()};2026-01-05;${said}`)
  await form.getByRole('button', { name: words('ui.sheet.try') }).click()
  await expect(form.getByText(/можна завантажити/)).toBeVisible()
  await give(`mail;file-${Date.now()};2026-01-05;${said}`)
  await form.getByRole('button', { name: words('ui.sheet.take') }).click()
  await expect(form.getByText(/Завантажено/)).toBeVisible()
})

test('the inbox counts down and becomes empty of news', async ({ as, words }) => {
  const page = await as('supervisor')
  await page.goto('/notifications')
  const list = page.getByRole('list', { name: words('notices.list') })
  await expect(list.getByText(words('notices.unread')).first()).toBeVisible()
  await page.getByRole('button', { name: words('notices.readAll') }).click()
  await expect(list.getByText(words('notices.unread'))).toHaveCount(0)
})

/** The person's own name, as the shell's menu says it. */
const nameOf = async (page: Page) => (await page.locator('#person-menu p').first().textContent()) ?? ''

test('a customer’s words reach the operator first, and the wall and the screen only by their choice', async ({
  as,
  visitor,
  words,
}) => {
  const said = 'Оператор терпляче пояснив усе двічі, дзвоніть мені 067 111 22 33, Марія.'
  const clean = 'Оператор терпляче пояснив усе двічі, дзвоніть мені •••, •••.'
  const operator = await as('operator')
  await operator.goto('/recognition/thanks')
  const supervisor = await as('supervisor')
  await supervisor.goto('/recognition/thanks')
  const summary = supervisor.getByText(words('recognition.thanks.enter')).first()
  const text = supervisor.getByLabel(words('recognition.thanks.text'))
  if (!(await text.isVisible())) await summary.click()
  await text.fill(said)
  await supervisor.getByLabel(words('recognition.thanks.reference')).fill(`call-${Date.now()}`)
  await supervisor.getByRole('button', { name: words('recognition.thanks.enter') }).click()
  const name = await nameOf(operator)
  const waiting = supervisor.getByRole('listitem').filter({ hasText: said })
  await expect(waiting).toBeVisible()
  const pass = waiting.getByRole('form', { name: words('recognition.thanks.passOn') })
  await pass.getByRole('combobox').and(supervisor.locator('input')).fill(name)
  await supervisor.getByRole('option', { name }).first().click()
  await expect(pass.getByLabel(words('recognition.thanks.clean'))).toHaveValue(/дзвоніть мені •••, Марія/)
  await pass.getByLabel(words('recognition.thanks.clean')).fill('Найкращий оператор на світі!')
  await pass.getByRole('button', { name: words('recognition.thanks.passOn') }).click()
  await expect(pass.getByText(words('refusals.notVerbatim'))).toBeVisible()
  await pass.getByLabel(words('recognition.thanks.clean')).fill(clean)
  await pass.getByRole('button', { name: words('recognition.thanks.passOn') }).click()
  await expect(waiting).toHaveCount(0)

  const hr = await as('hr')
  await hr.goto('/recognition')
  await expect(hr.getByRole('article').filter({ hasText: clean })).toHaveCount(0)
  await operator.reload()
  const own = operator.getByRole('article').filter({ hasText: clean })
  await own.getByRole('button', { name: words('recognition.thanks.wall') }).click()
  await expect(own.getByText(words('recognition.thanks.wallChosen'))).toBeVisible()
  await hr.goto('/recognition')
  await expect(hr.getByRole('article').filter({ hasText: clean })).toBeVisible()

  await hr.goto('/recognition/settings')
  await hr.getByRole('button', { name: words('recognition.screen.open') }).click()
  const address = await hr.getByRole('link', { name: /\/recognition\/screen\// }).getAttribute('href')
  await visitor.goto(String(address))
  await expect(visitor.getByRole('article')).toContainText(clean)
  await hr.reload()
  await hr
    .getByRole('button', { name: words('recognition.screen.close') })
    .first()
    .click()
  await expect(hr.getByRole('button', { name: words('recognition.screen.close') })).toHaveCount(0)
  expect((await visitor.request.get(String(address))).status()).toBe(404)
})

test('HR takes a praise back and the budget has it again; caps change from the next month; values are written and retired', async ({
  as,
  words,
}) => {
  const [hr, operator] = [await as('hr'), await as('operator')]
  await operator.goto('/')
  await hr.goto('/recognition/give')
  const budget = hr.getByRole('meter', { name: words('recognition.budget.supervisor') })
  const left = Number(await budget.getAttribute('value'))
  const deed = `Ви пояснили новий тариф так, що зрозумів і я (${Date.now()}).`
  await hr
    .getByRole('combobox', { name: words('recognition.form.receiver') })
    .and(hr.locator('input'))
    .fill(await nameOf(operator))
  await hr.getByRole('option').first().click()
  await hr.getByLabel(words('recognition.form.deed')).fill(deed)
  await hr.getByRole('radio', { name: 'Майстерність' }).check()
  await hr.getByRole('button', { name: words('recognition.form.send') }).click()
  const card = hr.getByRole('article').filter({ hasText: deed })
  await card.getByRole('link', { name: words('recognition.browser.open') }).click()
  await hr.getByText(words('recognition.revoke.title')).first().click()
  const form = hr.getByRole('form', { name: words('recognition.revoke.title') })
  await form.getByLabel(words('recognition.revoke.reason')).fill('Цю подяку надіслано двічі.')
  await form.getByRole('button').click()
  await expect(hr).toHaveURL(/\/recognition$/)
  await expect(card).toHaveCount(0)
  await hr.goto('/recognition/give')
  await expect(budget).toHaveAttribute('value', String(left))

  await hr.goto('/recognition/settings')
  const cap = hr.getByRole('form', { name: words('recognition.rules.cap.peer') })
  await cap.getByRole('spinbutton').fill('2')
  await cap.getByRole('button').click()
  await expect(cap.getByText(words('done.saved'))).toBeVisible()
  await hr.reload()
  await expect(cap.getByRole('spinbutton')).toHaveValue('2')
  await hr.getByText(words('recognition.rules.addValue')).click()
  const value = hr.getByRole('form', { name: words('recognition.rules.writeValue') }).last()
  await value.getByLabel(words('recognition.rules.slug')).fill('curiosity')
  await value.getByLabel(words('recognition.rules.titleUk'), { exact: true }).fill('Цікавість')
  await value.getByLabel(words('recognition.rules.meaningUk')).fill('Питаємо, доки не зрозуміємо.')
  await value.getByRole('button').click()
  const written = hr.getByRole('listitem').filter({ hasText: 'Питаємо, доки не зрозуміємо.' })
  await expect(written).toBeVisible()
  await written.getByText(words('recognition.rules.change')).click()
  await written.getByRole('button', { name: words('recognition.rules.retire') }).click()
  await expect(written).toHaveCount(0)
})

test('a supervisor sees whom nobody noticed, with what they did; HR sees whether praise keeps its worth, also as a table', async ({
  as,
  words,
}) => {
  const supervisor = await as('supervisor')
  await supervisor.goto('/recognition/team')
  await expect(supervisor.getByText(words('recognition.team.own'))).toBeVisible()
  const overlooked = supervisor.getByRole('list', { name: words('recognition.team.title') })
  await overlooked
    .getByRole('link', { name: words('recognition.team.look') })
    .first()
    .click()
  await supervisor.getByRole('link', { name: words('people.praise') }).click()
  await expect(supervisor).toHaveURL(/\/recognition\/give\?to=/)

  const hr = await as('hr')
  await hr.goto('/recognition/numbers')
  await hr.getByText(words('recognition.numbers.table')).click()
  const table = hr.getByRole('table').filter({ hasText: words('recognition.numbers.saturation') })
  expect(await table.getByRole('row').count()).toBeGreaterThan(6)
  await expect(
    hr.getByRole('table').filter({ hasText: words('recognition.numbers.giniPerHours') }),
  ).toBeVisible()
  await expect(hr.getByRole('heading', { name: words('recognition.numbers.copiedTitle') })).toBeVisible()
})
