import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Words } from '#e2e/words'

/** HR takes the draft of the ladder that is there, or begins one. */
export async function openDraft(hr: Page, words: Words) {
  await hr.goto('/career')
  await hr.getByRole('link', { name: words('career.tabs.versions'), exact: true }).click()
  await hr.getByRole('button', { name: words('career.ladders.startDraft') }).click()
  await expect(hr.getByText(words('career.ladders.same'))).toBeVisible()
}

export async function dropDraft(hr: Page, words: Words) {
  const name = words('career.ladders.dropDraft')
  await hr.getByText(name, { exact: true }).first().click()
  await hr.getByRole('form', { name }).getByRole('button').click()
  await expect(hr.getByRole('button', { name: words('career.ladders.startDraft') })).toBeVisible()
}

type Proof = { what: string; threshold: number; months?: number; soft?: boolean }

/** One proof more is asked of a mentor in the draft that is open. */
export async function askProof(hr: Page, words: Words, { what, threshold, months, soft }: Proof) {
  await hr.goto(`${new URL(hr.url()).pathname}?position=mentor`)
  const kind = words('career.ladders.kinds.evidence')
  await hr.getByRole('group').filter({ hasText: kind }).locator('summary').last().click()
  const form = hr.getByRole('form', { name: `${words('career.ladders.add')}: ${kind}` })
  await form.getByLabel(words('career.ladders.what')).selectOption(what)
  await form.getByLabel(words('career.ladders.threshold')).fill(String(threshold))
  if (months) await form.getByLabel(words('career.ladders.window')).fill(String(months))
  if (soft) await form.getByLabel(words('career.ladders.hardLabel')).uncheck()
  await form.getByRole('button', { name: words('career.ladders.save') }).click()
  await expect(hr.getByRole('status').filter({ hasText: words('done.requirementSaved') })).toBeVisible()
}
