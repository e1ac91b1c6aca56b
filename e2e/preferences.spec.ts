import type { Account } from '#e2e/fixtures'
import { expect, test } from '#e2e/fixtures'
import { hireNewcomer } from '#e2e/pages/newcomer'
import { signIn } from '#e2e/pages/sign-in'
import { wordsIn } from '#e2e/words'

test('the language and the theme that somebody chose are there in another browser', async ({
  browser,
  visitor,
  words,
  guard,
}) => {
  const { email } = await hireNewcomer(Date.now().toString(36))
  const account = email.split('@')[0] as Account
  await signIn(visitor, account, words)
  const [html, english] = [visitor.locator('html'), wordsIn('en')]
  await expect(html).toHaveAttribute('lang', 'uk')
  await visitor.goto('/settings')
  const form = visitor.getByRole('form', { name: words('settings.preferences') })
  await form.getByLabel(words('settings.languages.en')).check()
  await form.getByLabel(words('settings.themes.dark')).check()
  await form.getByRole('button', { name: words('settings.save') }).click()
  await expect(html).toHaveAttribute('lang', 'en')
  await expect(html).toHaveAttribute('data-theme', 'dark')

  const context = await browser.newContext({ locale: 'uk-UA', colorScheme: 'light' })
  guard.watch(context)
  const elsewhere = await context.newPage()
  await signIn(elsewhere, account, words)
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'en')
  await expect(elsewhere.locator('html')).toHaveAttribute('data-theme', 'dark')
  await elsewhere.goto('/settings')
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText(english('settings.title'))
  await context.close()
})
