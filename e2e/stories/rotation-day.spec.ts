import type { Locator, Page } from '@playwright/test'
import { Client } from 'pg'
import type { Account } from '#e2e/fixtures'
import { expect, test } from '#e2e/fixtures'
import { lane } from '#e2e/lane'
import { hireNewcomer } from '#e2e/pages/newcomer'
import { signIn } from '#e2e/pages/sign-in'
import type { Words } from '#e2e/words'

const ask = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> => {
  const client = new Client({ connectionString: lane().ownerUrl })
  await client.connect()
  const { rows } = await client.query(text, values)
  await client.end()
  return rows as Row[]
}

/** A day ahead on which the operator works beside enough others, and that no other test touches. */
const findDay = async () => {
  const [day] = await ask<{ date: string; shiftId: string }>(`
    select s.on_date::text as date, s.id as "shiftId" from shifts s join people p on p.id = s.person_id
    where p.email = 'operator@sviato.test' and s.on_date > current_date + 4
      and (select count(*) from shifts o where o.team_id = s.team_id and o.on_date = s.on_date) > 5
    order by s.on_date limit 1`)
  if (!day) throw new Error('the demo has no such day')
  return day
}

/** A colleague who is free on the day and has every level that the team's tasks ask for; the past week is no part of the story. */
const hireStandIn = async (shiftId: string) => {
  const { id, name, email } = await hireNewcomer(`stand-in-${Date.now().toString(36)}`)
  await ask(
    `insert into shifts (id, person_id, site_id, team_id, on_date, span, created_at)
     select gen_random_uuid(), $1, h.site_id, h.team_id, ((now() - interval '7 days') at time zone s.time_zone)::date,
       tstzrange(now() - interval '7 days', now() - interval '7 days' + interval '8 hours'), now()
     from shifts h join sites s on s.id = h.site_id where h.id = $2`,
    [id, shiftId],
  )
  await ask(
    `insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
     select gen_random_uuid(), $1, n.competence_id, max(n.level), 'supervisor', s.id, 'confirmed', now() - interval '8 days'
     from shifts h join teams m on m.id = h.team_id join tasks t on t.project_id = m.project_id or t.project_id is null
     join task_needs n on n.task_id = t.id join people s on s.email = 'supervisor@sviato.test'
     left join current_levels l on l.person_id = $1 and l.competence_id = n.competence_id
     where h.id = $2 group by n.competence_id, s.id having max(n.level) > coalesce(max(l.level), 0)`,
    [id, shiftId],
  )
  return { name, account: email.split('@')[0] as Account }
}

const offerDay = async (page: Page, words: Words, shiftId: string, colleague: string) => {
  await page.goto(`/rotation/swaps/new?shiftId=${shiftId}`)
  await page.getByRole('checkbox', { name: colleague }).check()
  await page.getByRole('button', { name: words('rotation.swaps.ask') }).click()
  await expect(page.getByText(words('rotation.swaps.status.open'))).toBeVisible()
}

/** The colleague finds the question and says yes. */
const agree = async (page: Page, words: Words) => {
  await page.goto('/rotation/swaps')
  await page.getByRole('button', { name: words('rotation.swaps.yes') }).click()
  await expect(page.getByText(words('rotation.swaps.status.agreed'))).toBeVisible()
}

const SLOT = 900_000
const SAME = /: (однакові|the same)$/

/** The search begins, tells of a plan, and is stopped: what was found stays. */
const searched = async (page: Page, words: Words) => {
  await expect(page.getByText(words('rotation.run.bestSoFar'))).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: words('rotation.browser.stop') }).click()
  await expect(page.getByRole('button', { name: SAME })).toBeVisible({ timeout: 30_000 })
}
const draft = async (page: Page, words: Words) => {
  const search = page.getByRole('form', { name: words('rotation.run.title'), exact: true })
  await search.getByRole('button', { name: words('rotation.run.start') }).click()
  await searched(page, words)
}
const publish = async (page: Page, words: Words) => {
  await page
    .getByRole('form', { name: words('rotation.publish') })
    .getByRole('button')
    .click()
  await expect(page.getByText(words('rotation.publishedNote'))).toBeVisible()
}

/** A task of this row and by how many slots it can go so that it joins no other of its kind, away from the ends of the shift. */
const findDrag = (row: Locator) =>
  row.evaluate((element, slot) => {
    const cells = [...element.querySelectorAll<HTMLElement>('td[data-block]')].map((cell) => ({
      from: Number(cell.dataset.from),
      to: Number(cell.dataset.to),
      what: cell.querySelector('[aria-hidden]')?.textContent,
    }))
    const [first = 0, last = 0] = [cells[0]?.from, cells.at(-1)?.to]
    const joins = (what: string, from: number, to: number, own: number) =>
      cells.some((one) => one.what === what && one.from !== own && one.from <= to && one.to >= from)
    const options = cells.flatMap(({ from, to, what }) =>
      [2, -2, 3, -3, 1, -1].map((slots) => ({ from, to, what, slots })),
    )
    return options.find(({ from, to, what, slots }) => {
      const [begin, end] = [from + slots * slot, to + slots * slot]
      const inside = begin >= first + 5 * slot && end <= last - 5 * slot && end - begin <= 6 * slot
      return what && inside && !joins(what, begin, end, from)
    })
  }, SLOT)

