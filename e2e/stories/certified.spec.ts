import type { Page } from '@playwright/test'
import type { Account } from '#e2e/fixtures'
import { expect, test } from '#e2e/fixtures'
import { answerRightly, letTimePass, planOneSeat, readLessons } from '#e2e/pages/learning'
import { hireNewcomer } from '#e2e/pages/newcomer'
import { signIn } from '#e2e/pages/sign-in'

const SLUG = 'mentor-school'
const COURSE = '/training/voice-and-rest'
const NUMBER = /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}/

test('from the gap to a seat, a pass, a certificate that verifies, a confirmed level and more readiness', async ({
  as,
  browser,
  contextOptions,
  guard,
  visitor,
  words,
  picture,
}) => {
  test.setTimeout(120_000)
  const mark = Date.now().toString(36)
  const newcomer = await hireNewcomer(mark)
  const room = `Кімната ${mark}`
  const sessionId = await planOneSeat(SLUG, room)
  const context = await browser.newContext(contextOptions)
  guard.watch(context)
  const person = await context.newPage()
  await signIn(person, newcomer.email.split('@')[0] as Account, words)
  const content = await as('content')
  const row = (page: Page) => page.getByRole('listitem').filter({ hasText: room })
  const readiness = async () => {
    await person.goto('/career/path?target=mentor')
    return Number(await person.getByRole('meter').first().getAttribute('value'))
  }
  const before = await readiness()

  await test.step('the only seat is taken by a colleague; the gap leads to the line behind it', async () => {
    await content.goto(`/training/${SLUG}`)
    await row(content).getByRole('button').click()
    await expect(row(content).getByText(words('training.states.booked'))).toBeVisible()
    await person.goto('/training?for=next-rung')
    await person.locator(`a[href="/training/${SLUG}"]`).click()
    await person.waitForURL(`**/training/${SLUG}`)
    await row(person).getByRole('button').click()
    await expect(
      row(person).getByText(words('training.page.line').replace('{line, number}', '1')),
    ).toBeVisible()
  })

  await test.step('the colleague gives it back, and the line moves up', async () => {
    await row(content)
      .getByRole('button', { name: words('training.page.withdraw') })
      .click()
    await expect(row(content).getByText(words('training.states.booked'))).toHaveCount(0)
    await person.reload()
    await expect(row(person).getByText(words('training.states.booked'))).toBeVisible()
  })

  await test.step('the session is over, and the learning centre marks a pass: readiness rises', async () => {
    await letTimePass(sessionId)
    const hr = await as('hr')
    await hr.goto(`/training/sessions/${sessionId}`)
    const form = hr.getByRole('form', { name: words('training.session.people') })
    await form.getByRole('radio', { name: words('training.session.marks.passed'), exact: true }).check()
    await form.getByRole('spinbutton').fill('91')
    await hr.getByRole('button', { name: words('training.session.save') }).click()
    await expect(form).toHaveCount(0)
    expect(await readiness()).toBeGreaterThan(before)
  })
  const passed = await readiness()

  await test.step('a course at one’s own pace ends with its quiz', async () => {
    await person.goto(COURSE)
    await person.getByRole('button', { name: words('training.page.begin') }).click()
    await expect(person.getByText(words('training.quiz.lessonsFirst'))).toBeVisible()
    await readLessons(newcomer.id, 'voice-and-rest')
    await person.reload()
    await person.getByRole('button', { name: words('training.quiz.start') }).click()
    await expect(person.getByRole('button', { name: words('training.quiz.keep') })).toBeVisible()
    await answerRightly(newcomer.id)
    await person.getByRole('button', { name: words('training.quiz.finish') }).click()
    await expect(person.getByRole('link', { name: words('training.quiz.toCertificate') })).toBeVisible()
  })

  await test.step('a stranger checks the certificate; its badge is signed with the published key', async () => {
    await person.goto('/training/mine')
    const mine = person
      .getByRole('region', { name: words('training.mine.passed'), exact: true })
      .getByRole('listitem')
    const number = (await mine.first().textContent())?.match(NUMBER)?.[0] ?? ''
    await picture(person, 'story-certificates')
    await visitor.goto(`/verify/${number}`)
    await expect(visitor.getByText(words('training.verify.validLead'))).toBeVisible()
    await expect(visitor.getByText(newcomer.name)).toBeVisible()
    const badge = await mine
      .first()
      .getByRole('link', { name: words('training.mine.badge') })
      .getAttribute('href')
    const credential = await (await person.request.get(badge ?? '')).json()
    const keys = await (await visitor.request.get('/.well-known/did.json')).json()
    expect(keys.assertionMethod).toContain(credential.proof.verificationMethod)
    const list = new URL(credential.credentialStatus.statusListCredential)
    expect((await visitor.request.get(list.pathname)).status()).toBe(200)
    expect((await visitor.request.get(badge ?? '', { maxRedirects: 0 })).status()).not.toBe(200)
  })

  await test.step('the supervisor confirms the levels that it proposed, and readiness rises again', async () => {
    const supervisor = await as('supervisor')
    await supervisor.goto(`/career/team/${newcomer.id}`)
    const levels = supervisor.getByRole('region', { name: words('career.assess.title') })
    const open = levels.getByRole('listitem').getByRole('button', { name: words('career.assess.confirm') })
    await expect(open.first()).toBeVisible()
    for (let left = await open.count(); left > 0; left -= 1) {
      await open.first().click()
      await expect(open).toHaveCount(left - 1)
    }
    expect(await readiness()).toBeGreaterThan(passed)
  })
  await context.close()
})
