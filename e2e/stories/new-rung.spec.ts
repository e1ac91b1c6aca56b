import type { Page } from '@playwright/test'
import type { Account } from '#e2e/fixtures'
import { expect, test } from '#e2e/fixtures'
import { askProof, openDraft } from '#e2e/pages/ladder'
import { holdLater, letTimePass, planOneSeat } from '#e2e/pages/learning'
import { hireNewcomer } from '#e2e/pages/newcomer'
import { signIn } from '#e2e/pages/sign-in'
import type { Words } from '#e2e/words'

const REASON = 'Спокійні розмови зі складними клієнтами й довіра колег: чекаємо на вас.'
const SLUG = 'mentor-school'
/** All that teach what the next rung asks: two of them more than it asks. */
const TEACHING = [SLUG, 'one-to-one', 'calibration']
const SENTENCE = {
  uk: 'Наставникові бажано спробувати себе на змінах супервізора.',
  en: 'A mentor had better try some shifts as a supervisor.',
}
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Kyiv' })

/** How many of how many, for each of the three numbers. */
async function board(page: Page, words: Words) {
  await page.goto('/career/scoreboard')
  const cards = page.getByRole('list', { name: words('career.board.title') }).getByRole('link')
  const counts = async (index: number) =>
    ((await cards.nth(index).innerText()).match(/(\d+) (?:із|of) (\d+)/) ?? []).slice(1, 3).map(Number)
  return { informed: (await counts(0))[0] ?? 0, matched: await counts(1), works: await counts(2) }
}

