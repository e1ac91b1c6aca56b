import { rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '#e2e/fixtures'
import { pressAt, tabTo } from '#e2e/pages/keyboard'
import { askAll, questionOf } from '#e2e/pages/learning'
import { nameOf } from '#e2e/pages/own-name'
import { signIn } from '#e2e/pages/sign-in'

test.describe.configure({ mode: 'serial' })

const REASON = 'Видано двічі, лишаємо новіший'
const NUMBER = /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}/

test('a certificate is downloaded by its holder and checked by a stranger, until it is revoked', async ({
  as,
  visitor,
  guard,
  words,
  picture,
}) => {
  guard.allow(/status of 404/)
  const holder = await as('content')
  await holder.goto('/training/mine')
  const passed = holder
    .getByRole('region', { name: words('training.mine.passed'), exact: true })
    .getByRole('listitem')
  const number = (await passed.first().textContent())?.match(NUMBER)?.[0] ?? ''
  const file = await passed
    .first()
    .getByRole('link', { name: words('training.mine.pdf') })
    .getAttribute('href')
  const pdf = await holder.request.get(file ?? '')
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await visitor.request.get(file ?? '', { maxRedirects: 0 })).status()).not.toBe(200)

  // Whoever attended says how useful it was, also of what did not work out.
  const failed = holder.getByRole('region', { name: words('training.mine.failed') })
  for (const one of [passed.first(), failed]) {
    await one.getByText(words('training.mine.rate')).first().click()
    await one.getByRole('radio', { name: '4' }).check()
    await one.getByRole('button', { name: words('training.mine.rateNow') }).click()
    await expect(one.getByText(words('training.mine.rated').split('{')[0] ?? '').first()).toBeVisible()
  }
  await picture(holder, 'own-training')

  await visitor.goto('/verify')
  const code = visitor.getByLabel(words('training.verify.code'))
  await code.fill('0000-0000-0000-0000')
  await code.press('Enter')
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(words('training.verify.unknown'))
  await code.fill(number.toLowerCase())
  await code.press('Enter')
  await expect(visitor.getByText(words('training.verify.validLead'))).toBeVisible()
  await expect(visitor.getByText(number)).toBeVisible()
  await expectAccessible(visitor)
  await picture(visitor, 'certificate-verified')

  const profile = await holder.locator('a[href^="/people/"]').first().getAttribute('href')
  const hr = await as('hr')
  await hr.goto(`/training${profile}`)
  const one = hr.getByRole('listitem').filter({ hasText: number })
  await one.getByText(words('training.mine.revoke')).first().click()
  await one.getByLabel(words('training.mine.revokeReason')).fill(REASON)
  await one.getByRole('button', { name: words('training.mine.revoke') }).click()
  await expect(one.getByText(REASON)).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByText(words('training.verify.revokedLead'))).toBeVisible()
  await expect(visitor.getByText(REASON)).toHaveCount(0)
  await holder.reload()
  await expect(passed.first().getByText(REASON)).toBeVisible()
})

test('a session that the learning centre plans is enrolled in at one press and stands in the calendar', async ({
  as,
  words,
  picture,
}) => {
  const slug = '/training/complex-complaints'
  const hr = await as('hr')
  await hr.goto(slug)
  const title = (await hr.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await hr.goto('/training/centre')
  await expectAccessible(hr)
  await picture(hr, 'learning-centre')
  const plan = hr.getByRole('form', { name: words('training.centre.plan') })
  const field = (key: string) =>
    plan.getByLabel(words(`training.centre.${key}` as 'training.centre.date'), { exact: true })
  await field('training').selectOption({ label: title })
  await field('date').fill(new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10))
  await field('time').fill('10:15')
  await field('seats').fill('1')
  await field('place').fill('Кімната 77')
  await plan.getByRole('button', { name: words('training.centre.planNow') }).click()
  await expect(hr.getByText(words('done.sessionsPlanned')).first()).toBeVisible()

  const content = await as('content')
  const row = content.getByRole('listitem').filter({ hasText: 'Кімната 77' })
  await content.goto(slug)
  await pressAt(content, row.getByRole('button'))
  await expect(row.getByText(words('training.states.booked'))).toBeVisible()
  const entry = await row.getByRole('link', { name: words('training.page.toCalendar') }).getAttribute('href')
  const file = await content.request.get(entry ?? '')
  expect(await file.text()).toContain('BEGIN:VEVENT')

  // It is cancelled: whoever sat there reads why on the page, and stands among those who ask.
  await hr.goto(`/training/sessions/${entry?.split('/').at(-1)}`)
  await hr
    .locator('summary')
    .filter({ hasText: words('training.session.cancel') })
    .click()
  const cancel = hr.getByRole('form', { name: words('training.session.cancel') })
  await cancel.getByLabel(words('training.centre.reason')).fill(REASON)
  await cancel.getByRole('button').click()
  await expect(hr.getByText(REASON)).toBeVisible()
  await content.reload()
  await expect(content.getByText(REASON)).toBeVisible()
  await picture(content, 'session-cancelled')
  await content.getByRole('button', { name: words('training.ask.stop') }).click()
  await expect(content.getByText(REASON)).toHaveCount(0)
})

