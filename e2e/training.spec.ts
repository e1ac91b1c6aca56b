import { expect, expectAccessible, test } from '#e2e/fixtures'

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
  const passed = holder.getByRole('region', { name: words('training.mine.passed') }).getByRole('listitem')
  const number = (await passed.first().textContent())?.match(NUMBER)?.[0] ?? ''
  const file = await passed
    .first()
    .getByRole('link', { name: words('training.mine.pdf') })
    .getAttribute('href')
  const pdf = await holder.request.get(file ?? '')
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await visitor.request.get(file ?? '', { maxRedirects: 0 })).status()).not.toBe(200)

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
