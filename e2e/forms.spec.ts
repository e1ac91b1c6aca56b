import { expect, forgetSession, test } from '#e2e/fixtures'

const unique = () => Date.now().toString(36)

test('a refusal keeps everything typed and leads to what is wrong', async ({ as, words }) => {
  const page = await as('hr')
  await page.goto('/people/new')
  await page.getByLabel(words('people.name')).fill('Зоряна Сорока')
  await page.getByLabel(words('people.email')).fill('operator@sviato.test')
  await page.getByLabel(words('people.position')).selectOption({ index: 2 })
  await page.getByLabel(words('people.site'), { exact: true }).selectOption({ index: 2 })
  const chosen = await page.getByLabel(words('people.position')).inputValue()
  await page.getByRole('button', { name: words('people.addNow'), exact: true }).click()
  const email = page.getByLabel(words('people.email'))
  await expect(page.getByText(words('refusals.constraint.people_email')).first()).toBeVisible()
  await expect(email).toBeFocused()
  await expect(email).toHaveValue('operator@sviato.test')
  await expect(page.getByLabel(words('people.name'))).toHaveValue('Зоряна Сорока')
  await expect(page.getByLabel(words('people.position'))).toHaveValue(chosen)
})

test('without JavaScript reading and the form work, and a refusal keeps what was typed', async ({
  as,
  browser,
  guard,
  words,
}) => {
  const state = await (await as('hr')).context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: state })
  // A browser without scripts reports each preloaded script as one that the policy stopped.
  guard.allow(/\.js csp|status of 404/)
  guard.watch(context)
  const page = await context.newPage()
  await page.goto('/people')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('people.title'))
  await page.goto('/people/01890000-0000-7000-8000-00000000abcd')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('layout.lost.title'))
  await expect(page.getByRole('link', { name: words('layout.lost.home') })).toBeVisible()
  await page.goto('/people/new')
  await page.getByLabel(words('people.name')).fill('Остап Без-Скрипту')
  await page.getByLabel(words('people.email')).fill('operator@sviato.test')
  await page.getByLabel(words('people.position')).selectOption({ index: 1 })
  await page.getByLabel(words('people.site'), { exact: true }).selectOption({ index: 1 })
  await page.getByRole('button', { name: words('people.addNow'), exact: true }).click()
  await expect(page.getByText(words('refusals.constraint.people_email')).first()).toBeVisible()
  await expect(page.getByLabel(words('people.name'))).toHaveValue('Остап Без-Скрипту')
  await page.getByLabel(words('people.email')).fill(`${unique()}@example.com`)
  await page.getByRole('button', { name: words('people.addNow'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Остап Без-Скрипту')
  await context.close()
})

test('a double press does one thing', async ({ as, words }) => {
  const name = `Двічі Натиснуто-${unique()}`
  const page = await as('hr')
  await page.goto('/people/new')
  await page.getByLabel(words('people.name')).fill(name)
  await page.getByLabel(words('people.email')).fill(`${unique()}@example.com`)
  await page.getByLabel(words('people.position')).selectOption({ index: 1 })
  await page.getByLabel(words('people.site'), { exact: true }).selectOption({ index: 1 })
  await page.getByRole('button', { name: words('people.addNow'), exact: true }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await page.goto(`/people?search=${encodeURIComponent(name)}`)
  await expect(page.getByRole('main').getByRole('link', { name })).toHaveCount(1)
})

test('a session that ended while typing loses nothing', async ({ as, browser, guard, words }) => {
  const context = await browser.newContext({
    storageState: await (await as('admin')).context().storageState(),
  })
  guard.watch(context)
  const page = await context.newPage()
  await page.goto('/settings/tokens')
  await page.getByLabel(words('accounts.tokens.name')).fill('нічний звіт')
  await context.clearCookies()
  await page.getByRole('button', { name: words('accounts.tokens.make'), exact: true }).click()
  await expect(page.getByText(words('refusals.reason.unauthenticated'))).toBeVisible()
  await expect(page.getByLabel(words('accounts.tokens.name'))).toHaveValue('нічний звіт')
  await context.close()
})

test('signing out everywhere ends the other window with its next click', async ({
  browser,
  guard,
  words,
}, info) => {
  const open = async () => {
    const context = await browser.newContext()
    guard.watch(context)
    const page = await context.newPage()
    await page.goto('/sign-in')
    await page.getByLabel(words('accounts.email')).fill('content@sviato.test')
    await page.getByLabel(words('accounts.password'), { exact: true }).fill('sviato-demo')
    await page.getByRole('button', { name: words('accounts.signIn'), exact: true }).click()
    await expect(page).not.toHaveURL(/sign-in/)
    return page
  }
  const [one, two] = [await open(), await open()]
  await one.goto('/settings/security')
  await one.getByRole('button', { name: words('accounts.security.everywhere') }).click()
  await expect(one).toHaveURL(/sign-in/)
  await two.goto('/people')
  await expect(two).toHaveURL(/sign-in\?next=%2Fpeople/)
  forgetSession('content', info.project.name)
})

test('a wrong password says so without saying whether the account exists, and keeps the e-mail', async ({
  visitor,
  words,
}) => {
  for (const email of ['operator@sviato.test', 'nobody@sviato.test']) {
    await visitor.goto('/sign-in')
    await visitor.getByLabel(words('accounts.email')).fill(email)
    await visitor.getByLabel(words('accounts.password'), { exact: true }).fill('не той пароль')
    await visitor.getByRole('button', { name: words('accounts.signIn'), exact: true }).click()
    await expect(visitor.getByText(words('accounts.wrong'))).toBeVisible()
    await expect(visitor.getByLabel(words('accounts.email'))).toHaveValue(email)
  }
})

test('signing in leads back to where one was going, and nowhere else', async ({ visitor, words }) => {
  const enter = async () => {
    await visitor.getByLabel(words('accounts.email')).fill('mentor@sviato.test')
    await visitor.getByLabel(words('accounts.password'), { exact: true }).fill('sviato-demo')
    await visitor.getByRole('button', { name: words('accounts.signIn'), exact: true }).click()
  }
  await visitor.goto('/people?search=Коваль')
  await enter()
  await expect(visitor).toHaveURL(/\/people\?search=/)
  await visitor.context().clearCookies()
  await visitor.goto('/sign-in?next=//example.org/')
  await enter()
  await expect(visitor).toHaveURL(/localhost:\d+\/$/)
})
