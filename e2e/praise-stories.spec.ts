import { expect, expectAccessible, test } from '#e2e/fixtures'
import { praiseOf } from '#e2e/pages/asked'

test('a praise is printed as a certificate; a private one that hurts is told to HR, who takes it back', async ({
  as,
  words,
  picture,
  guard,
}) => {
  guard.allow(/404/)
  const deed = `Дякую, що цього разу ви хоча б не запізнилися (${Date.now()}).`
  const reason = 'Це не подяка, це знущання.'
  const id = await praiseOf({ by: 'mentor', to: 'operator', deed, visibility: 'private' })
  const operator = await as('operator')
  await operator.goto(`/recognition/${id}`)
  await operator.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await operator.getByRole('button', { name: words('recognition.print') }).click()
  await expect(operator.locator('body')).toHaveAttribute('data-printed')
  await operator.emulateMedia({ media: 'print' })
  const card = operator.getByRole('article').filter({ hasText: deed })
  await expect(card).toBeVisible()
  await expect(card.getByText(words('recognition.browser.certificate'), { exact: true })).toBeVisible()
  await expect(operator.getByRole('banner')).toBeHidden()
  await expect(operator.getByRole('button')).toHaveCount(0)
  await expect(operator.getByText(words('recognition.report.title'))).toBeHidden()
  await picture(operator, 'certificate-of-praise')
  await operator.emulateMedia({ media: null })

  await operator.getByText(words('recognition.report.title')).click()
  const form = operator.getByRole('form', { name: words('recognition.report.title') })
  await form.getByRole('textbox').fill('Коротко')
  await form.getByRole('button').click()
  await expect(form.getByRole('alert')).toBeVisible()
  await form.getByRole('textbox').fill(reason)
  await form.getByRole('button').click()
  await expect(operator.getByText(words('recognition.report.open'))).toBeVisible()

  const hr = await as('hr')
  await hr.goto('/recognition/reports')
  const reported = hr.getByRole('listitem').filter({ hasText: deed })
  await expect(reported).toContainText(reason)
  await picture(hr, 'reported-praises')
  await reported.getByText(words('recognition.revoke.title')).first().click()
  const revoke = reported.getByRole('form', { name: words('recognition.revoke.title') })
  await revoke.getByRole('textbox').fill('Так ми одне одному не дякуємо.')
  await revoke.getByRole('button').click()
  await expect(reported).toHaveCount(0)
  expect((await operator.request.get(`/recognition/${id}`)).status()).toBe(404)
})

test('a screen on the floor fills itself, turns by itself, and shows nothing more once its link is taken back', async ({
  as,
  visitor,
  words,
  picture,
  guard,
}) => {
  guard.allow(/404/)
  const hr = await as('hr')
  await hr.goto('/recognition/settings')
  await hr.getByRole('button', { name: words('recognition.screen.open') }).click()
  const address = String(await hr.getByRole('link', { name: /\/recognition\/screen\// }).getAttribute('href'))
  await visitor.clock.install()
  await visitor.goto(address)
  const turn = (at: number) => visitor.getByText(new RegExp(`^${at} з \\d+$`))
  await expect(turn(1)).toBeVisible()
  await visitor.clock.fastForward(14_000)
  await expect(turn(2)).toBeVisible()
  await visitor.getByRole('button', { name: words('recognition.screen.fill') }).click()
  await expect.poll(() => visitor.evaluate(() => document.fullscreenElement !== null)).toBe(true)
  await visitor.clock.fastForward(14_000)
  await expect(turn(3)).toBeVisible()
  await expectAccessible(visitor)
  await picture(visitor, 'floor-screen')
  const cookies = await visitor.context().cookies()
  expect(cookies.filter(({ name }) => /session/.test(name))).toEqual([])

  await hr.reload()
  await hr.getByRole('button', { name: words('recognition.screen.close') }).click()
  await expect(hr.getByRole('button', { name: words('recognition.screen.close') })).toHaveCount(0)
  await visitor.clock.fastForward(61_000)
  await expect(visitor.getByRole('article')).toHaveCount(0)
  expect((await visitor.request.get(address)).status()).toBe(404)
})
