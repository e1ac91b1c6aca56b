import { expect, test } from '#e2e/fixtures'
import { asked, praiseOf } from '#e2e/pages/asked'

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

type Colleague = {
  id: string
  number: number
  title: string
  team: string
  teamId: string
  day: string
  shown: string
  training: string
}

test('a leader praises for an idea, a shift and a training, and finds it all by the team', async ({
  as,
  words,
}) => {
  const [one] = await asked<Colleague>(`
    select p.id, i.number::int, i.title, t.name ->> 'uk' as team, t.id as "teamId", to_char(s.on_date, 'DD.MM.YYYY') as day,
      extract(day from s.on_date)::text as shown, tr.title ->> 'uk' as training
    from people h join current_employments he on he.person_id = h.id
    join current_employments e on e.site_id = he.site_id and e.person_id <> h.id
    join people p on p.id = e.person_id and p.praise_visibility = 'public' and p.email like 'person%'
    join teams t on t.id = e.team_id
    join ideas i on i.author_id = p.id and i.author_mode = 'named' and not i.removed and i.campaign_id is null and i.state <> 'merged'
    join completions c on c.person_id = p.id and c.outcome = 'passed' join trainings tr on tr.id = c.training_id
    join shifts s on s.person_id = p.id and s.on_date between current_date - 60 and current_date - 2
    where h.email = 'head@sviato.test' order by p.id, i.number, s.on_date desc limit 1`)
  if (!one) throw new Error('the demo has nobody with an idea, a training and a shift')
  const head = await as('head')
  const deed = (what: string) => `Ви зробили це так, що вчитися можна всім: ${what} ${Date.now()}.`
  const card = (text: string) => head.getByRole('article').filter({ hasText: text })
  const say = async (text: string) => {
    await head.getByLabel(words('recognition.form.deed')).fill(text)
    await head.getByRole('radio', { name: 'Майстерність' }).check()
  }
  const send = () => head.getByRole('button', { name: words('recognition.form.send') }).click()
  const point = async (kind: 'shift' | 'training', reference: string) => {
    await head.getByLabel(words('recognition.form.evidenceKind')).selectOption(kind)
    await head.getByLabel(words('recognition.form.reference')).fill(reference)
  }

  await head.goto(`/ideas/${one.number}`)
  await head.getByRole('link', { name: words('ideas.page.praise') }).click()
  await expect(head).toHaveURL(/\/recognition\/give\?to=.+idea=/)
  const forIdea = deed('ідея')
  await say(forIdea)
  await send()
  await expect(card(forIdea).getByRole('link', { name: one.title })).toHaveAttribute(
    'href',
    `/ideas/${one.number}`,
  )

  await head.goto(`/recognition/give?to=${one.id}`)
  const forShift = deed('зміна')
  await say(forShift)
  await head.getByText(words('recognition.form.evidence')).click()
  await point('shift', '31.12.2020')
  await send()
  await expect(head.getByText(words('refusals.noSuchShift'))).toBeVisible()
  await point('shift', one.day)
  await send()
  await expect(card(forShift)).toContainText(new RegExp(`Зміна ${one.shown} `))

  await head.goto(`/recognition/give?to=${one.id}`)
  const forTraining = deed('тренінг')
  await say(forTraining)
  await head.getByText(words('recognition.form.evidence')).click()
  await point('training', 'Тренінг, якого немає')
  await send()
  await expect(head.getByText(words('refusals.noSuchTraining'))).toBeVisible()
  await point('training', one.training)
  await send()
  await expect(card(forTraining)).toContainText(one.training)

  const filter = head.getByRole('search')
  const team = filter.getByLabel(words('recognition.teamLabel'))
  const show = async (value: string) => {
    await team.selectOption(value)
    await filter.getByRole('button', { name: words('recognition.show') }).click()
    await expect(head).toHaveURL(new RegExp(`teamId=${value}`))
  }
  await show(one.teamId)
  for (const text of [forIdea, forShift, forTraining]) await expect(card(text)).toBeVisible()
  const [other] = await asked<{ id: string }>('select id from teams where id <> $1 limit 1', [one.teamId])
  await show(String(other?.id))
  for (const text of [forIdea, forShift, forTraining]) await expect(card(text)).toHaveCount(0)
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
