import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Words } from '#e2e/words'

/** The connection is back: a press sends what waits, unless the page was quicker than the hand. */
export async function sendNow(page: Page, words: Words) {
  const button = page.getByRole('button', { name: words('workplace.sheet.sendNow') })
  await button.click({ timeout: 2000 }).catch(() => expect(button).toBeHidden())
}