/** Drags a task of this person to another time, and has the rest of the day laid around it. @returns when and what it is now */
const dragAndFix = async (page: Page, words: Words, shiftId: string): Promise<string> => {
  const row = page.locator(`tr[data-shift="${shiftId}"]`)
  const drag = await findDrag(row)
  if (!drag) throw new Error('no block to drag')
  const cell = row.locator(`td[data-block][data-from="${drag.from}"]`)
  await cell.evaluate((element) => element.scrollIntoView({ block: 'center', inline: 'center' }))
  const box = await cell.boundingBox()
  if (!box) throw new Error('no block to drag')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + (box.width / ((drag.to - drag.from) / SLOT)) * drag.slots, y, { steps: 5 })
  await page.mouse.up()
  const moved = row.locator(`td[data-block][data-from="${drag.from + drag.slots * SLOT}"] button`)
  await expect(moved).toHaveCount(1)
  const named = (await moved.getAttribute('title')) ?? ''
  await page
    .getByRole('form', { name: words('rotation.run.fixRest') })
    .getByRole('button')
    .click()
  await searched(page, words)
  await expect(row.getByRole('button', { name: named })).toHaveCount(1)
  return named
}

type Told = { id: string; name: string }
const toldOf = (date: string) =>
  ask<Told>(
    `select n.id, p.name from notices n join people p on p.id = n.person_id where n.kind = 'rotation.changed' and n.href = $1`,
    [`/rotation?date=${date}`],
  )

test('demand, a plan, a hand, people told, a swap, and a day planned anew', async ({
  as,
  browser,
  contextOptions,
  guard,
  words,
  picture,
}) => {
  const { date, shiftId } = await findDay()
  const page = await as('supervisor')
  await page.goto(`/rotation/demand?date=${date}&step=60`)
  const grid = page.getByRole('form', { name: words('rotation.browser.sheet.gridTitle') })
  await grid.getByRole('textbox').nth(1).fill('3')
  await page.keyboard.press('Control+d')
  await grid.getByRole('button', { name: words('rotation.browser.sheet.save') }).click()
  await expect(grid.getByText(words('done.demandSet'))).toBeVisible()
  await picture(page, 'rotation-story-demand')

  await page.goto(`/rotation/plan/${date}`)
  await page.getByRole('button', { name: words('rotation.openPlan') }).click()
  await draft(page, words)
  const dragged = await dragAndFix(page, words, shiftId)
  await picture(page, 'rotation-story-dragged')
  await publish(page, words)

  const operator = await as('operator')
  await operator.goto(`/rotation?date=${date}`)
  // What the hand moved is what the operator reads: that very work at that very time.
  const [time = '', ...title] = dragged.split(' ')
  const items = operator.getByRole('list').getByRole('listitem')
  await expect(items.filter({ hasText: time }).filter({ hasText: title.join(' ') })).toHaveCount(1)
  const standIn = await hireStandIn(shiftId)
  await offerDay(operator, words, shiftId, standIn.name)
  await picture(operator, 'rotation-story-swap')
  const context = await browser.newContext(contextOptions)
  guard.watch(context)
  const colleague = await context.newPage()
  await signIn(colleague, standIn.account, words)
  await agree(colleague, words)
  await page.goto('/rotation/swaps')
  await page.getByRole('button', { name: words('rotation.swaps.approve') }).click()
  await expect(page.getByText(words('rotation.swaps.none'))).toBeVisible()
  await operator.goto('/rotation/swaps?past=1')
  await expect(operator.getByText(words('rotation.swaps.status.applied'))).toBeVisible()
  await colleague.goto(`/rotation?date=${date}`)
  await expect(colleague.getByRole('list').getByText(words('rotation.what.pause')).first()).toBeAttached()

  await page.goto(`/rotation/shifts?date=${date}`)
  const absence = page.getByRole('form', { name: words('rotation.absences.record') })
  await absence.getByLabel(words('rotation.absences.who')).selectOption({ label: standIn.name })
  await absence.getByLabel(words('rotation.absences.fromDate')).fill(date)
  await absence.getByLabel(words('rotation.absences.toDate')).fill(date)
  await absence.getByRole('button').click()
  await expect(page.getByText(words('done.absenceRecorded'))).toBeVisible()
  await page.goto(`/rotation/plan/${date}`)
  await page.getByRole('button', { name: words('rotation.replan') }).click()
  await draft(page, words)
  const changes = page.getByRole('region', { name: words('rotation.changes.title') })
  await changes.locator('summary').click()
  await expect(changes.getByText(standIn.name)).toBeVisible()
  await picture(page, 'rotation-story-replan')
  const shown = await changes.locator('li > span').allTextContents()
  const before = await toldOf(date)
  await publish(page, words)
  const told = (await toldOf(date)).filter(({ id }) => before.every((one) => one.id !== id))
  expect(told.map(({ name }) => name).sort()).toEqual(shown.sort())

  await colleague.goto('/notifications')
  await colleague
    .getByRole('link', { name: /Ваш день змінено|Your day has changed/ })
    .first()
    .click()
  await expect(colleague).toHaveURL(`/rotation?date=${date}`)
  await expect(colleague.getByText(/^(Записано відсутність|You are written down as absent): /)).toBeVisible()
  await picture(colleague, 'rotation-story-told')
  await context.close()
})
