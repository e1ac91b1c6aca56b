import { expect, test } from '#e2e/fixtures'
import { asked } from '#e2e/pages/asked'
import { nameOf } from '#e2e/pages/own-name'

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

  // The operator's page has stood open all the time; nothing moves on it until they ask.
  const card = operator.getByRole('article').filter({ hasText: DEED })
  await expect(card).toHaveCount(0)
  const toast = operator
    .getByRole('status')
    .getByRole('link')
    .filter({ hasText: await nameOf(supervisor) })
  await expect(toast).toBeVisible()
  await operator.getByRole('button', { name: /нова подяка/ }).click()
  await expect(card).toBeVisible()
  await card.getByRole('link', { name: words('recognition.browser.open') }).click()
  await expect(operator).toHaveURL(/\/recognition\/[\w-]{36}$/)

  // A colleague joins in, and takes it back.
  const content = await as('content')
  await content.goto(operator.url())
  const clap = content.getByRole('button', { name: `${words('recognition.browser.clap')}: ще ніхто` })
  await clap.click()
  const clapped = content.getByRole('button', { name: `${words('recognition.browser.clap')}: 1 людина` })
  await expect(clapped).toHaveAttribute('aria-pressed', 'true')
  await clapped.click()
  await expect(clap).toHaveAttribute('aria-pressed', 'false')
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
  await operator.goto('/recognition')
  const left = (count: number) =>
    operator.getByText(words('recognition.budget.short').replace('{left}', `${count}`).replace('{cap}', '3'))
  await expect(left(3)).toBeVisible()
  await operator.getByRole('link', { name: words('recognition.give') }).click()
  const thank = async () => {
    await operator
      .getByRole('combobox', { name: words('recognition.form.receiver') })
      .and(operator.locator('input'))
      .fill(await nameOf(content))
    await operator.getByRole('option').first().click()
    await operator.getByLabel(words('recognition.form.deed')).fill(deed)
    await operator.getByRole('radio', { name: 'Майстерність' }).check()
    await operator.getByRole('button', { name: words('recognition.form.send') }).click()
  }
  await thank()
  await expect(operator.getByText(deed)).toBeVisible()
  await expect(left(2)).toBeVisible()
  // The same colleague in the same month is refused, and nothing is spent.
  await operator.getByRole('link', { name: words('recognition.give') }).click()
  await thank()
  await expect(operator.getByText(words('refusals.constraint.praises_peer_pair'))).toBeVisible()
  await expect(left(2)).toBeVisible()
  await content.goto('/recognition')
  await expect(content.getByText(deed)).toBeVisible()
  const supervisor = await as('supervisor')
  await supervisor.goto('/recognition')
  await expect(supervisor.getByText(deed)).toHaveCount(0)
})

