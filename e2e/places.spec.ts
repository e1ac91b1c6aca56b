import type { Page } from '@playwright/test'
import { Client } from 'pg'
import { expect, test } from '#e2e/fixtures'
import { lane } from '#e2e/lane'
import type { Words } from '#e2e/words'

const unique = () => Date.now().toString(36)

/** Opens one of the folded forms of the page and gives it back. */
async function unfold(page: Page, name: string) {
  await page.locator('summary').filter({ hasText: name }).click()
  return page.getByRole('form', { name, exact: true })
}

const addButton = (words: Words) => ({ name: words('people.places.addNow'), exact: true })

test('HR builds a part of the centre: a site, a client, a team, its supervisor', async ({
  as,
  browser,
  guard,
  words,
}) => {
  const mark = unique()
  const [site, client, team] = [`Черкаси, ${mark}`, `Книгарня «${mark}»`, `Світанок ${mark}`]
  const name = `Мирослава Лідер-${mark}`
  const page = await as('hr')

  await page.goto('/people')
  await page.getByRole('link', { name: words('people.places.title') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('people.places.title'))
  const siteForm = await unfold(page, words('people.places.addSite'))
  await siteForm.getByLabel(words('people.places.siteName')).fill(site)
  await siteForm.getByLabel(words('people.places.city'), { exact: true }).fill('Черкаси')
  await siteForm.getByLabel(words('people.places.timeZone')).selectOption('Europe/Warsaw')
  await siteForm.getByRole('button', addButton(words)).click()
  await expect(page.getByText(words('done.siteAdded'))).toBeVisible()
  await expect(page.getByRole('heading', { name: site })).toBeVisible()

  await page.getByRole('link', { name: words('people.places.projects') }).click()
  const clientForm = await unfold(page, words('people.places.addProject'))
  await clientForm.getByLabel(words('people.places.projectName')).fill(client)
  await clientForm.getByLabel(words('people.places.markets.b2b')).check()
  await clientForm.getByLabel('Опитування').check()
  await clientForm.getByLabel('Чат').check()
  await clientForm.getByRole('button', addButton(words)).click()
  const row = page.getByRole('listitem').filter({ hasText: client })
  await expect(row).toContainText('Опитування')
  await expect(row).toContainText('Чат')

  await page.getByRole('link', { name: words('people.places.sites') }).click()
  const teamForm = await unfold(page, words('people.places.addTeam'))
  await teamForm.getByLabel(words('people.places.site'), { exact: true }).selectOption({ label: site })
  await teamForm.getByLabel(words('people.places.teamName')).fill(team)
  await teamForm.getByLabel(words('people.places.project')).selectOption({ label: client })
  await teamForm.getByRole('button', addButton(words)).click()
  await expect(page.getByText(words('done.teamAdded'))).toBeVisible()

  await page.goto('/people/new')
  await page.getByLabel(words('people.name')).fill(name)
  await page.getByLabel(words('people.email')).fill(`${mark}@example.com`)
  await page.getByLabel(words('people.position')).selectOption({ label: 'Супервізор' })
  await page.getByLabel(words('people.site'), { exact: true }).selectOption({ label: site })
  await page.getByLabel(words('people.team')).selectOption({ label: `${team} · ${site}` })
  await page.getByRole('button', { name: words('people.addNow'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await page.getByText(words('people.grantTitle')).click()
  await page.getByLabel(words('people.roleLabel'), { exact: true }).selectOption('supervisor')
  await page.getByLabel(words('people.forTeam')).selectOption({ label: team })
  await page.getByRole('button', { name: words('people.grantNow') }).click()
  await expect(page.getByText(words('done.granted'))).toBeVisible()

  // The rest without JavaScript: a team with somebody in it does not end, a name is changed.
  const storageState = await page.context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState })
  guard.allow(/\.js csp/)
  guard.watch(context)
  const plain = await context.newPage()
  await plain.goto('/people/places')
  const bySite = plain.getByRole('navigation', { name: words('people.places.bySite') })
  await bySite.getByRole('link', { name: site }).click()
  const line = plain.getByRole('listitem').filter({ hasText: team })
  await expect(line).toContainText(client)
  await expect(line).toContainText(name)
  await line.getByRole('link', { name: words('people.places.change') }).click()
  await line.getByRole('button', { name: words('people.places.endTeam') }).click()
  await expect(line.getByText(/У команді ще 1 людина/)).toBeVisible()
  await line.getByLabel(words('people.places.teamName')).fill(`${team} нова`)
  await line.getByRole('button', { name: words('people.places.save') }).click()
  await expect(plain.getByRole('heading', { name: `${team} нова` })).toBeVisible()
  await context.close()
})

test('a name of 200 letters and a name of one letter fit on a screen of 320 px', async ({ as }) => {
  const mark = unique()
  const [long, short] = ['Ґ'.repeat(192) + mark.slice(-8), 'Я']
  const database = new Client({ connectionString: lane().ownerUrl })
  await database.connect()
  const { rows } = await database.query<{ id: string }>(
    `with p as (insert into people (id, name, email, created_at)
       select gen_random_uuid(), name, n || $2 || '@example.com', now() from unnest($1::text[]) with ordinality t (name, n) returning id),
     e as (insert into employments (id, person_id, position_id, site_id, team_id, kind, valid, created_at)
       select gen_random_uuid(), p.id, o.position_id, o.site_id, o.team_id, 'hire', daterange(current_date, null), now()
       from p, people w join current_employments o on o.person_id = w.id where w.email = 'operator@sviato.test')
     select id from p`,
    [[long, short], mark],
  )
  const ids = rows.map(({ id }) => id)
  const page = await as('hr')
  await page.setViewportSize({ width: 320, height: 640 })
  const places = [`/people?search=${encodeURIComponent(long)}`, ...ids.map((id) => `/people/${id}`)]
  for (const place of [...places, ...ids.map((id) => `/training/people/${id}`)]) {
    await page.goto(place)
    await expect(page.getByText(place.includes('?') ? long : /^(Ґ{192}.*|Я)$/).first()).toBeVisible()
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect({ place, over }).toEqual({ place, over: 0 })
  }
  await database.query('delete from employments where person_id = any ($1)', [ids])
  await database.query('delete from people where id = any ($1)', [ids])
  await database.end()
})