test('yesterday’s group is marked from a phone, and a pass stands with its certificate', async ({
  as,
  words,
  picture,
}) => {
  const hr = await as('hr')
  await hr.setViewportSize({ width: 360, height: 740 })
  await hr.goto('/training/centre')
  await hr
    .getByRole('list', { name: words('training.centre.unmarked') })
    .getByRole('link')
    .first()
    .click()
  const form = hr.getByRole('form', { name: words('training.session.people') })
  const first = form.getByRole('listitem').first()
  const name = (await first.locator('legend').textContent()) ?? ''
  await first.getByRole('radio', { name: words('training.session.marks.passed'), exact: true }).check()
  await first.getByRole('spinbutton').fill('88')
  const second = form.getByRole('listitem').nth(1)
  await second.getByRole('radio', { name: words('training.session.marks.absent'), exact: true }).check()
  await picture(hr, 'session-marks')
  await hr.getByRole('button', { name: words('training.session.saveRest') }).click()
  const third = form.getByRole('listitem').nth(1)
  await expect(third.getByRole('radio', { name: words('training.session.marks.present') })).toBeChecked()
  await hr.getByRole('link', { name }).click()
  await expect(hr.getByRole('heading', { level: 1 })).toHaveText(name)
  const passed = hr.getByRole('region', { name: words('training.mine.passed'), exact: true })
  await expect(
    passed.getByRole('listitem').first().getByText(words('training.mine.pdf')).first(),
  ).toBeVisible()
})

