import type { Page } from '@playwright/test'
import type { Account } from '#e2e/fixtures'
import { expect, expectAccessible, test } from '#e2e/fixtures'
import { makeHall, retireVoice, workNow } from '#e2e/pages/hall'
import { signIn } from '#e2e/pages/sign-in'

const LAPTOP = { width: 1366, height: 768 }
const PHONE = { width: 390, height: 844 }
const SAME = /: (однакові|the same)$/
const OTHER = /(інакше в|differs?$|differ$)/

const tomorrow = () =>
  new Date(Date.now() + 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Kyiv' })
const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Of what stands on the board, what is no rest: whoever gives a rest away has it still. */
const TASK = 'td[data-block] button:not(.board-rest)'

/** A task that the pointer reaches where it is, in the middle of the people: neither under the names nor under the sums. */
async function dragBlock(page: Page, row: number, by: { x: number; y: number }) {
  const block = page.locator('table.board tbody tr').nth(row).locator(TASK).nth(1)
  await block.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await block.boundingBox()
  if (!box) throw new Error('no block to drag')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + by.x, y + by.y, { steps: 8 })
  await page.mouse.up()
}

/** Somebody in the middle whose second task is another thing than what the next person does then; both days change when it goes there. */
const rowToGive = (page: Page) =>
  page.locator('table.board tbody').evaluate((board, task) => {
    const rows = [...board.querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll(task)].map((block) => {
        const { left, right } = block.getBoundingClientRect()
        return { left, right, what: block.querySelector('[aria-hidden]')?.textContent }
      }),
    )
    return rows.findIndex((tasks, row) => {
      const [given, next] = [tasks[1], rows[row + 1]]
      if (row < 25 || !given || !next?.[0] || next[0].left > given.left) return false
      const meets = next.filter(({ left, right }) => left < given.right - 1 && right > given.left + 1)
      return meets.every(({ what }) => what !== given.what)
    })
  }, TASK)

