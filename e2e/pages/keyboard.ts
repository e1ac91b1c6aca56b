import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** Further than this nobody presses for the next thing on a page. */
const FAR = 60

/** Goes to a control as whoever has no mouse does: by Tab alone. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeEnabled()
  for (let pressed = 0; pressed < FAR; pressed++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached in ${FAR} presses of Tab: ${control}`)
}

/** Presses it there. */
export async function pressAt(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press('Enter')
}
