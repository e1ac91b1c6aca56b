import { Client } from 'pg'
import readExcel from 'read-excel-file/node'
import { expect, test } from '#e2e/fixtures'
import { lane } from '#e2e/lane'

const TITLE = 'Показувати новачкам карту залу'
const BODY = 'У перший день ніхто не знає, де сидить супервізор і де кухня.'
const MAP = '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'
const REPLY = 'Гарна думка, надрукуємо карту до понеділка й повісимо біля входу.'
const LONG = 'Написане довго й уважно. '.repeat(20).trim()

/** Headers that a program may send again. */
const plain = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^:|^(host|content-length|connection)$/.test(name)),
  )

/** What came without a name today came yesterday: it stands in the box from the next day. */
const passNight = async () => {
  const client = new Client({ connectionString: lane().ownerUrl })
  await client.connect()
  const today = "(now() at time zone 'Europe/Kyiv')::date"
  // Postgres keeps the day of sending from everybody else.
  await client.query(`
    begin;
    alter table ideas disable trigger ideas_kept;
    update ideas set submitted_on = submitted_on - 1 where author_mode = 'anonymous' and submitted_on >= ${today};
    alter table ideas enable trigger ideas_kept;
    commit`)
  await client.query(
    `update idea_comments set said_on = said_on - 1 where author_id is null and said_on >= ${today}`,
  )
  await client.end()
}

