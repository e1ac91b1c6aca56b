import type { Account } from '#e2e/fixtures'
import { expect, test } from '#e2e/fixtures'
import { dropDraft, openDraft } from '#e2e/pages/ladder'
import { hireNewcomer } from '#e2e/pages/newcomer'
import { signIn } from '#e2e/pages/sign-in'

const OWN = 'Хочу спробувати на змінах двох новачків.'
const THEIRS = 'Домовилися: перші дві зміни поруч, далі сам на сам.'

test('the whole map is reached by keyboard, read as a list, printed, and two positions lie side by side', async ({
  as,
  words,
  picture,
}) => {
  const page = await as('operator')
  await page.goto('/career?view=graph')
  const graph = page.getByRole('region', {
    name: words('career.map.graphOf').replace('{title}', words('career.title')),
  })
  await graph.focus()
  await page.keyboard.press('Tab')
  const first = graph.getByRole('link').first()
  await expect(first).toBeFocused()
  const place = (await first.locator('.graph-title').textContent()) ?? ''
  await picture(page, 'ladder-graph')
  const row = page
    .getByRole('region', { name: words('career.all'), exact: true })
    .getByRole('link')
    .filter({ hasText: words('career.map.rung').replace('{rung, number}', '2') })
  await expect(row).toContainText(words('career.map.ways.vertical'))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation').first()).toBeHidden()
  await expect(graph).toBeVisible()
  await expect(row).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(place)

  await page.goto('/career/path?target=mentor')
  await page
    .getByText(/Менеджер із продажу|Sales manager/)
    .first()
    .click()
  const beside = words('career.compare.beside').split('{')[0] ?? ''
  await page
    .getByRole('link', { name: new RegExp(`^${beside}`) })
    .first()
    .click()
  const table = page.getByRole('table', { name: words('career.compare.title') })
  await expect(table.getByRole('columnheader')).toHaveCount(3)
  await expect(table.getByText(words('career.compare.notAsked')).first()).toBeVisible()
})

test('a plan: the companion agrees, both write of a talk, HR reads neither; a private plan is seen by nobody', async ({
  as,
  browser,
  contextOptions,
  guard,
  words,
  picture,
}) => {
  const newcomer = await hireNewcomer(Date.now().toString(36))
  const context = await browser.newContext(contextOptions)
  guard.watch(context)
  const person = await context.newPage()
  await signIn(person, newcomer.email.split('@')[0] as Account, words)
  const supervisor = await as('supervisor')
  const plans = person.getByRole('article')
  const wanted = [
    ['mentor', 'supervisor'],
    ['sales-manager', 'private'],
  ] as const
  for (const [index, [slug, visibility]] of wanted.entries()) {
    await person.goto(`/career/path?target=${slug}`)
    const list = person.getByRole('region', { name: words('career.path.targets') })
    await list.getByText(words('career.plan.open'), { exact: true }).first().click()
    const form = list
      .getByRole('form', { name: new RegExp(words('career.plan.openNamed').split('{')[0] ?? '') })
      .first()
    await form.getByLabel(words('career.plan.seenBy')).selectOption(visibility)
    await form.getByRole('button').click()
    await expect(plans).toHaveCount(index + 1)
  }

  await supervisor.goto(`/career/team/${newcomer.id}`)
  const theirs = supervisor.getByRole('article')
  await expect(theirs).toHaveCount(1)
  await theirs.getByRole('button', { name: words('career.plan.agree'), exact: true }).click()
  await expect(theirs.getByText(words('career.plan.states.agreed'))).toBeVisible()
  await theirs.getByText(words('career.checkIns.record'), { exact: true }).click()
  const talk = theirs
    .getByRole('form')
    .filter({ has: supervisor.getByLabel(words('career.checkIns.heldOn')) })
  await talk.getByLabel(words('career.checkIns.ownNote')).fill(THEIRS)
  await talk.getByRole('button').click()
  await expect(theirs.getByText(THEIRS)).toBeVisible()

  await person.goto('/career/path')
  const own = person.getByRole('article').filter({ hasText: THEIRS })
  await own.getByLabel(words('career.checkIns.ownNote')).first().fill(OWN)
  await own.getByRole('button', { name: words('career.checkIns.saveNote') }).click()
  await expect(own.getByText(OWN)).toBeVisible()
  await picture(person, 'plan-with-talk')
  await supervisor.reload()
  await expect(theirs.getByText(OWN)).toBeVisible()
  const hr = await as('hr')
  await hr.goto(`/career/team/${newcomer.id}`)
  await expect(hr.getByRole('article')).toHaveCount(1)
  await expect(hr.getByText(THEIRS)).toHaveCount(0)
  await context.close()
})

test('a sheet of requirements is tried first: a wrong row is named by its number and column, and nothing of it is kept', async ({
  as,
  words,
}) => {
  const hr = await as('hr')
  await openDraft(hr, words)
  await hr.getByText(words('career.ladders.import'), { exact: true }).click()
  const form = hr.getByRole('form', { name: words('career.ladders.import') })
  const give = (rows: string[]) =>
    form.getByLabel(words('ui.sheet.file')).setInputFiles({
      name: 'requirements.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['position,kind,thing,level,threshold,months,hard,weight', ...rows].join('\n')),
    })
  await give(['mentor,competence,coaching,2,,,yes,1', 'mentor,competence,no-such,2,,,yes,1'])
  await form.getByRole('button', { name: words('ui.sheet.try') }).click()
  const fault = words('refusals.sheet.unknown').replace('{row}', '3').replace('{column}', 'thing')
  await expect(form.getByText(fault)).toBeVisible()
  await form.getByRole('button', { name: words('ui.sheet.take') }).click()
  await expect(form.getByText(fault)).toBeVisible()
  await hr.reload()
  await expect(hr.getByText(words('career.ladders.same'))).toBeVisible()
  await dropDraft(hr, words)
})
