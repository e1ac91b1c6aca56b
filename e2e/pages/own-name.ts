import type { Page } from '@playwright/test'

/** The person's own name, as the shell's menu says it. */
export const nameOf = async (page: Page) => (await page.locator('#person-menu p').first().textContent()) ?? ''
