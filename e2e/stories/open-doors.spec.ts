import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/fixtures'
import { askForNobody } from '#e2e/pages/demand'
import { askProof, openDraft } from '#e2e/pages/ladder'

// Repeatable on one centre: what is written carries the moment, and each telling asks one more of the same rung.
const mark = () => Date.now().toString(36)
const REPLY = 'Дякуємо, спробуємо на вечірній зміні з понеділка й розкажемо, що вийшло.'

const nameOf = async (page: Page) => (await page.locator('#person-menu p').first().textContent()) ?? ''

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Kyiv' })

test('the doors are open: one true story through every room', async ({ as, words, picture }) => {
  test.setTimeout(180_000)
  const operator = await as('operator')
  const supervisor = await as('supervisor')
  const hr = await as('hr')
  const title = `Тихий годинник після обіду ${mark()}`
  const deed = `Ви подали ідею про тихий годинник і самі перевірили її на двох змінах ${mark()}.`

  await test.step('an operator sees the day, the ladder with the own place and gap, and submits an idea', async () => {
    await operator.goto('/')
    const main = operator.getByRole('main')
    for (const part of ['today', 'next', 'praise', 'tea', 'seat']) {
      await expect(main.getByRole('region', { name: words(`home.${part}.title`), exact: true })).toBeVisible()
    }
    await expect(main.getByRole('region', { name: words('ideas.question.title') })).toBeVisible()
    await picture(operator, 'story-1-my-day')
    await operator.goto('/career')
    const ladder = operator.getByRole('list', { name: words('career.title') })
    await expect(ladder.getByRole('link').filter({ hasText: words('career.ladder.here') })).toHaveCount(1)
    await expect(
      operator.getByRole('region', { name: words('career.next.title') }).getByRole('meter'),
    ).toBeVisible()
    await picture(operator, 'story-1-ladder')
    await operator.goto('/')
    await operator
      .getByRole('main')
      .getByRole('link', { name: words('home.idea') })
      .click()
    await operator.getByLabel(words('ideas.form.title')).fill(title)
    await operator.getByLabel(words('ideas.form.area')).selectOption({ label: 'Як ми працюємо' })
    await operator.getByRole('button', { name: words('ideas.form.send') }).click()
    await expect(operator.getByRole('heading', { level: 1 })).toHaveText(title)
  })

  await test.step('a supervisor answers it and praises in public; the operator is told live; the wall shows it', async () => {
    await supervisor.goto('/ideas/queue')
    await supervisor.getByRole('link', { name: title }).click()
    const answer = supervisor.getByRole('form', { name: words('ideas.answer.title') })
    await answer.getByLabel(words('ideas.answer.body')).fill(REPLY)
    await answer.getByRole('button', { name: words('ideas.answer.send') }).click()
    await expect(supervisor.getByRole('list', { name: words('ideas.page.thread') })).toContainText(REPLY)
    await expect(operator.getByRole('status').filter({ hasText: title })).toBeVisible()

    await supervisor.goto('/recognition/give')
    const give = supervisor.getByRole('form', { name: words('recognition.form.title') })
    await give
      .getByRole('combobox', { name: words('recognition.form.receiver') })
      .and(supervisor.locator('input'))
      .fill(await nameOf(operator))
    await supervisor.getByRole('option').first().click()
    await give.getByLabel(words('recognition.form.deed')).fill(deed)
    await give.getByRole('radio', { name: 'Турбота про клієнта' }).check()
    await give.getByRole('button', { name: words('recognition.form.send') }).click()
    await expect(supervisor.getByRole('article').filter({ hasText: deed })).toBeVisible()
    await picture(supervisor, 'story-2-wall')
    await operator.goto('/')
    await expect(operator.getByRole('article').filter({ hasText: deed })).toBeVisible()
  })

  await test.step('HR changes a requirement and publishes; the operator sees what changed and acknowledges', async () => {
    await openDraft(hr, words)
    await askProof(hr, words, { what: 'acting-shifts', threshold: 2, months: 6 })
    const publish = hr.getByRole('form', { name: words('career.ladders.publish') })
    await publish
      .getByLabel(words('career.ladders.whatChangedUk'))
      .fill('Від наставника просимо дві зміни в ролі супервізора.')
    await publish
      .getByLabel(words('career.ladders.whatChangedEn'))
      .fill('A mentor now leads two shifts first.')
    await picture(hr, 'story-3-draft')
    await publish.getByRole('button', { name: words('career.ladders.publish') }).click()
    await expect(publish).toHaveCount(0)

    await operator.goto('/career')
    const banner = operator.getByRole('region', { name: words('career.changes.title') })
    await expect(banner).toContainText(words('career.evidence.acting-shifts'))
    await picture(operator, 'story-3-what-changed')
    await banner.getByRole('button', { name: words('career.changes.acknowledge') }).click()
    await expect(banner).toHaveCount(0)
  })

  await test.step('a supervisor checks the operator’s seat; a failed item becomes an action', async () => {
    await operator.goto('/workplace')
    const named = words('workplace.seat.title').replace('{code}', '')
    const code =
      (await operator.getByText(new RegExp(`^${named}\\S+$`)).textContent())?.replace(named, '') ?? ''
    await supervisor.goto('/workplace/rounds')
    const start = supervisor.getByRole('form', { name: words('workplace.startTitle') })
    const choose = async (label: string, name: RegExp) => {
      const select = start.getByLabel(label)
      await select.selectOption(
        (await select.getByRole('option').filter({ hasText: name }).getAttribute('value')) ?? '',
      )
    }
    await choose(words('workplace.seatLabel'), new RegExp(`^${code}, `))
    await choose(words('workplace.checklist'), /обхід/)
    await start.getByRole('button', { name: words('workplace.startNow') }).click()
    await expect(supervisor).toHaveURL(/\/workplace\/rounds\/[0-9a-f-]{36}$/)
    await expect(supervisor.getByText(words('workplace.sheet.saved'))).toBeVisible()
    await supervisor
      .getByRole('main')
      .getByRole('form')
      .first()
      .getByRole('group')
      .first()
      .getByRole('radio', { name: words('workplace.round.no'), exact: true })
      .check()
    await expect(supervisor.getByText(words('workplace.sheet.saved'))).toBeVisible()
    // The closed round comes back as a page of its own; leaving before it is there would be leaving a page that loads.
    const result = supervisor.waitForEvent('load')
    await supervisor.getByRole('button', { name: words('workplace.sheet.submit') }).click()
    await result
    await expect(supervisor.getByText(words('workplace.round.bands.fail'))).toBeVisible()
    await supervisor.goto('/workplace/actions')
    const actions = supervisor.getByRole('list', { name: words('workplace.actionsTitle') })
    await expect(actions.getByRole('listitem').filter({ hasText: code }).first()).toBeVisible()
    await picture(supervisor, 'story-4-actions')
  })

  await test.step('a supervisor puts tomorrow on tasks by hand, within the rules; the operator sees the day', async () => {
    await askForNobody()
    const date = inDays(1)
    const name = await nameOf(operator)
    await supervisor.goto(`/rotation/plan/${date}`)
    const begin = supervisor.getByRole('button', { name: words('rotation.openPlan') })
    if (await begin.isVisible()) await begin.click()
    await supervisor.getByRole('link', { name, exact: true }).click()
    await expect(supervisor.getByRole('heading', { name, exact: true })).toBeVisible()
    const form = supervisor.getByRole('form', { name: words('rotation.putTitle'), exact: true })
    const task = form.getByLabel(words('rotation.task'))
    const chat = task.getByRole('option', { name: /^Консультації, чат/ })
    await task.selectOption((await chat.getAttribute('value')) ?? '')
    await form.getByRole('button', { name: words('rotation.put') }).click()
    await expect(form.getByText(words('done.blockPut'))).toBeVisible()
    await supervisor.getByRole('button', { name: words('rotation.fillBreaks') }).click()
    await expect(supervisor.getByText(words('done.breaksFilled'))).toBeVisible()
    await picture(supervisor, 'story-5-plan')
    await supervisor
      .getByRole('form', { name: words('rotation.publish') })
      .getByRole('button')
      .click()
    await expect(supervisor.getByText(words('rotation.publishedNote'))).toBeVisible()
    await operator.goto(`/rotation?date=${date}`)
    const blocks = operator.getByRole('main').getByRole('listitem').filter({ hasText: 'Консультації, чат' })
    await expect(blocks.first()).toBeAttached()
    await picture(operator, 'story-5-my-day')
  })
})
