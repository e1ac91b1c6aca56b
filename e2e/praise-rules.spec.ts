import { expect, test } from '#e2e/fixtures'
import { asked } from '#e2e/pages/asked'
import { nameOf } from '#e2e/pages/own-name'

test('HR takes a praise back and the budget has it again; caps change from the next month; values are written and retired', async ({
  as,
  words,
}) => {
  const [hr, operator] = [await as('hr'), await as('operator')]
  await operator.goto('/')
  await hr.goto('/recognition/give')
  const budget = hr.getByRole('meter', { name: words('recognition.budget.supervisor') })
  const left = Number(await budget.getAttribute('value'))
  const deed = `Ви пояснили новий тариф так, що зрозумів і я (${Date.now()}).`
  await hr
    .getByRole('combobox', { name: words('recognition.form.receiver') })
    .and(hr.locator('input'))
    .fill(await nameOf(operator))
  await hr.getByRole('option').first().click()
  await hr.getByLabel(words('recognition.form.deed')).fill(deed)
  await hr.getByRole('radio', { name: 'Майстерність' }).check()
  await hr.getByRole('button', { name: words('recognition.form.send') }).click()
  const card = hr.getByRole('article').filter({ hasText: deed })
  await card.getByRole('link', { name: words('recognition.browser.open') }).click()
  await hr.getByText(words('recognition.revoke.title')).first().click()
  const form = hr.getByRole('form', { name: words('recognition.revoke.title') })
  await form.getByLabel(words('recognition.revoke.reason')).fill('Цю подяку надіслано двічі.')
  await form.getByRole('button').click()
  await expect(hr).toHaveURL(/\/recognition$/)
  await expect(card).toHaveCount(0)
  await hr.goto('/recognition/give')
  await expect(budget).toHaveAttribute('value', String(left))

  await hr.goto('/recognition/settings')
  const cap = hr.getByRole('form', { name: words('recognition.rules.cap.peer') })
  await cap.getByRole('spinbutton').fill('2')
  await cap.getByRole('button').click()
  await expect(cap.getByText(words('done.saved'))).toBeVisible()
  await hr.reload()
  await expect(cap.getByRole('spinbutton')).toHaveValue('2')
  await hr.getByText(words('recognition.rules.addValue')).click()
  const value = hr.getByRole('form', { name: words('recognition.rules.writeValue') }).last()
  await value.getByLabel(words('recognition.rules.slug')).fill('curiosity')
  await value.getByLabel(words('recognition.rules.titleUk'), { exact: true }).fill('Цікавість')
  await value.getByLabel(words('recognition.rules.meaningUk')).fill('Питаємо, доки не зрозуміємо.')
  await value.getByRole('button').click()
  const written = hr.getByRole('listitem').filter({ hasText: 'Питаємо, доки не зрозуміємо.' })
  await expect(written).toBeVisible()
  await written.getByText(words('recognition.rules.change')).click()
  await written.getByRole('button', { name: words('recognition.rules.retire') }).click()
  await expect(written).toHaveCount(0)
})

test('a supervisor sees whom nobody noticed, with what they did; HR sees whether praise keeps its worth, also as a table', async ({
  as,
  words,
}) => {
  const supervisor = await as('supervisor')
  await supervisor.goto('/recognition/team')
  await expect(supervisor.getByText(words('recognition.team.own'))).toBeVisible()
  const overlooked = supervisor.getByRole('list', { name: words('recognition.team.title') })
  await overlooked
    .getByRole('link', { name: words('recognition.team.look') })
    .first()
    .click()
  await supervisor.getByRole('link', { name: words('people.praise') }).click()
  await expect(supervisor).toHaveURL(/\/recognition\/give\?to=/)

  const hr = await as('hr')
  await hr.goto('/recognition/numbers')
  await hr.getByText(words('recognition.numbers.table')).click()
  const table = hr.getByRole('table').filter({ hasText: words('recognition.numbers.saturation') })
  expect(await table.getByRole('row').count()).toBeGreaterThan(6)
  await expect(
    hr.getByRole('table').filter({ hasText: words('recognition.numbers.giniPerHours') }),
  ).toBeVisible()
  await expect(hr.getByRole('heading', { name: words('recognition.numbers.copiedTitle') })).toBeVisible()
  // Somebody answers each other month after month, and three go round.
  const few = hr.getByRole('region', { name: words('recognition.numbers.few') })
  await expect(few.getByText(/відповіли \d+ раз/).first()).toBeVisible()
  await expect(few.getByText(words('recognition.numbers.ring')).first()).toBeVisible()
})

test('two inflated months freeze the caps until HR lifts it with a reason', async ({ as, words }) => {
  await asked(
    `insert into praise_freezes (month, created_at) values (date_trunc('month', now() - interval '1 month'), now())`,
  )
  const hr = await as('hr')
  await hr.goto('/recognition/settings')
  const cap = hr.getByRole('form', { name: words('recognition.rules.cap.supervisor') })
  await cap.getByRole('spinbutton').fill('20')
  await cap.getByRole('button').click()
  await expect(cap.getByText(words('refusals.constraint.praise_caps_frozen'))).toBeVisible()
  await hr.getByText(words('recognition.rules.lift')).first().click()
  const lift = hr.getByRole('form', { name: words('recognition.rules.lift') })
  await lift.getByLabel(words('recognition.rules.liftReason')).fill('Бо так')
  await lift.getByRole('button').click()
  await expect(lift.getByRole('alert')).toBeVisible()
  await lift
    .getByLabel(words('recognition.rules.liftReason'))
    .fill('Поговорили з керівниками: дякували за запуск нового проєкту.')
  await lift.getByRole('button').click()
  await expect(hr.getByRole('heading', { name: words('recognition.rules.frozen') })).toHaveCount(0)
  await cap.getByRole('spinbutton').fill('9')
  await cap.getByRole('button').click()
  await expect(cap.getByText(words('done.saved'))).toBeVisible()
})