test('HR confirms an idea of the month; everybody reads of it, and of the days that people agreed to', async ({
  as,
  visitor,
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
  const announced = hr.getByRole('article', { name: title })
  await expect(announced).toContainText(deed)
  // Its effect in a number, or plainly that nobody measured it yet.
  await expect(announced).toContainText(/(Заощаджено|На) \d|Ефект ще не виміряно/)

  const [content, operator] = [await as('content'), await as('operator')]
  await content.goto('/settings')
  const name = await nameOf(content)
  await operator.goto('/recognition')
  await expect(operator.getByRole('article', { name: title }).first()).toBeVisible()
  const card = (told: RegExp | string) =>
    operator.getByRole('article', { name, exact: true }).filter({ hasText: told })
  const [birthday, anniversary] = [
    card(words('recognition.glad.birthday.today')),
    card('Сьогодні 3 роки з нами'),
  ]
  // Nobody agreed to anything yet.
  for (const one of [birthday, anniversary]) await expect(one).toHaveCount(0)

  const days = content.getByRole('form', { name: words('recognition.celebrations.title') })
  const [{ day, month } = { day: 0, month: 0 }] = await asked<{ day: number; month: number }>(
    `select extract(day from d)::int as day, extract(month from d)::int as month
    from (select person_day(id, now()) as d from people where email = 'content@sviato.test') x`,
  )
  await days.getByLabel(words('recognition.celebrations.day')).selectOption(String(day))
  await days.getByLabel(words('recognition.celebrations.month')).selectOption(String(month))
  await days.getByRole('checkbox', { name: words('recognition.celebrations.anniversary') }).check()
  await days.getByRole('button').click()
  await expect(days.getByText(words('done.saved'))).toBeVisible()
  // Three years to the day: the demo took nobody on today.
  await asked(`
    update celebration_wishes w set works_since = (person_day(p.id, now()) - interval '3 years')::date
    from people p where p.id = w.person_id and p.email = 'content@sviato.test' and w.works_since is not null`)
  const preferences = content.getByRole('form', { name: words('settings.preferences') })
  await preferences.getByRole('radio', { name: words('settings.praises.team') }).check()
  await preferences.getByRole('button', { name: words('settings.save') }).click()
  await expect(preferences.getByText(words('done.saved'))).toBeVisible()

  await operator.reload()
  await expect(anniversary).toBeVisible()
  const press = (key: 'greetWhom' | 'greetedWhom') =>
    birthday.getByRole('button', { name: words(`recognition.glad.${key}`).replace('{name}', name) })
  await press('greetWhom').click()
  await expect(press('greetedWhom')).toHaveAttribute('aria-pressed', 'true')
  await content.goto('/recognition')
  await expect(content.getByText(new RegExp(`^Вас віта.+${await nameOf(operator)}`))).toBeVisible()
  // Who wishes it only within the team is on no screen.
  await hr.goto('/recognition/settings')
  await hr.getByRole('button', { name: words('recognition.screen.open') }).click()
  const address = await hr.getByRole('link', { name: /\/recognition\/screen\// }).getAttribute('href')
  const shown = async () => (await (await visitor.request.get(String(address))).text()).includes(name)
  expect(await shown()).toBe(false)
  await hr.reload()
  await hr.getByRole('button', { name: words('recognition.screen.close') }).click()
  await expect(hr.getByRole('button', { name: words('recognition.screen.close') })).toHaveCount(0)
  await picture(content, 'wall-with-news')

  // Taken back, no day of theirs is told any more.
  await content.goto('/settings')
  await days.getByLabel(words('recognition.celebrations.day')).selectOption('')
  await days.getByLabel(words('recognition.celebrations.month')).selectOption('')
  await days.getByRole('checkbox', { name: words('recognition.celebrations.anniversary') }).uncheck()
  await days.getByRole('button').click()
  await expect(days.getByText(words('done.saved'))).toBeVisible()
  await operator.reload()
  for (const one of [birthday, anniversary]) await expect(one).toHaveCount(0)
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
  const waitingFor = (letter: string) => supervisor.getByRole('listitem').filter({ hasText: letter })
  const waiting = waitingFor(said)
  await expect(waiting).toBeVisible()

  // What is no thanks is set aside, with a reason; its words are kept nowhere.
  const complaint = `Поверніть мені гроші негайно (${Date.now()})`
  if (!(await text.isVisible())) await summary.click()
  await text.fill(complaint)
  await supervisor.getByLabel(words('recognition.thanks.reference')).fill(`aside-${Date.now()}`)
  await supervisor.getByRole('button', { name: words('recognition.thanks.enter') }).click()
  await waitingFor(complaint).getByText(words('recognition.thanks.setAside')).first().click()
  const aside = waitingFor(complaint).getByRole('form', { name: words('recognition.thanks.setAside') })
  await aside.getByRole('textbox').fill('Скарга')
  await aside.getByRole('button').click()
  await expect(aside.getByRole('alert')).toBeVisible()
  await aside.getByRole('textbox').fill('Це скарга, а не подяка.')
  await aside.getByRole('button').click()
  await expect(waitingFor(complaint)).toHaveCount(0)
  expect(
    await asked('select from customer_thanks where raw_text = $1 or public_text = $1', [complaint]),
  ).toEqual([])

  const name = await nameOf(operator)
  const pass = waiting.getByRole('form', { name: words('recognition.thanks.passOn') })
  await pass.getByRole('combobox').and(supervisor.locator('input')).fill(name)
  await supervisor.getByRole('option', { name }).first().click()
  await expect(pass.getByLabel(words('recognition.thanks.clean'))).toHaveValue(/дзвоніть мені •••, Марія/)
  // The machine hid the telephone and cannot know a name: until somebody says that they looked, nothing is passed on, …
  const looked = pass.getByRole('checkbox', { name: words('recognition.thanks.namesHidden') })
  await pass.getByRole('button', { name: words('recognition.thanks.passOn') }).click()
  await expect(looked).toBeFocused()
  await expect(looked).not.toBeChecked()
  // … neither where the browser does not ask.
  await pass.evaluate((form: HTMLFormElement) => {
    form.noValidate = true
  })
  await pass.getByRole('button', { name: words('recognition.thanks.passOn') }).click()
  await expect(pass.getByText(words('refusals.namesNotHidden')).first()).toBeVisible()
  await looked.check()
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
  await expect(async () => {
    await visitor.getByRole('button', { name: words('recognition.screen.next') }).click()
    await expect(visitor.getByRole('article')).toContainText(clean, { timeout: 100 })
  }).toPass()
  await visitor.getByRole('button', { name: words('recognition.screen.stand') }).click()
  await expect(visitor.getByRole('button', { name: words('recognition.screen.stand') })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await hr.reload()
  await hr
    .getByRole('button', { name: words('recognition.screen.close') })
    .first()
    .click()
  await expect(hr.getByRole('button', { name: words('recognition.screen.close') })).toHaveCount(0)
  expect((await visitor.request.get(String(address))).status()).toBe(404)
})