test('by keyboard alone a course is found, begun and read; its quiz goes on on another machine, and says what was right', async ({
  as,
  browser,
  contextOptions,
  guard,
  words,
  picture,
}) => {
  test.setTimeout(60_000)
  const course = '/training/service-standard'
  const page = await as('operator')
  await page.goto('/training')
  await tabTo(page, page.getByRole('searchbox', { name: words('training.search') }))
  // Another form of each word than stands in the title, and a slip in one of them.
  await page.keyboard.type('стандарти сервісу')
  await page.keyboard.press('Enter')
  await page.waitForURL(/search=/)
  await pressAt(page, page.locator(`a[href="${course}"]`))
  await page.waitForURL(`**${course}`)
  await expectAccessible(page)
  await pressAt(page, page.getByRole('button', { name: words('training.page.begin') }))
  const lessons = page.getByRole('list', { name: words('training.course.lessons') }).getByRole('link')
  await expect(page.getByRole('meter')).toBeVisible()
  await picture(page, 'course')
  const count = await lessons.count()
  await pressAt(page, lessons.first())
  for (let at = 1; at <= count; at++) {
    await page.waitForURL(new RegExp(`at=${at}$`))
    const last = at === count
    await pressAt(
      page,
      page.getByRole('button', { name: words(last ? 'training.course.readLast' : 'training.course.readOn') }),
    )
  }
  await askAll('service-standard')
  await pressAt(page, page.getByRole('button', { name: words('training.quiz.start') }))
  await page.waitForURL('**/quiz')
  await expectAccessible(page)
  await picture(page, 'quiz')
  const kept = (on: Page) =>
    on
      .getByRole('navigation', { name: words('training.quiz.all') })
      .getByRole('link', { name: words('training.quiz.answeredTab') })
  const one = await questionOf('operator', 'single')
  await chooseRight(page, one)
  await picture(page, 'quiz-single')
  await pressAt(page, page.getByRole('button', { name: words('training.quiz.keep') }))
  await expect(kept(page)).toHaveCount(1)
  // The machine breaks down in the middle of the quiz.
  await page.close()

  const elsewhere = await browser.newContext(contextOptions)
  guard.watch(elsewhere)
  const other = await elsewhere.newPage()
  await signIn(other, 'operator', words)
  await other.goto(course)
  await pressAt(other, other.getByRole('button', { name: words('training.quiz.goOn') }))
  await other.waitForURL('**/quiz')
  await expect(kept(other)).toHaveCount(1)
  const short = await questionOf('operator', 'text')
  await pressAt(other, other.locator(`a[href$="?at=${short.position}"]`))
  await tabTo(other, other.getByRole('textbox', { name: short.prompt }))
  await other.keyboard.type(` ${short.right.toUpperCase()}`)
  await picture(other, 'quiz-text')
  await pressAt(other, other.getByRole('button', { name: words('training.quiz.keep') }))
  await expect(kept(other)).toHaveCount(2)
  await pressAt(other, other.getByRole('button', { name: words('training.quiz.finish') }))
  const answers = other.getByRole('region', { name: words('training.quiz.answers') }).getByRole('listitem')
  for (const { prompt } of [one, short])
    await expect(answers.filter({ hasText: prompt })).toContainText(words('training.quiz.right'))
  await expect(answers.filter({ hasText: words('training.quiz.none') }).first()).toBeVisible()
  await picture(other, 'quiz-result')
  // The next attempt waits for its pause.
  await other.goto(course)
  await expect(other.getByText(words('training.quiz.pause').split('{')[0]?.trim() ?? '')).toBeVisible()
  await expect(other.getByRole('button', { name: words('training.quiz.start') })).toHaveCount(0)
  await elsewhere.close()
})

/** By keyboard: to the question, into its group, and down to what is right. */
const chooseRight = async (
  page: Page,
  { position, prompt, right }: Awaited<ReturnType<typeof questionOf>>,
) => {
  await pressAt(page, page.locator(`a[href$="?at=${position}"]`))
  const radios = page.getByRole('group', { name: prompt }).getByRole('radio')
  await tabTo(page, radios.first())
  await page.keyboard.press('Space')
  const wanted = page.getByRole('radio', { name: right, exact: true })
  for (let at = await radios.count(); at > 0 && !(await wanted.isChecked()); at--)
    await page.keyboard.press('ArrowDown')
  await expect(wanted).toBeChecked()
}

test('a supervisor sees how the team stands and asks one to learn by a day; the learning centre adds a question', async ({
  as,
  words,
  picture,
}) => {
  const page = await as('supervisor')
  await page.goto('/training/team')
  await expectAccessible(page)
  await picture(page, 'team-matrix')
  const form = page.getByRole('form', { name: words('training.team.assign') })
  await form.getByLabel(words('training.team.training'), { exact: true }).selectOption({ index: 4 })
  await form
    .getByLabel(words('training.team.dueOn'))
    .fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10))
  const operator = await as('operator')
  await operator.goto('/training/mine')
  await form.getByRole('checkbox', { name: await nameOf(operator) }).check()
  await form.getByRole('button', { name: words('training.team.assignNow') }).click()
  await expect(page.getByText(words('done.trainingAssigned')).first()).toBeVisible()
  // It was the wrong person: taken back with a reason, which they read.
  await page.getByRole('link', { name: words('training.team.byTraining') }).click()
  await expect(page.getByRole('region', { name: words('training.team.trainings') })).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'team-by-training')
  await page
    .getByRole('region', { name: words('training.team.trainings') })
    .getByRole('link', { name: await nameOf(operator) })
    .first()
    .click()
  const assigned = page.getByRole('region', { name: words('training.mine.assignedOf') })
  await assigned.getByText(words('training.mine.withdrawAssignment')).first().click()
  await assigned.getByLabel(words('training.mine.revokeReason')).fill(REASON)
  await assigned.getByRole('button', { name: words('training.mine.withdrawNow') }).click()
  await expect(assigned.getByText(REASON)).toBeVisible()
  await operator.reload()
  await expect(operator.getByText(REASON)).toBeVisible()

  const hr = await as('hr')
  await hr.goto('/training/centre/voice-and-rest')
  await picture(hr, 'course-desk')
  await hr.getByText(words('training.desk.addQuestion')).first().click()
  const add = hr.getByRole('form', { name: words('training.desk.addQuestion') })
  await add
    .getByLabel(words('training.desk.promptUk'), { exact: true })
    .fill('Скільки хвилин триває розминка?')
  await add.getByLabel(words('training.desk.optionsUk'), { exact: true }).fill('пʼять\nтридцять')
  await add.getByLabel(words('training.desk.explanationUk'), { exact: true }).fill('Пʼять хвилин до зміни')
  await add.getByRole('button').click()
  await expect(add.getByText(words('refusals.constraint.quiz_questions_sound')).first()).toBeVisible()
  await add.getByLabel(words('training.desk.optionsUk'), { exact: true }).fill('*пʼять\nтридцять')
  await add.getByRole('button').click()
  await expect(hr.getByRole('listitem').filter({ hasText: 'Скільки хвилин триває розминка?' })).toBeVisible()
})

