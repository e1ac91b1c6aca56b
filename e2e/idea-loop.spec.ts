import type { Locator, Page } from '@playwright/test'
import { Client } from 'pg'
import { expect, test } from '#e2e/fixtures'
import { lane } from '#e2e/lane'
import type { Words } from '#e2e/words'

const ANSWER = 'Повісити розклад перерв просто на екрані черги.'
const REPLY = 'Зроблено: розклад перерв стоїть на екрані черги з понеділка, дякуємо.'
const PART = 'Гачки для мокрих рукавичок'
const DEED = 'Ваша відповідь на запитання тижня стала рішенням: розклад перерв видно всім.'

/** The other reviewers of an idea score it a second time as they did before. */
const scoreAgain = async (number: string) => {
  const client = new Client({ connectionString: lane().ownerUrl })
  await client.connect()
  await client.query(
    `insert into idea_scores (panel_id, person_id, round, impact, reach, effort, locked_at)
     select s.panel_id, s.person_id, 2, s.impact, s.reach, s.effort, now()
     from idea_scores s join idea_panels p on p.id = s.panel_id join ideas i on i.id = p.idea_id join people r on r.id = s.person_id
     where i.number = $1 and r.email not like 'supervisor@%'`,
    [number],
  )
  await client.end()
}

const answer = async (page: Page, words: Words, state: string, body: string) => {
  const form = page.getByRole('form', { name: words('ideas.answer.title') })
  await form.getByLabel(words('ideas.answer.state')).selectOption({ label: state })
  await form.getByLabel(words('ideas.answer.body')).fill(body)
  await form.getByRole('button', { name: words('ideas.answer.send') }).click()
  await expect(page.getByRole('list', { name: words('ideas.page.thread') })).toContainText(body)
}