test('sixty people are planned on a laptop, and one of them reads the day on a phone', async ({
  as,
  browser,
  contextOptions,
  guard,
  words,
  picture,
}) => {
  const date = tomorrow()
  const hall = await makeHall(Date.now().toString(36), date)
  const enter = async (account: string, viewport: typeof LAPTOP) => {
    const context = await browser.newContext({ ...contextOptions, viewport })
    guard.watch(context)
    const page = await context.newPage()
    await signIn(page, account as Account, words)
    return page
  }
  const lead = await enter(hall.lead, LAPTOP)

  await test.step('one press plans the day; the whole board is within the width', async () => {
    await lead.goto(`/rotation/plan/${date}?teamId=${hall.teamId}`)
    await lead.getByRole('button', { name: words('rotation.openPlan') }).click()
    const search = lead.getByRole('form', { name: words('rotation.run.title'), exact: true })
    await search.getByLabel(words('rotation.run.seconds')).selectOption('5')
    await search.getByRole('button', { name: words('rotation.run.start') }).click()
    await expect(lead.getByText(words('rotation.run.bestSoFar'))).toBeVisible()
    await picture(lead, 'rotation-hall-searching')
    await lead.getByRole('button', { name: words('rotation.browser.stop') }).click()
    await expect(lead.getByRole('button', { name: SAME })).toBeVisible({ timeout: 30_000 })
    await expect(lead.locator('table.board tbody tr')).toHaveCount(60)
    expect(await overflowOf(lead)).toBeLessThanOrEqual(0)
    const frame = lead.getByRole('region', { name: words('rotation.browser.hand.title') })
    expect(await frame.evaluate((board) => board.scrollWidth - board.clientWidth)).toBeLessThanOrEqual(0)
  })

  await test.step('a block in the middle of the people moves, and goes to the next person', async () => {
    await dragBlock(lead, 30, { x: 60, y: 0 })
    await expect(lead.getByRole('button', { name: OTHER })).toBeVisible()
    const undo = lead.getByRole('button', { name: words('rotation.browser.hand.undo') })
    // What is shown at once is stored a moment later; a page that is left before would not have sent it.
    const takeBack = async () => {
      await undo.click()
      await expect(lead.getByRole('button', { name: SAME })).toBeVisible()
      const board = lead.getByRole('region', { name: words('rotation.browser.hand.title') })
      await expect(board).toHaveAttribute('aria-busy', 'false')
    }
    await takeBack()
    await dragBlock(lead, await rowToGive(lead), { x: 0, y: 34 })
    await expect(lead.getByRole('button', { name: /(інакше в 2|2 .*differ)/ })).toBeVisible()
    await lead.screenshot({ path: `.test/screens/${test.info().project.name}/rotation-hall-laptop.png` })
    await takeBack()
    await picture(lead, 'rotation-hall')
  })

  await test.step('tasks retired meanwhile are told of at once, and nobody is put on them any more', async () => {
    const brushes = lead.getByRole('group', { name: words('rotation.browser.hand.brushes') })
    const [voice = ''] = await retireVoice(hall, true)
    await expect(brushes.getByRole('button', { name: voice, exact: true })).toBeVisible()
    await lead.reload()
    await expect(
      lead.getByText(/^(У \d+ люд\S+ день порушує правила|The days? of \d+ (person|people) breaks? rules)$/),
    ).toBeVisible()
    await expect(brushes.getByRole('button', { name: voice, exact: true })).toHaveCount(0)
    await retireVoice(hall, false)
    await lead.reload()
    await expect(lead.getByText(/^(Усі правила дотримано|All rules are kept)$/)).toBeVisible()
  })

  await lead
    .getByRole('form', { name: words('rotation.publish') })
    .getByRole('button')
    .click()
  await expect(lead.getByText(words('rotation.publishedNote'))).toBeVisible()

  await test.step('what the day lacked is told where people are developed and where trainings are planned', async () => {
    const training = await as('hr')
    for (const [page, room] of [
      [lead, '/career/team'],
      [training, '/training/centre'],
    ] as const) {
      await page.goto(room)
      const worth = page.getByRole('region', { name: words('rotation.worth.title') })
      await expect(worth.locator(`a[href="/training?competence=${hall.lacks}"]`)).toBeVisible()
    }
    await picture(lead, 'rotation-hall-career')
    await picture(training, 'rotation-hall-training')
    await training.locator(`a[href="/training?competence=${hall.lacks}"]`).click()
    await expect(
      training.getByRole('heading', { level: 1, name: words('training.title'), exact: true }),
    ).toBeVisible()
    expect(await overflowOf(training)).toBeLessThanOrEqual(0)
  })

  await test.step('an operator reads the day on a phone and offers a part of it', async () => {
    const phone = await enter(hall.first, PHONE)
    await phone.goto(`/rotation?date=${date}`)
    const day = phone.getByRole('region', { name: words('rotation.dayTitle') })
    const first = day.getByRole('listitem').first()
    await expect(first).toBeInViewport()
    expect(await day.getByRole('listitem').count()).toBeGreaterThan(5)
    await expect(day.getByRole('listitem').filter({ hasText: words('rotation.what.meal') })).toHaveCount(1)
    expect(await overflowOf(phone)).toBeLessThanOrEqual(0)
    await expectAccessible(phone)
    await picture(phone, 'rotation-hall-phone')
    await day.getByRole('link', { name: words('rotation.swaps.open') }).click()
    await expect(
      phone.getByRole('heading', { level: 1, name: words('rotation.swaps.newTitle') }),
    ).toBeVisible()
    expect(await overflowOf(phone)).toBeLessThanOrEqual(0)
    await picture(phone, 'rotation-hall-phone-swap')

    const change = await workNow(hall)
    await test.step('one tap tells how tired the last block made, and the book of wishes what it was like', async () => {
      await phone.goto('/rotation')
      const tap = phone.getByRole('form', { name: words('rotation.tired.ask') })
      await tap.getByRole('button', { name: words('rotation.tired.scores.2') }).click()
      await expect(tap).toHaveCount(0)
      await phone.goto('/rotation/wishes')
      const first = phone.getByRole('main').getByRole('listitem').first()
      await first.getByRole('button', { name: words('rotation.wishes.choice.rather-not') }).click()
      await expect(
        first.getByRole('button', { name: words('rotation.wishes.choice.rather-not'), pressed: true }),
      ).toBeVisible()
      await expectAccessible(phone)
      await picture(phone, 'rotation-hall-phone-wishes')
    })

    await test.step('shortly before a block changes a line says so, softly, and goes again', async () => {
      await phone.clock.install()
      await phone.goto('/rotation')
      await expect(
        phone.getByRole('button', { name: words('rotation.browser.signal.soundOff') }),
      ).toHaveAttribute('aria-pressed', 'false')
      const signal = phone
        .getByRole('status')
        .filter({ hasText: new RegExp(`: ${words('rotation.what.pause')}$`, 'i') })
      await expect(signal).toHaveCount(0)
      await phone.clock.fastForward(change.getTime() - Date.now() - 110_000)
      await expect(signal).toBeVisible()
      await expectAccessible(phone)
      await picture(phone, 'rotation-hall-phone-signal')
      await phone.clock.fastForward(3 * 60_000)
      await expect(signal).toHaveCount(0)
    })
    await phone.context().close()
  })
  await lead.context().close()
})