test('a mentor signs what was shown; the learning centre tries a sheet before it takes it', async ({
  as,
  words,
  picture,
}) => {
  const mentor = await as('mentor')
  await mentor.goto('/training/mine')
  const sign = mentor.getByRole('region', { name: words('training.checks.toSign') }).getByRole('form', {
    name: new RegExp(`^${words('training.checks.signOf').split('{')[0]}`),
  })
  const first = sign.first()
  const boxes = await first.getByRole('checkbox').count()
  const item = (await first.getByRole('checkbox').first().locator('..').innerText()).trim()
  await first.getByRole('checkbox').first().check()
  await first.getByLabel(words('training.checks.note')).fill('Упевнено, без підказок')
  await first.getByRole('button', { name: words('training.checks.sign') }).click()
  await expect(first.getByRole('checkbox')).toHaveCount(boxes - 1)
  await expectAccessible(mentor)
  await picture(mentor, 'to-sign')
  const operator = await as('operator')
  await operator.goto('/training/second-project')
  await expect(operator.getByRole('listitem').filter({ hasText: item })).toContainText(
    'Упевнено, без підказок',
  )

  const hr = await as('hr')
  await hr.goto('/training/centre/import')
  const form = hr.getByRole('form', { name: words('training.imports.completions') })
  const sheet = (...rows: string[]) => ({
    name: 'passed.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['email;training;date;score', ...rows].join('\n')),
  })
  const large = join(tmpdir(), `large-${Date.now()}.csv`)
  await writeFile(large, '')
  await truncate(large, 60 * 1024 * 1024)
  await form.locator('input[type=file]').setInputFiles(large)
  await expect(form.getByText(words('ui.browser.fileTooLarge'))).toBeVisible()
  await form.getByRole('button', { name: words('ui.sheet.try') }).click()
  await expect(form.getByText(words('ui.browser.fileTooLarge'))).toBeVisible()
  await rm(large)
  await form
    .locator('input[type=file]')
    .setInputFiles(
      sheet(
        'operator@sviato.test;data-lab;2026-05-14;90',
        'operator@sviato.test;diagnostics;2099-01-01;90',
        'nobody@sviato.test;data-lab;2026-05-14;90',
        'operator@sviato.test;no-such;2026-05-14;90',
        'operator@sviato.test;data-lab;2026-05-15;900',
      ),
    )
  await form.getByRole('button', { name: words('ui.sheet.try') }).click()
  for (const fault of [/3.+date/, /4.+email/, /5.+training/, /6.+score/])
    await expect(form.getByText(fault).first()).toBeVisible()
  await picture(hr, 'import-wrong-rows')
  await form.locator('input[type=file]').setInputFiles(sheet('operator@sviato.test;data-lab;2026-05-14;90'))
  await form.getByRole('button', { name: words('ui.sheet.try') }).click()
  await expect(form.getByText(words('ui.sheet.tried').split('{')[0]?.trim() ?? '').first()).toBeVisible()
  await hr.goto('/training/centre/numbers')
  await expectAccessible(hr)
  await picture(hr, 'training-numbers')
})
