import { expect, expectAccessible, test } from '#e2e/fixtures'
import { askProof, dropDraft, openDraft } from '#e2e/pages/ladder'

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
  await openDraft(hr, words)
  await askProof(hr, words, { what: 'improvement', threshold: 1, months: 6 })
  const publish = hr.getByRole('form', { name: words('career.ladders.publish') })
  await publish.getByLabel(words('career.ladders.whatChangedUk')).fill(SENTENCE.uk)
  await publish.getByLabel(words('career.ladders.whatChangedEn')).fill(SENTENCE.en)
  await picture(hr, 'career-ladder-draft')
  const late = await as('hr')
  await late.goto(hr.url())
  const again = late.getByRole('form', { name: words('career.ladders.publish') })
  await again.getByLabel(words('career.ladders.whatChangedUk')).fill(SENTENCE.uk)
  await again.getByLabel(words('career.ladders.whatChangedEn')).fill(SENTENCE.en)
  await publish.getByRole('button', { name: words('career.ladders.publish') }).click()
  await expect(publish).toHaveCount(0)

  // Of two who publish at once the second is shown what the first changed.
  await again.getByRole('button', { name: words('career.ladders.publish') }).click()
  await expect(late.getByText(words('career.ladders.overtaken'))).toBeVisible()
  await expect(
    late
      .getByRole('listitem')
      .filter({ hasText: words('career.evidence.improvement') })
      .first(),
  ).toBeVisible()
  await late.close()

  const operator = await as('operator')
  await operator.goto('/career')
  const banner = operator.getByRole('region', { name: words('career.changes.title') })
  await expect(banner).toContainText(words('career.evidence.improvement'))
  await expect(banner).toContainText(words('career.changes.missing'))
  await picture(operator, 'career-changes')
  await banner.getByRole('button', { name: words('career.changes.acknowledge') }).click()
  await expect(banner).toHaveCount(0)
})

test('the draft is drawn: a position dragged onto another, or two chosen by keyboard, is a move', async ({
  as,
  words,
}) => {
  const hr = await as('hr')
  await openDraft(hr, words)
  const picture = hr.getByRole('region', { name: words('career.ladders.picture') }).first()
  const place = (id: 'analyst' | 'mentor') => picture.locator(`a[href*="position=${id}"]`)
  const join = picture.getByRole('button', { name: words('career.browser.graph.join') })
  await expect(join).toBeEnabled()
  await place('mentor').scrollIntoViewIfNeeded()
  await place('mentor').dragTo(place('analyst'))
  const form = picture.getByRole('form').first()
  await expect(form).toBeVisible()
  await form.getByRole('button', { name: words('career.browser.graph.add') }).click()
  const remove = picture.getByRole('button', { name: words('career.browser.graph.remove') })
  await expect(remove).toBeVisible()
  await expect(hr.getByText(words('career.ladders.same'))).toHaveCount(0)
  await remove.click()
  await expect(hr.getByText(words('career.ladders.same'))).toBeVisible()

  await expectAccessible(hr)
  await join.focus()
  await hr.keyboard.press('Enter')
  await place('analyst').focus()
  await hr.keyboard.press('Enter')
  await place('mentor').focus()
  await hr.keyboard.press('Space')
  await expect(form.getByLabel(words('career.browser.graph.kind'))).toBeFocused()
  await hr.keyboard.press('Escape')
  await expect(picture.getByRole('form')).toHaveCount(0)

  await dropDraft(hr, words)
})

test('whoever is strong proposes the level of a colleague; whoever is content grows in place', async ({
  as,
  words,
}) => {
  const mentor = await as('mentor')
  await mentor.goto('/career/peers')
  const desk = mentor.getByRole('form').first()
  // Before it is awake it is the device's own list.
  const picker = desk.getByRole('combobox', { name: words('career.peers.who') }).and(mentor.locator('input'))
  await picker.fill('а')
  await mentor.getByRole('option').first().click()
  await desk.getByLabel(words('career.peers.level')).selectOption('4')
  await desk.getByRole('button', { name: words('career.peers.propose') }).click()
  const said = mentor.getByRole('list', { name: words('career.peers.said') })
  await expect(said.getByText(words('career.peers.states.proposed')).first()).toBeVisible()

  const content = await as('content')
  await content.goto('/career/path')
  const mastery = content.getByRole('region', { name: words('career.mastery.title') })
  const asked = mastery.getByText(words('career.steps.asked'))
  const before = await asked.count()
  await mastery
    .getByRole('button', { name: words('career.steps.ask') })
    .first()
    .click()
  await expect(asked).toHaveCount(before + 1)
})

test('whoever is content says so and is not hurried', async ({ as, words }) => {
  const page = await as('content')
  await page.goto('/career')
  await expect(page.getByText(words('career.next.stay'))).toBeVisible()
  await page.goto('/career/path')
  await expect(page.getByRole('radio', { name: words('career.path.kinds.stay') })).toBeChecked()
})
