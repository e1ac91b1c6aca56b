import type { Page } from '@playwright/test'
import { Client } from 'pg'
import { expect, expectAccessible, test } from '#e2e/fixtures'
import { lane } from '#e2e/lane'
import { askForNobody } from '#e2e/pages/demand'
import type { Words } from '#e2e/words'

const CHAT = /^(Консультації, чат|Consulting, chat)/
const CALLS = /^(Консультації, дзвінки|Consulting, calls)/

const nameOfOperator = async (): Promise<string> => {
  const client = new Client({ connectionString: lane().ownerUrl })
  await client.connect()
  const { rows } = await client.query(`select name from people where email = 'operator@sviato.test'`)
  await client.end()
  return rows[0].name
}

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Kyiv' })

const formOf = (page: Page, words: Words) =>
  page.getByRole('form', { name: words('rotation.putTitle'), exact: true })

type Work = { task: RegExp; from?: string; to?: string }

const put = async (page: Page, words: Words, { task, from, to }: Work) => {
  const form = formOf(page, words)
  const select = form.getByLabel(words('rotation.task'))
  const value = await select.getByRole('option', { name: task }).getAttribute('value')
  await select.selectOption(value ?? '')
  await form.getByLabel(words('rotation.from')).selectOption(from ? { label: from } : '')
  await form.getByLabel(words('rotation.to')).selectOption(to ? { label: to } : '')
  await form.getByRole('button', { name: words('rotation.put') }).click()
  await expect(form.getByText(words('done.blockPut'))).toBeVisible()
}

test('a supervisor puts a day together by hand within the rules and publishes it; the operator sees the day', async ({
  as,
  words,
  picture,
}) => {
  await askForNobody()
  const name = await nameOfOperator()
  const date = inDays(2)
  const page = await as('supervisor')
  await page.goto(`/rotation/plan/${date}?view=list`)
  const begin = page.getByRole('button', { name: words('rotation.openPlan') })
  if (await begin.isVisible()) await begin.click()
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()

  await put(page, words, { task: CALLS })
  const row = page
    .getByRole('list', { name: words('rotation.board') })
    .getByRole('listitem')
    .filter({ hasText: name })
  await expect(row.getByText(/хв без перерви|min without a break/)).toBeVisible()
  await picture(page, 'rotation-plan-broken')
  const publish = page.getByRole('form', { name: words('rotation.publish') })
  await publish.getByRole('button').click()
  await expect(publish.getByText(/Не оприлюднено|Not published/)).toBeVisible()

  await put(page, words, { task: CHAT })
  await put(page, words, { task: CALLS, from: '09:00', to: '10:15' })
  await page.getByRole('button', { name: words('rotation.fillBreaks') }).click()
  await expect(page.getByText(words('done.breaksFilled'))).toBeVisible()
  await expect(row.getByText(words('rotation.keepsRules'))).toBeVisible()
  await picture(page, 'rotation-plan')
  await publish.getByRole('button').click()
  await expect(page.getByText(words('rotation.publishedNote'))).toBeVisible()

  const operator = await as('operator')
  await operator.goto(`/rotation?date=${date}`)
  const day = operator.getByRole('main')
  await expect(
    day
      .getByRole('listitem')
      .filter({ hasText: /Консультації, чат|Consulting, chat/ })
      .first(),
  ).toBeAttached()
  await expect(day.getByRole('listitem').filter({ hasText: words('rotation.what.meal') })).toHaveCount(1)
  await picture(operator, 'rotation-my-day')
})

test('one press drafts a day while the page tells how it goes; what was asked for goes on when the page is left', async ({
  as,
  words,
  picture,
}) => {
  const date = inDays(3)
  const page = await as('supervisor')
  await page.goto(`/rotation/plan/${date}`)
  const begin = page.getByRole('button', { name: words('rotation.openPlan') })
  if (await begin.isVisible()) await begin.click()
  const search = page.getByRole('form', { name: words('rotation.run.title'), exact: true })
  await search.getByLabel(words('rotation.run.seconds')).selectOption('5')
  await search.getByRole('button', { name: words('rotation.run.start') }).click()
  await expect(page.getByRole('button', { name: words('rotation.browser.stop') })).toBeVisible()
  await page.goto('/rotation/now')
  await expect(page.getByRole('heading', { level: 1, name: words('rotation.floor.title') })).toBeVisible()
  await page.goto(`/rotation/plan/${date}?view=list`)
  await expect(
    page.getByText(/найкращу можливу\.|best possible\.|Кращої чернетки|no better draft/),
  ).toBeVisible({
    timeout: 30_000,
  })
  const board = page.getByRole('list', { name: words('rotation.board') })
  await expect(board.getByText(words('rotation.keepsRules')).first()).toBeVisible()
  await page.getByRole('link', { name: words('rotation.views.grid') }).click()
  await byHand(page, words)
  await picture(page, 'rotation-plan-drafted')
  const publish = page.getByRole('form', { name: words('rotation.publish') })
  await publish.getByRole('button').click()
  await expect(page.getByText(words('rotation.publishedNote'))).toBeVisible()
})

