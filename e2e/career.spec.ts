import { expect, test } from '#e2e/fixtures'

const SENTENCE = {
  uk: 'Для наставника додано звіт або поліпшення за пів року.',
  en: 'A mentor now needs a report or an improvement.',
}

test.describe.configure({ mode: 'serial' })

test('an operator reads the ladder, the own place and what is missing', async ({ as, words }) => {
  const page = await as('operator')
  await page.goto('/career')
  const ladder = page.getByRole('list', { name: words('career.title') })
  await expect(ladder.getByRole('link').filter({ hasText: words('career.ladder.here') })).toHaveCount(1)
  const next = page.getByRole('region', { name: words('career.next.title') })
  await expect(next.getByRole('meter')).toBeVisible()
  await expect(next.getByRole('listitem').first()).toBeVisible()
  await ladder
    .getByRole('link')
    .filter({ hasText: words('career.ladder.next') })
    .click()
  await page.getByRole('link', { name: words('career.position.compare') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('career.path.title'))
  await expect(page.getByRole('button', { name: words('career.steps.enrol') }).first()).toBeVisible()
})

test('an operator takes a free seat for the next rung and gives it back', async ({ as, words }) => {
  const page = await as('operator')
  await page.goto('/training?for=next-rung')
  await page.goto('/training/mentor-school')
  await page
    .getByRole('button', { name: words('training.page.enrol') })
    .first()
    .click()
  const withdraw = page.getByRole('button', { name: words('training.page.withdraw') })
  await expect(withdraw).toBeVisible()
  await expect(page.getByText(words('training.states.booked')).first()).toBeVisible()
  await withdraw.click()
  await expect(page.getByRole('button', { name: words('training.page.enrol') }).first()).toBeVisible()
})

test('HR asks one thing more of a mentor and publishes; the operator sees it and acknowledges', async ({
  as,
  words,
  picture,
}) => {
  const hr = await as('hr')
  await hr.goto('/career')
  await hr.getByRole('link', { name: words('career.tabs.versions'), exact: true }).click()
  await hr.getByRole('button', { name: words('career.ladders.startDraft') }).click()
  await expect(hr.getByText(words('career.ladders.same'))).toBeVisible()
  await hr.goto(`${new URL(hr.url()).pathname}?position=mentor`)
  const kind = words('career.ladders.kinds.evidence')
  await hr.getByRole('group').filter({ hasText: kind }).locator('summary').last().click()
  const form = hr.getByRole('form', { name: `${words('career.ladders.add')}: ${kind}` })
  await form.getByLabel(words('career.ladders.what')).selectOption('improvement')
  await form.getByLabel(words('career.ladders.threshold')).fill('1')
  await form.getByLabel(words('career.ladders.window')).fill('6')
  await form.getByRole('button', { name: words('career.ladders.save') }).click()
  await expect(hr.getByRole('status').filter({ hasText: words('done.requirementSaved') })).toBeVisible()
  const publish = hr.getByRole('form', { name: words('career.ladders.publish') })
  await publish.getByLabel(words('career.ladders.whatChangedUk')).fill(SENTENCE.uk)
  await publish.getByLabel(words('career.ladders.whatChangedEn')).fill(SENTENCE.en)
  await picture(hr, 'career-ladder-draft')
  await publish.getByRole('button', { name: words('career.ladders.publish') }).click()
  await expect(publish).toHaveCount(0)

  const operator = await as('operator')
  await operator.goto('/career')
  const banner = operator.getByRole('region', { name: words('career.changes.title') })
  await expect(banner).toContainText(words('career.evidence.improvement'))
  await expect(banner).toContainText(words('career.changes.missing'))
  await picture(operator, 'career-changes')
  await banner.getByRole('button', { name: words('career.changes.acknowledge') }).click()
  await expect(banner).toHaveCount(0)
})

test('whoever is content says so and is not hurried', async ({ as, words }) => {
  const page = await as('content')
  await page.goto('/career')
  await expect(page.getByText(words('career.next.stay'))).toBeVisible()
  await page.goto('/career/path')
  await expect(page.getByRole('radio', { name: words('career.path.kinds.stay') })).toBeChecked()
})