test('an operator sends an idea in three steps, the supervisor answers it, the operator hears it live', async ({
  as,
  words,
  picture,
}) => {
  const colleague = await as('content')
  await colleague.goto('/ideas')
  const before = await colleague.getByRole('list', { name: words('ideas.list') }).innerText()
  const operator = await as('operator')
  // From any page, by keys; a page that is not awake yet hears none.
  await operator.goto('/workplace')
  await expect(async () => {
    await operator.keyboard.press('Alt+i')
    await expect(operator).toHaveURL(/\/ideas\/new$/, { timeout: 1000 })
  }).toPass()
  await operator.getByLabel(words('ideas.form.title')).fill(TITLE)
  await operator.getByLabel(words('ideas.form.area')).selectOption({ label: 'Як ми працюємо' })
  await operator.getByText(words('ideas.form.more')).click()
  await operator.getByLabel(words('ideas.form.body')).fill(BODY)
  // A document names its author inside: it stays here while the author wants to stay unnamed.
  const document = operator.getByLabel(words('ideas.form.document'))
  await document.setInputFiles({ name: 'карта.exe', mimeType: 'text/html', buffer: Buffer.from(MAP) })
  await operator.getByRole('radio', { name: words('ideas.modes.anonymous') }).check()
  await expect(document).toBeHidden()
  await operator.getByRole('radio', { name: words('ideas.modes.named') }).check()
  await operator.getByRole('button', { name: words('ideas.form.send') }).click()
  await expect(operator.getByRole('heading', { level: 1 })).toHaveText(TITLE)
  const kept = operator.getByRole('list', { name: words('ideas.page.documents') }).getByRole('link')
  await expect(kept).toHaveText('карта.pdf')
  const file = await operator.request.get((await kept.getAttribute('href')) as string)
  expect(file.headers()['content-disposition']).toMatch(/^attachment/)
  expect(await file.text()).toBe(MAP)
  await expect(operator.getByText(words('ideas.page.ownVote'))).toBeVisible()
  const address = new URL(operator.url()).pathname

  // The open box says that there is news, and moves only when asked.
  const news = colleague.locator('.fresh').getByRole('button')
  await expect(news).toBeVisible()
  const rows = colleague.getByRole('list', { name: words('ideas.list') })
  expect(await rows.innerText()).toBe(before)
  await news.click()
  await expect(rows).toContainText(TITLE)
  await expect(news).toBeHidden()

  const supervisor = await as('supervisor')
  await supervisor.goto('/ideas/queue')
  await supervisor.getByRole('link', { name: TITLE }).click()
  const form = supervisor.getByRole('form', { name: words('ideas.answer.title') })
  await expect(form.getByLabel(words('ideas.answer.state'))).toBeVisible()
  await form.getByLabel(words('ideas.answer.body')).fill('ок')
  await form.getByRole('button', { name: words('ideas.answer.send') }).click()
  await expect(form.getByRole('alert')).toBeVisible()
  await form.getByLabel(words('ideas.answer.body')).fill(REPLY)
  await form.getByRole('button', { name: words('ideas.answer.send') }).click()
  await expect(supervisor.getByRole('list', { name: words('ideas.page.thread') })).toContainText(REPLY)
  await picture(supervisor, 'idea-answered')

  // Nothing was reloaded since the idea was sent.
  const toast = operator.getByRole('status').filter({ hasText: TITLE })
  await expect(toast).toBeVisible()
  await toast.getByRole('link').click()
  await expect(operator).toHaveURL(new RegExp(`${address}$`))
  await operator.reload()
  await expect(operator.getByRole('list', { name: words('ideas.page.thread') })).toContainText(REPLY)

  // Whoever is called by name is offered while the name is typed, and chosen by keys.
  const field = operator.getByLabel(words('ideas.page.commentField'))
  await field.pressSequentially('Дякую, @о')
  const offered = operator.getByRole('listbox', { name: words('ideas.browser.mention.label') })
  await expect(offered.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await field.press('ArrowDown')
  await field.press('ArrowUp')
  const called = (await offered.getByRole('option').first().locator('span.block').first().innerText()).trim()
  await field.press('Enter')
  await expect(field).toHaveValue(`Дякую, @${called} `)
  await expect(offered).toBeHidden()
})

test('while somebody writes, ideas like it are offered in any word form', async ({ as, words }) => {
  const page = await as('content')
  await page.goto('/training')
  await page
    .getByRole('banner')
    .getByRole('link', { name: words('layout.newIdea') })
    .click()
  await page.getByLabel(words('ideas.form.title')).pressSequentially('жалюзями на вікнa')
  const offered = page.getByRole('region', { name: words('ideas.browser.similar.title') })
  await expect(offered.getByRole('link', { name: 'Жалюзі на вікна з боку проспекту' })).toBeVisible()
})

test('support is one press and one more takes it back', async ({ as, words }) => {
  const page = await as('content')
  await page.goto('/ideas?sort=supported')
  const button = page.getByRole('main').locator('button[name=support][aria-pressed=false]').first()
  const title = await button.locator('xpath=ancestor::li').getByRole('link').first().innerText()
  const row = page.getByRole('listitem').filter({ hasText: title })
  await button.click()
  await expect(row.locator('button[name=support]')).toHaveAttribute('aria-pressed', 'true')
  await row.locator('button[name=support]').click()
  await expect(row.locator('button[name=support]')).toHaveAttribute('aria-pressed', 'false')

  // The same by keys alone, which can be read and turned off.
  await page.getByRole('heading', { level: 1 }).click()
  const links = page.getByRole('list', { name: words('ideas.list') }).locator('li > div > a')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(links.nth(2)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(links.nth(1)).toBeFocused()
  await row.getByRole('link').focus()
  await page.keyboard.press('s')
  await expect(row.locator('button[name=support]')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('s')
  await expect(row.locator('button[name=support]')).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('/')
  const search = page.getByLabel(words('ideas.filter.search'))
  await expect(search).toBeFocused()
  await page.keyboard.type('jn')
  await expect(search).toHaveValue('jn')
  await page.getByText(words('ideas.browser.keys.title'), { exact: true }).click()
  await page.getByRole('checkbox', { name: words('ideas.browser.keys.on') }).uncheck()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('j')
  await expect(page.getByRole('main').locator('li a:focus')).toHaveCount(0)
  await page.getByRole('checkbox', { name: words('ideas.browser.keys.on') }).check()

  // Opened, said something to, followed and left again without a mouse.
  await row.getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByText(words('ideas.browser.keys.title'), { exact: true })).toBeVisible()
  await page.keyboard.press('c')
  await page.keyboard.type('У нас так само, щодня.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: words('ideas.page.thread') })).toContainText(
    'У нас так само, щодня.',
  )
  await page.keyboard.press('f')
  await expect(page.getByRole('button', { name: words('ideas.browser.follow.leave') })).toBeVisible()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: words('ideas.browser.follow.share') }).click()
  await expect(page.getByRole('button', { name: words('ideas.browser.follow.copied') })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('ideas.title'))
})