test('from a published ladder to the new rung, and the scoreboard moves at each step', async ({
  as,
  browser,
  contextOptions,
  guard,
  words,
  picture,
}) => {
  test.setTimeout(150_000)
  const mark = Date.now().toString(36)
  const newcomer = await hireNewcomer(mark)
  const context = await browser.newContext(contextOptions)
  guard.watch(context)
  const person = await context.newPage()
  const hr = await as('hr')
  const supervisor = await as('supervisor')
  await signIn(person, newcomer.email.split('@')[0] as Account, words)
  const mentor = 'Наставник'
  const step = { value: '' }
  const start = await board(person, words)

  await test.step('HR changes the ladder, sees what it would mean, and publishes', async () => {
    await openDraft(hr, words)
    await askProof(hr, words, { what: 'acting-shifts', threshold: 1 + (Date.now() % 90), soft: true })
    await expect(hr.getByRole('table', { name: words('career.consequences.title') })).toBeVisible()
    await picture(hr, 'story-ladder-consequences')
    const publish = hr.getByRole('form', { name: words('career.ladders.publish') })
    await publish.getByLabel(words('career.ladders.whatChangedUk')).fill(SENTENCE.uk)
    await publish.getByLabel(words('career.ladders.whatChangedEn')).fill(SENTENCE.en)
    await publish.getByRole('button', { name: words('career.ladders.publish') }).click()
    await expect(publish).toHaveCount(0)
  })

  // Whoever the change touches has to know their way anew; what can be learned is what it was.
  const published = await board(person, words)
  expect(published.informed).toBeLessThanOrEqual(start.informed)
  expect(published.matched).toEqual(start.matched)
  // Of the classes that teach it this quarter one seat is left; the longer courses have none now, so less can be learned already.
  await holdLater(TEACHING, 100)
  const sessionId = await planOneSeat(SLUG, `Кімната ${mark}`)
  const before = await board(person, words)
  expect(before.matched[0]).toBeLessThan(start.matched[0] ?? 0)

  await test.step('the operator sees the gap, and knows what is next when asked: one more is informed', async () => {
    await person.goto('/career/path')
    const steps = person.getByRole('region', { name: words('career.path.targets') }).getByRole('form')
    await expect(steps.first()).toBeVisible()
    step.value = ((await steps.first().getAttribute('aria-label')) ?? '').replace(/^[^:]+: /, '')
    await person.goto('/career/recall')
    const question = person.getByRole('form', { name: words('career.recall.title') })
    await question.getByRole('radio', { name: mentor, exact: true }).check()
    await question.getByRole('radio', { name: step.value }).check()
    await question.getByRole('button', { name: words('career.recall.answer') }).click()
    await expect(person.getByText(words('career.recall.right'))).toBeVisible()
    expect((await board(person, words)).informed).toBe(before.informed + 1)
  })

  await test.step('wishes to grow, takes the last seat at one press, and passes', async () => {
    await person.goto('/career/path')
    await person.getByRole('radio', { name: words('career.path.kinds.grow') }).check()
    await person.getByLabel(words('career.path.target')).selectOption({ label: mentor })
    await person.getByRole('button', { name: words('career.path.save') }).click()
    await expect(person.getByRole('status').filter({ hasText: words('done.intentSaved') })).toBeVisible()
    const wished = await board(person, words)
    expect(wished.works[1]).toBe((before.works[1] ?? 0) + 1)
    expect(wished.works[0]).toBe((before.works[0] ?? 0) + 1)
    await person.goto('/career/path')
    const enrol = person.getByRole('form', { name: `${words('career.steps.enrol')}: ${step.value}` })
    await enrol.getByRole('button').click()
    await expect(enrol).toHaveCount(0)
    // It was the last seat: what only it taught can be learned by nobody else now.
    const enrolled = await board(person, words)
    expect(enrolled.matched[0]).toBeLessThan(before.matched[0] ?? 0)
    expect(enrolled.matched[1]).toBe(before.matched[1])
    await holdLater(TEACHING, -100)
    expect((await board(person, words)).matched).toEqual(start.matched)

    await letTimePass(sessionId)
    await hr.goto(`/training/sessions/${sessionId}`)
    const marks = hr.getByRole('form', { name: words('training.session.people') })
    await marks.getByRole('radio', { name: words('training.session.marks.passed'), exact: true }).check()
    await hr.getByRole('button', { name: words('training.session.save') }).click()
    await expect(marks).toHaveCount(0)
    await person.goto('/career/path')
    // What was passed proposes the levels that it teaches.
    await expect(person.getByText(words('career.steps.asked')).first()).toBeVisible()
    // Enrolled, passed and proposed: the wish goes on moving.
    expect((await board(person, words)).works).toEqual(wished.works)
  })

  await test.step('the supervisor finds whose move it is and confirms', async () => {
    await supervisor.goto(`/career/team/${newcomer.id}`)
    const confirm = supervisor.getByRole('button', { name: words('career.assess.confirm'), exact: true })
    const levels = supervisor.getByRole('region', { name: words('career.assess.title') })
    await picture(supervisor, 'story-person')
    for (;;) {
      const open = levels.getByRole('listitem').getByRole('button', { name: words('career.assess.confirm') })
      const left = await open.count()
      if (!left) break
      await open.first().click()
      await expect(open).toHaveCount(left - 1)
    }
    await expect(confirm.first()).toBeHidden()
    expect((await board(person, words)).works[0]).toBe((before.works[0] ?? 0) + 1)
  })

  await test.step('applies at one press; HR accepts with a reason and moves the person', async () => {
    await person.goto('/career/openings')
    await person
      .getByRole('form', { name: new RegExp(mentor) })
      .getByRole('button')
      .first()
      .click()
    await expect(person.getByText(words('career.openings.own.submitted')).first()).toBeVisible()
    await hr.goto('/career/openings')
    await hr.getByRole('link', { name: mentor, exact: true }).first().click()
    const row = hr.getByRole('listitem').filter({ hasText: newcomer.name })
    await expect(row.getByText(words('career.openings.notReady'))).toHaveCount(0)
    await row.getByText(words('career.openings.accept'), { exact: true }).click()
    const accept = row.getByRole('form').filter({ has: hr.getByLabel(words('career.openings.releaseLabel')) })
    await accept.getByLabel(words('career.openings.reason')).fill(REASON)
    await accept.getByLabel(words('career.openings.releaseLabel')).fill(inDays(0))
    await accept.getByRole('button').click()
    await expect(row.getByText(words('career.openings.states.accepted'))).toBeVisible()
    await row.getByText(words('career.openings.release'), { exact: true }).click()
    await row.getByRole('button', { name: words('career.openings.releaseNow') }).click()
    await expect(row.getByText(words('career.openings.moved'))).toBeVisible()
  })

  await test.step('the person stands on the new rung; the wish is fulfilled and the flow shows the move', async () => {
    await person.goto('/career')
    const ladder = person.getByRole('list', { name: words('career.title') })
    await expect(ladder.getByRole('link').filter({ hasText: words('career.ladder.here') })).toContainText(
      mentor,
    )
    const after = await board(person, words)
    expect(after.works[1]).toBe(before.works[1])
    await person.goto('/career/scoreboard?show=works')
    const flow = person.getByRole('list', { name: words('career.flow.title') })
    await expect(
      flow
        .getByRole('listitem')
        .filter({ hasText: `— ${mentor}` })
        .first(),
    ).toBeVisible()
    await picture(person, 'story-new-rung')
  })
  await context.close()
})