const board = (page: Page) => page.locator('table.board')

/** Drags a block, undoes it, moves it by keys, compares with the draft. */
async function byHand(page: Page, words: Words) {
  const same = page.getByRole('button', { name: /: (однакові|the same)$/ })
  const other = page.getByRole('button', { name: /(інакше в|differs?$|differ$)/ })
  await expect(same).toBeVisible()
  await page.setViewportSize({ width: 1366, height: 768 })
  const row = board(page).locator('tbody tr').first()
  const block = row.locator('td[data-block] button').first()
  const box = await block.boundingBox()
  if (!box) throw new Error('no block to drag')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 90, box.y + box.height / 2, { steps: 6 })
  await page.mouse.up()
  await expect(other).toBeVisible()
  await page.getByRole('button', { name: words('rotation.browser.hand.undo') }).click()
  await expect(same).toBeVisible()

  await row.locator('td[data-block] button').first().focus()
  await page.keyboard.press('l')
  await expect(row.getByRole('button', { name: /(замкнено|locked)$/ })).toBeFocused()
  await page.keyboard.press('l')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Delete')
  await expect(other).toBeVisible()
  await expect(board(page).getByRole('button', { name: words('rotation.browser.hand.gap') })).not.toHaveCount(
    0,
  )
  await page
    .getByRole('form', { name: words('rotation.run.fixRest') })
    .getByRole('button')
    .click()
  await page.getByRole('button', { name: words('rotation.browser.stop') }).click()
  await expect(same).toBeVisible({ timeout: 30_000 })
}

test('a week is drafted day by day, and stopped as a whole', async ({ as, words, picture }) => {
  // Another team's week: the days of the first are used by other stories.
  const page = await as('other-supervisor')
  await page.goto(`/rotation/week?date=${inDays(8)}`)
  const state = (name: string) =>
    page.getByRole('main').getByText(words(`rotation.weekPlans.state.${name}`), { exact: true })
  await page.getByRole('button', { name: words('rotation.weekPlans.plan') }).click()
  await expect(state('searching')).toHaveCount(1, { timeout: 20_000 })
  await picture(page, 'rotation-week-searching')
  const waiting = await state('waiting').count()
  expect(waiting).toBeGreaterThan(1)
  await page.getByRole('button', { name: words('rotation.weekPlans.stop') }).click()
  await expect(state('waiting')).toHaveCount(0)
  await expect(page.getByRole('button', { name: words('rotation.weekPlans.plan') })).toBeVisible({
    timeout: 20_000,
  })
  // At most one more was begun between the count and the press.
  expect(await state('empty').count()).toBeGreaterThanOrEqual(waiting - 1)
  await expect(state('draft').first()).toBeVisible()
  await expectAccessible(page)
})

test('an operator does not see the planner’s board', async ({ as, guard }) => {
  guard.allow(/404/)
  const page = await as('operator')
  expect((await page.goto('/rotation/team'))?.status()).toBe(404)
  expect((await page.goto(`/rotation/plan/${inDays(1)}`))?.status()).toBe(404)
})

test('who could come in for a stretch that is short of people', async ({ as, words }) => {
  const client = new Client({ connectionString: lane().ownerUrl })
  await client.connect()
  const { rows } = await client.query(`
    select g.team_id as "teamId", k.id as "taskId" from people p join current_grants g on g.person_id = p.id and g.role = 'supervisor'
    join teams t on t.id = g.team_id join tasks k on k.project_id = t.project_id and k.retired_at is null
    where p.email = 'supervisor@sviato.test' order by k.id limit 1`)
  await client.end()
  const page = await as('supervisor')
  const [from, to] = ['10:00', '12:00'].map((time) => new Date(`${inDays(3)}T${time}:00Z`).toISOString())
  await page.goto(`/rotation/overtime?${new URLSearchParams({ ...rows[0], from, to })}`)
  await expect(page.getByRole('heading', { level: 1, name: words('rotation.overtime.title') })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
