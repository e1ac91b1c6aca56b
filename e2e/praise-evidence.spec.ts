import { expect, test } from '#e2e/fixtures'
import { asked } from '#e2e/pages/asked'

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