test('an anonymous author gets a code once, reads the answer with it without signing in and writes on', async ({
  as,
  browser,
  locale,
  visitor,
  words,
  picture,
}) => {
  const title = 'Нехай звіти не звучать як докір'
  const operator = await as('operator')
  await operator.goto('/ideas/new')
  await operator.getByLabel(words('ideas.form.title')).fill(title)
  await operator.getByLabel(words('ideas.form.area')).selectOption({ label: 'Як ми працюємо' })
  await operator.getByRole('radio', { name: words('ideas.modes.anonymous') }).check()
  await operator.getByRole('button', { name: words('ideas.form.send') }).click()
  const link = operator.getByRole('link', { name: words('ideas.browser.receipt.link') })
  await expect(link).toBeVisible()
  await picture(operator, 'idea-receipt')
  const address = (await link.getAttribute('href')) ?? ''
  expect(address).toMatch(/^\/answer#[\w-]{22}$/)

  const supervisor = await as('supervisor')
  await supervisor.goto('/ideas/queue')
  await expect(supervisor.getByRole('link', { name: title })).toHaveCount(0)
  await passNight()
  await supervisor.reload()
  await supervisor.getByRole('link', { name: title }).click()
  await expect(supervisor.getByText(words('ideas.modeNames.anonymous')).first()).toBeVisible()
  const form = supervisor.getByRole('form', { name: words('ideas.answer.title') })
  await form.getByRole('radio', { name: words('ideas.answer.question') }).check()
  await expect(form.getByLabel(words('ideas.answer.state'))).toBeHidden()
  await form.getByLabel(words('ideas.answer.body')).fill('Який саме звіт ви маєте на увазі?')
  await form.getByRole('button', { name: words('ideas.answer.send') }).click()
  await expect(supervisor.getByText('Який саме звіт ви маєте на увазі?')).toBeVisible()

  await visitor.goto(address)
  await expect(visitor.getByText('Який саме звіт ви маєте на увазі?')).toBeVisible()
  expect(visitor.url()).not.toContain('#')
  await visitor.getByLabel(words('ideas.code.replyField')).fill('Щоденний, той, що о девʼятій.')
  await visitor.getByRole('button', { name: words('ideas.code.send'), exact: true }).click()
  await expect(visitor.getByText(words('ideas.code.sent'))).toBeVisible()
  await picture(visitor, 'answer-by-code')
  await passNight()
  await supervisor.reload()
  await expect(supervisor.getByText('Щоденний, той, що о девʼятій.')).toBeVisible()

  // Whom nobody can write to reads by the code why the idea is gone.
  const reason = 'Тут названо людину, якої це не стосується.'
  const hr = await as('hr')
  await hr.goto(new URL(supervisor.url()).pathname)
  await hr.getByText(words('ideas.moderation.remove'), { exact: true }).first().click()
  const removal = hr.getByRole('form', { name: words('ideas.moderation.remove') })
  await removal.getByLabel(words('ideas.moderation.reason')).fill(reason)
  await removal.getByRole('button', { name: words('ideas.moderation.remove') }).click()
  await expect(hr.getByText(reason)).toBeVisible()
  await visitor.getByRole('button', { name: words('ideas.code.read') }).click()
  await expect(visitor.getByText(reason)).toBeVisible()

  // Past the limit of an hour, or on a lost line, nothing of what stands in the field is lost.
  const field = visitor.getByLabel(words('ideas.code.replyField'))
  const send = visitor.getByRole('button', { name: words('ideas.code.send'), exact: true })
  await field.fill('Прикладу ще одне: про тижневий звіт.')
  const [sent] = await Promise.all([visitor.waitForRequest((one) => one.method() === 'POST'), send.click()])
  await expect(visitor.getByText(words('ideas.code.sent'))).toBeVisible()
  const [headers, data] = [await sent.allHeaders(), sent.postDataBuffer() ?? undefined]
  await Promise.all(
    Array.from({ length: 20 }, () => visitor.request.post('/answer', { headers: plain(headers), data })),
  )
  await visitor.getByRole('button', { name: words('ideas.code.read') }).click()
  await expect(visitor.getByText('Прикладу ще одне: про тижневий звіт.')).toHaveCount(1)
  await field.fill(LONG)
  await send.click()
  await expect(visitor.getByText(words('ideas.code.kept'))).toBeVisible()
  await expect(field).toHaveValue(LONG)
  const quiet = await browser.newContext({ javaScriptEnabled: false, locale })
  const page = await quiet.newPage()
  await page.goto('/answer')
  await page.getByLabel(words('ideas.code.field')).fill(address.split('#')[1] ?? '')
  await page.getByRole('button', { name: words('ideas.code.read') }).click()
  await page.getByLabel(words('ideas.code.replyField')).fill(LONG)
  await page.getByRole('button', { name: words('ideas.code.send'), exact: true }).click()
  await expect(page.getByText(words('ideas.code.kept'))).toBeVisible()
  await expect(page.getByLabel(words('ideas.code.replyField'))).toHaveValue(LONG)
  await quiet.close()
})

test('during a call a customer’s wish is noted: new, then once more, and each contact once', async ({
  as,
  words,
}) => {
  const wish = 'Оплата замовлення двома картками'
  const page = await as('content')
  await page.goto('/ideas/asks')
  await page.getByText(words('ideas.asks.another'), { exact: true }).first().click()
  const fresh = page.getByRole('form', { name: words('ideas.asks.another') })
  await fresh.getByLabel(words('ideas.asks.wish')).fill(wish)
  await fresh.getByLabel(words('ideas.asks.reference')).fill('call-70001')
  await fresh.getByRole('button', { name: words('ideas.asks.log') }).click()
  await expect(fresh.getByText(words('done.contactLogged'))).toBeVisible()
  const costs = page.getByRole('list', { name: words('ideas.asks.costs') })
  await page.getByLabel(words('ideas.asks.search')).fill('замовлень картками')
  await page.getByLabel(words('ideas.asks.search')).press('Enter')
  await expect(costs.getByRole('listitem')).toHaveCount(1)
  const again = page.getByRole('form', { name: words('ideas.asks.known') })
  await again.getByLabel(words('ideas.asks.what')).selectOption({ label: wish })
  for (const [reference, said] of [
    ['call-70001', words('refusals.constraint.idea_contacts_once')],
    ['call-70002', words('done.contactLogged')],
  ] as const) {
    await again.getByLabel(words('ideas.asks.reference')).fill(reference)
    await again.getByRole('button', { name: words('ideas.asks.log') }).click()
    await expect(again.getByText(said).first()).toBeVisible()
  }
  await expect(costs).toContainText(/2 (звернення|contacts)/)
})

test('HR asks a question only when the last one is closed; its outcome stands for everybody', async ({
  as,
  words,
}) => {
  const page = await as('hr')
  await page.goto('/ideas/campaigns')
  // Pulses count too, and other tests ask some.
  const budget = page.getByRole('form', { name: words('ideas.health.budget') })
  await budget.getByLabel(words('ideas.health.budget')).fill('7')
  await budget.getByRole('button', { name: words('ideas.health.save') }).click()
  await expect(budget.getByText(words('done.saved'))).toBeVisible()
  const ask = page.getByRole('form', { name: words('ideas.campaignsPage.new') })
  await ask.getByLabel(words('ideas.campaignsPage.uk')).fill('Що допомогло вам цього тижня?')
  await ask.getByRole('button', { name: words('ideas.campaignsPage.ask') }).click()
  await expect(ask.getByRole('alert')).toContainText(words('refusals.constraint.campaigns_one_question'))
  await page.getByText(words('ideas.campaignsPage.close')).first().click()
  const close = page.getByRole('form', { name: new RegExp(`^${words('ideas.campaignsPage.close')}`) }).first()
  await close.getByLabel(words('ideas.campaignsPage.outcome')).fill('Прочитали все, починаємо з тиші в залі.')
  await close.getByRole('button', { name: words('ideas.campaignsPage.finish') }).click()
  await expect(page.getByText('Прочитали все, починаємо з тиші в залі.')).toBeVisible()
  await ask.getByText(words('ideas.campaignsPage.oneTap'), { exact: true }).first().click()
  await ask.getByLabel(words('ideas.campaignsPage.choicesUk')).fill('Тиша\nПідказки')
  await ask.getByRole('button', { name: words('ideas.campaignsPage.ask') }).click()
  await expect(page.getByRole('heading', { name: 'Що допомогло вам цього тижня?' })).toBeVisible()
  // One press on the first page of the day, and words beside it for who has some.
  const operator = await as('operator')
  await operator.goto('/')
  const card = operator.getByRole('region', { name: words('ideas.question.title') })
  await expect(card).toContainText('Що допомогло вам цього тижня?')
  await card.getByRole('button', { name: 'Тиша' }).click()
  await expect(card.getByText(words('done.tapped'))).toBeVisible()
  await card.getByRole('link', { name: words('ideas.question.answer') }).click()
  await operator.getByLabel(words('ideas.question.field')).fill('Нова підказка в картці клієнта.')
  await operator.getByRole('button', { name: words('ideas.question.send') }).click()
  await expect(operator.getByRole('heading', { level: 1 })).toHaveText('Нова підказка в картці клієнта')
})

test('the box is not for everybody everywhere: no queue for an operator, no idea that is not there', async ({
  as,
  guard,
}) => {
  guard.allow(/404/)
  const page = await as('operator')
  expect((await page.goto('/ideas/queue'))?.status()).toBe(404)
  expect((await page.goto('/ideas/99999999999'))?.status()).toBe(404)
  expect((await page.goto('/ideas/nothing'))?.status()).toBe(404)
})

test('HR takes all ideas along as a workbook, as text or as a feed, whose address ends when it is revoked', async ({
  as,
  visitor,
  words,
}) => {
  const page = await as('hr')
  const hr = page.request
  const book = await hr.get('/api/ideas/export?format=xlsx')
  expect(book.headers()['content-disposition']).toContain('ideas.xlsx')
  const [sheet] = await readExcel(await book.body())
  const text = (await (await hr.get('/api/ideas/export')).text()).trimEnd()
  expect(text).toContain(String(sheet?.data[1]?.[1]))
  expect(sheet?.data.length).toBeGreaterThan(20)
  expect((await (await as('operator')).request.get('/api/ideas/export?format=xlsx')).status()).toBe(404)

  await page.goto('/ideas/areas')
  const make = page.getByRole('form', { name: words('ideas.feed.make') })
  await make.getByLabel(words('ideas.feed.area')).selectOption({ label: 'Як ми працюємо' })
  await make.getByRole('button', { name: words('ideas.feed.make') }).click()
  const address =
    /\/api\/ideas\/feed\?token=[\w-]+/.exec(await make.getByText(/feed\?token=/).innerText())?.[0] ?? ''
  const feed = await visitor.request.get(address)
  expect(feed.headers()['content-type']).toContain('application/atom+xml')
  expect(await feed.text()).toMatch(/<entry>[\s\S]*<author><name>/)
  const kept = page.getByRole('list', { name: words('ideas.feed.title') })
  await kept.getByRole('button', { name: words('ideas.feed.revoke') }).click()
  await expect(kept).toBeHidden()
  expect((await visitor.request.get(address)).status()).toBe(404)
})

test('HR connects a tracker, whose key is shown once; an address inside is refused', async ({
  as,
  words,
}) => {
  const page = await as('hr')
  await page.goto('/ideas/trackers')
  const form = page.getByRole('form', { name: words('ideas.trackers.new') })
  const connect = async (address: string) => {
    await form.getByLabel(words('ideas.trackers.url')).fill(address)
    await form.getByRole('button', { name: words('ideas.trackers.open') }).click()
  }
  await connect('https://169.254.169.254/latest')
  await expect(form.getByText(words('refusals.ideas.insideAddress')).first()).toBeVisible()
  await connect('https://tracker.example.org/hooks')
  await expect(form.getByText(/whsec_/)).toBeVisible()
  const list = page.getByRole('list', { name: words('ideas.trackers.title') })
  await expect(list).toContainText('tracker.example.org')
  await expect(list).not.toContainText('whsec_')
  await list.getByText(words('ideas.trackers.close')).first().click()
  await list.getByRole('button', { name: words('ideas.trackers.close') }).click()
  await expect(page.getByText(words('ideas.trackers.empty'))).toBeVisible()
})