test('from the question to the praise: asked, answered, decided, measured, thanked on the wall', async ({
  as,
  words,
}) => {
  const operator = await as('operator')
  await operator.goto('/ideas')
  const card = operator.getByRole('region', { name: words('ideas.question.title') })
  await card.getByRole('link', { name: words('ideas.question.answer') }).click()
  await operator.getByLabel(words('ideas.question.field')).fill(ANSWER)
  await operator.getByRole('button', { name: words('ideas.question.send') }).click()
  await expect(operator.getByRole('heading', { level: 1 })).toHaveText(
    'Повісити розклад перерв просто на екрані черги',
  )
  const address = new URL(operator.url()).pathname

  // HR answers whatever the question's area.
  const hr = await as('hr')
  await hr.goto(address)
  await answer(hr, words, words('ideas.browser.states.done'), REPLY)
  const effect = hr.getByRole('form', { name: words('ideas.desk.acts.recordEffect') })
  for (const [field, value] of [
    ['before', '90'],
    ['after', '75'],
    ['contacts', '2400'],
    ['words', 'Тепер ніхто не шукає, коли в кого перерва.'],
  ] as const)
    await effect.getByLabel(words(`ideas.effect.${field}`)).fill(value)
  await effect.getByRole('button', { name: words('ideas.desk.does.recordEffect') }).click()
  // 2,400 conversations a month, 15 seconds less each.
  const measured = hr.getByRole('region', { name: words('ideas.effect.title') })
  await expect(measured).toContainText(/10 год/)
  await hr.getByRole('link', { name: words('ideas.page.praise') }).click()
  const give = hr.getByRole('form', { name: words('recognition.form.title') })
  await give.getByLabel(words('recognition.form.deed')).fill(DEED)
  await give.getByRole('radio', { name: 'Сміливість сказати' }).check()
  await give.getByRole('button', { name: words('recognition.form.send') }).click()
  await expect(hr).toHaveURL(/\/recognition#/)
  await operator.goto('/recognition')
  const praise = operator.getByRole('article').filter({ hasText: DEED })
  await expect(praise).toBeVisible()
  await expect(praise.getByRole('link', { name: /розклад перерв/ })).toHaveAttribute('href', address)
})

test('the panel is blind: the supervisor scores alone, sees the others, and both rounds of a dispute are kept', async ({
  as,
  words,
  picture,
}) => {
  const page = await as('supervisor')
  await page.goto('/ideas/value')
  const tasks = page.getByRole('list', { name: words('ideas.panel.tasks') })
  const title = await tasks.getByRole('link').first().innerText()
  await tasks.getByRole('link').first().click()
  const panel = page.getByRole('region', { name: words('ideas.panel.title') })
  await expect(panel.getByRole('table')).toHaveCount(0)
  const score = async (impact: string) => {
    const form = panel.getByRole('form')
    for (const [criterion, mark] of Object.entries({ impact, reach: '4', effort: '2' })) {
      const group = form.getByRole('group', {
        name: words(`ideas.panel.criteria.${criterion as 'impact'}`),
      })
      await group.getByRole('radio', { name: mark }).check()
    }
    await form.getByRole('button', { name: words('ideas.panel.lock') }).click()
  }
  // The others gave 4: so far apart that it is talked over, and scored once more.
  await score('1')
  await expect(panel.getByText(words('ideas.panel.discuss'))).toBeVisible()
  await expect(panel.getByRole('row')).toHaveCount(4)
  const hr = await as('hr')
  await hr.goto(new URL(page.url()).pathname)
  await picture(hr, 'idea-panel-discussion')
  await hr.getByRole('button', { name: words('ideas.panel.again') }).click()
  await expect(hr.getByText(words('ideas.panel.states.scoring'), { exact: true })).toBeVisible()
  await scoreAgain(new URL(page.url()).pathname.split('/').pop() as string)
  await page.reload()
  await expect(panel.getByRole('row')).toHaveCount(4)
  await score('4')
  await expect(panel.getByRole('table')).toHaveCount(2)
  await expect(panel.getByRole('row')).toHaveCount(8)
  await expect(panel.getByText(words('ideas.panel.states.closed'))).toBeVisible()
  await picture(page, 'idea-panel')
  await page.goto('/ideas/value')
  const first = (title.split('\n')[0] ?? '').trim()
  await expect(page.getByRole('list', { name: words('ideas.panel.ranking') })).toContainText(first)
})

test('two ideas that are one are merged and taken apart; half of one is split off, and HR seats and reseats its panel', async ({
  as,
  words,
  picture,
}) => {
  const page = await as('hr')
  const sent: string[] = []
  for (const title of ['Полиця для шоломів біля входу', 'Місце для велосипедних шоломів']) {
    await page.goto('/ideas/new')
    await page.getByLabel(words('ideas.form.title')).fill(title)
    await page.getByLabel(words('ideas.form.area')).selectOption({ label: 'Як ми працюємо' })
    await page.getByRole('button', { name: words('ideas.form.send') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    sent.push(new URL(page.url()).pathname.split('/').pop() as string)
  }
  const [one, two] = sent
  const operator = await as('operator')
  await operator.goto(`/ideas/${one}`)
  await operator.locator('button[name=support]').click()
  await expect(operator.locator('button[name=support]')).toHaveAttribute('aria-pressed', 'true')

  const owner = await as('supervisor')
  const act = async (name: 'merge' | 'unmerge' | 'split') => {
    await owner
      .getByText(words(`ideas.desk.acts.${name}`))
      .first()
      .click()
    const form = owner.getByRole('form', { name: words(`ideas.desk.acts.${name}`) })
    if (name === 'merge') await form.getByLabel(words('ideas.desk.into')).fill(two as string)
    const why = name === 'split' ? words('ideas.desk.partTitle') : words('ideas.desk.why')
    await form.getByLabel(why).fill(name === 'split' ? PART : 'Це про одне й те саме, відповімо разом.')
    await form.getByRole('button', { name: words(`ideas.desk.does.${name}`) }).click()
  }
  await owner.goto(`/ideas/${one}`)
  await act('merge')
  await expect(owner.getByRole('link', { name: 'Місце для велосипедних шоломів' })).toBeVisible()
  await operator.goto(`/ideas/${two}`)
  await expect(operator.locator('button[name=support]')).toHaveAttribute('aria-pressed', 'true')
  await act('unmerge')
  await expect(owner.getByRole('link', { name: 'Місце для велосипедних шоломів' })).toBeHidden()
  await operator.reload()
  await expect(operator.locator('button[name=support]')).toHaveAttribute('aria-pressed', 'false')

  await act('split')
  await expect(owner.getByRole('heading', { level: 1 })).toHaveText(PART)
  await expect(owner.getByRole('link', { name: 'Полиця для шоломів біля входу' })).toBeVisible()

  // Three supervisors are asked what it is worth; one of them never scores, and a fourth takes the seat.
  await page.goto(new URL(owner.url()).pathname)
  await page.getByText(words('ideas.panel.convene')).first().click()
  const convene = page.getByRole('form', { name: words('ideas.panel.convene') })
  const pickers = convene.getByRole('combobox').and(page.locator('input'))
  await pickers.first().click()
  const offered = convene.getByRole('option')
  await expect(offered.first()).toBeVisible()
  const known = await offered.evaluateAll((all) =>
    all.map((one) => [...one.querySelectorAll('span.block')].map((part) => part.textContent ?? '')),
  )
  const names = known
    .filter(([, detail]) => /супервізор|supervisor/i.test(detail ?? ''))
    .map(([name]) => name ?? '')
  const [, silent = '', , instead = ''] = names
  const seat = async (picker: Locator, name: string) => {
    await picker.fill(name)
    await picker.press('Enter')
    await expect(picker).toHaveValue(name)
  }
  for (const [at, name] of names.slice(0, 3).entries()) await seat(pickers.nth(at), name)
  await convene.getByRole('button', { name: words('ideas.panel.ask') }).click()
  const panel = page.getByRole('region', { name: words('ideas.panel.title') })
  await expect(panel).toContainText(silent)
  await panel.getByText(words('ideas.panel.release.title')).first().click()
  const release = panel.getByRole('form', { name: words('ideas.panel.release.title') })
  const free = release.getByRole('button', { name: words('ideas.panel.release.do') })
  await release.getByLabel(words('ideas.panel.release.who')).selectOption({ label: silent })
  await release
    .getByLabel(words('ideas.panel.release.why'))
    .selectOption({ label: words('ideas.panel.release.reasons.silent') })
  await free.click()
  await expect(release).toContainText(words('refusals.constraint.idea_releases_three'))
  await seat(release.getByRole('combobox').and(page.locator('input')), instead)
  await picture(page, 'idea-release')
  await free.click()
  const gone = panel.getByRole('list', { name: words('ideas.panel.release.released') })
  await expect(gone).toContainText(silent)
  await expect(gone).toContainText(instead)
})

test('HR says that two names mean one thing, and the search finds it by each', async ({ as, words }) => {
  const page = await as('hr')
  const found = page.getByRole('list', { name: words('ideas.list') }).getByRole('listitem')
  await page.goto('/ideas?search=шумодав')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(found).toHaveCount(0)
  await page.goto('/settings/search')
  const add = page.getByRole('form', { name: words('settings.search.add') })
  await add.getByLabel(words('settings.search.names')).fill('шумодав, гарнітура')
  await add.getByRole('button').click()
  const same = page.getByRole('listitem').filter({ hasText: 'шумодав = гарнітура' })
  await expect(same).toBeVisible()
  await page.goto('/ideas?search=шумодав')
  await expect(found.first()).toContainText(/гарнітур/i)
  await page.goto('/settings/search')
  await same.getByRole('button').click()
  await expect(same).toHaveCount(0)
})

test('a hidden author is nobody to colleagues, and answers a question without a name', async ({
  as,
  words,
}) => {
  const operator = await as('operator')
  await operator.goto('/ideas/new')
  await operator.getByLabel(words('ideas.form.title')).fill('Не читати чужі листи вголос')
  await operator.getByRole('radio', { name: words('ideas.modes.hidden') }).check()
  await operator.getByRole('button', { name: words('ideas.form.send') }).click()
  await expect(operator.getByRole('heading', { level: 1 })).toHaveText('Не читати чужі листи вголос')
  await operator.getByLabel(words('ideas.page.commentField')).fill('Це було двічі на тому тижні.')
  await operator.getByRole('button', { name: words('ideas.page.sendComment') }).click()
  await expect(operator.getByText('Це було двічі на тому тижні.')).toBeVisible()
  const colleague = await as('content')
  await colleague.goto(new URL(operator.url()).pathname)
  await expect(colleague.getByText(words('ideas.browser.thread.author'))).toBeVisible()
  await expect(colleague.getByRole('main')).toContainText(words('ideas.modeNames.hidden'))
})

test('a pulse is answered once, without a session; an answer that was lost on its way is sent again', async ({
  as,
  words,
  guard,
}) => {
  guard.allow(/api\/pulses\/answer/)
  const question = 'Чи вистачає вам тиші для роботи?'
  const hr = await as('hr')
  await hr.goto('/ideas/pulses')
  const open = hr.getByRole('form', { name: words('ideas.pulses.new') })
  await open.getByLabel(words('ideas.pulses.uk')).fill(question)
  await open.getByRole('button', { name: words('ideas.pulses.open') }).click()
  await expect(hr.getByRole('heading', { name: question })).toBeVisible()

  const page = await as('content')
  // The wait that keeps the answer from standing right behind its ticket is drawn by lot; here it is none.
  await page.addInitScript(() => {
    const draw = Crypto.prototype.getRandomValues
    Crypto.prototype.getRandomValues = function still<View extends ArrayBufferView | null>(
      array: View,
    ): View {
      if (array instanceof Uint16Array) array.fill(0)
      else draw.call(this, array as never)
      return array
    }
  })
  await page.route('**/api/pulses/answer', (route) => route.abort(), { times: 1 })
  await page.goto('/ideas/pulses')
  const form = page.getByRole('form', { name: question })
  await form.getByRole('radio', { name: '4' }).check()
  await form.getByLabel(words('ideas.browser.pulse.comment')).fill('Стало тихіше біля вікон.')
  await form.getByRole('button', { name: words('ideas.browser.pulse.send') }).click()
  await expect(form.getByText(words('ideas.browser.pulse.failed'))).toBeVisible()
  const answered = page.waitForRequest('**/api/pulses/answer')
  await form.getByRole('button', { name: words('ideas.browser.pulse.send') }).click()
  const { headers } = await answered.then(async (request) => ({ headers: await request.allHeaders() }))
  expect(headers.cookie).toBeUndefined()
  await expect(page.getByText(words('ideas.browser.pulse.sent'))).toBeVisible()
  await page.reload()
  await expect(page.getByText(words('ideas.pulses.answered'))).toBeVisible()
})
