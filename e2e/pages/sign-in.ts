import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Account } from '#e2e/fixtures'
import type { Language, Words } from '#e2e/words'

const PASSWORD = 'sviato-demo'

export async function signIn(page: Page, account: Account, words: Words) {
  await page.goto('/sign-in')
  await page.getByLabel(words('accounts.email')).fill(`${account}@sviato.test`)
  await page.getByLabel(words('accounts.password'), { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: words('accounts.signIn'), exact: true }).click()
  await expect(page).not.toHaveURL(/\/sign-in/)
}

/** A person's language is kept with the account, so it is switched in the person's menu, as a person would. */
export async function speak(page: Page, language: Language) {
  if ((await page.locator('html').getAttribute('lang')) === language) return
  await page
    .locator(`button[name=locale][value=${language}]`)
    .evaluate((button: HTMLButtonElement) => button.click())
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}
