import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/fixtures'
import type { Words } from '#e2e/words'

const unique = () => Date.now().toString(36)

async function fillNewcomer(page: Page, words: Words, { name, email }: { name: string; email: string }) {
  await page.goto('/people/new')
  await page.getByLabel(words('people.name')).fill(name)
  await page.getByLabel(words('people.email')).fill(email)
  await page.getByLabel(words('people.position')).selectOption({ label: 'Оператор' })
  await page.getByLabel(words('people.site'), { exact: true }).selectOption({ index: 1 })
}

const addButton = (page: Page, words: Words) =>
  page.getByRole('button', { name: words('people.addNow'), exact: true })

test('HR adds a person, finds them, opens an account, and the person signs in', async ({
  as,
  visitor,
  words,
}) => {
  const name = `Марʼяна Ґудзь-${unique()}`
  const email = `${unique()}@example.com`
  const page = await as('hr')
  await fillNewcomer(page, words, { name: name.replace('ʼ', "'"), email })
  await addButton(page, words).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)

  await page.getByText(words('people.accountTitle')).click()
  await page.getByRole('button', { name: words('people.accountNow') }).click()
  const said = page.getByText(/[a-z0-9]{4}(-[a-z0-9]{4}){3}/)
  const password = (await said.textContent())?.match(/[a-z0-9]{4}(-[a-z0-9]{4}){3}/)?.[0] ?? ''

  await visitor.goto('/sign-in')
  await visitor.getByLabel(words('accounts.email')).fill(email)
  await visitor.getByLabel(words('accounts.password'), { exact: true }).fill(password)
  await visitor.getByRole('button', { name: words('accounts.signIn'), exact: true }).click()
  await expect(visitor).not.toHaveURL(/sign-in/)
})

test('a role given and an ended employment take effect with the next click', async ({
  as,
  browser,
  words,
  guard,
}) => {
  const email = `${unique()}@example.com`
  const hr = await as('hr')
  await fillNewcomer(hr, words, { name: 'Роман Дзюба', email })
  await addButton(hr, words).click()
  await expect(hr).toHaveURL(/\/people\/[0-9a-f-]{36}$/)
  await hr.getByText(words('people.accountTitle')).click()
  await hr.getByRole('button', { name: words('people.accountNow') }).click()
  const password =
    (await hr.getByText(/[a-z0-9]{4}(-[a-z0-9]{4}){3}/).textContent())?.match(/\S+$/)?.[0] ?? ''

  const context = await browser.newContext()
  guard.watch(context)
  const person = await context.newPage()
  await person.goto('/sign-in')
  await person.getByLabel(words('accounts.email')).fill(email)
  await person.getByLabel(words('accounts.password'), { exact: true }).fill(password)
  await person.getByRole('button', { name: words('accounts.signIn'), exact: true }).click()
  await expect(person).not.toHaveURL(/sign-in/)
  guard.allow(/404/)
  expect((await person.goto('/settings/audit'))?.status()).toBe(404)

  await hr.getByText(words('people.grantTitle')).click()
  await hr.getByLabel(words('people.roleLabel'), { exact: true }).selectOption('hr')
  await hr.getByRole('button', { name: words('people.grantNow') }).click()
  await expect(hr.getByText(words('done.granted'))).toBeVisible()
  expect((await person.goto('/settings/audit'))?.status()).toBe(200)

  await hr.getByText(words('people.endTitle')).click()
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  await hr.getByLabel(words('people.lastDay')).fill(yesterday)
  await hr.getByRole('button', { name: words('people.endNow') }).click()
  // Hired today, so a last day before that is refused in words, and nothing that was typed is lost.
  await expect(hr.getByText(words('refusals.beforeHire'))).toBeVisible()
  await expect(hr.getByLabel(words('people.lastDay'))).toHaveValue(yesterday)
  await context.close()
})

test('an address of nobody looks like the product and tells nothing', async ({ as, words, guard }) => {
  guard.allow(/404/)
  const page = await as('operator')
  for (const address of [
    '/people/01890000-0000-7000-8000-00000000abcd',
    '/people/drop-table',
    '/no/such/page',
  ]) {
    expect((await page.goto(address))?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('layout.lost.title'))
    await expect(page).toHaveTitle(new RegExp(words('layout.lost.title')))
  }
})
