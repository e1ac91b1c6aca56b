import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/fixtures'
import { asked, praiseOf } from '#e2e/pages/asked'

// From narrow to wide.
const REACHES = ['private', 'team', 'public'] as const
type Reach = (typeof REACHES)[number]

const narrower = (one: Reach, other: Reach): Reach =>
  REACHES[Math.min(REACHES.indexOf(one), REACHES.indexOf(other))] as Reach

test('what the giver chose and the person wishes hold together on every surface, whichever is narrower', async ({
  as,
  visitor,
  words,
  guard,
}) => {
  guard.allow(/404/)
  const [content, operator, outsider, hr] = [
    await as('content'),
    await as('operator'),
    await as('other-supervisor'),
    await as('hr'),
  ]
  const [known] = await asked<{ id: string; team: string }>(
    `select p.id, e.team_id as team from people p join current_employments e on e.person_id = p.id where p.email = 'content@sviato.test'`,
  )
  const mark = `помилку в тарифі до ранку (${Date.now()})`
  const praises = new Map<Reach, { deed: string; address: string }>()
  for (const visibility of REACHES) {
    const deed = `Ви знайшли ${mark}, ${visibility}.`
    const id = await praiseOf({ by: 'hr', to: 'content', deed, visibility })
    praises.set(visibility, { deed, address: `/recognition/${id}` })
  }
  await hr.goto('/recognition/settings')
  await hr.getByRole('button', { name: words('recognition.screen.open') }).click()
  const screen = (await hr.getByRole('link', { name: /\/recognition\/screen\// }).getAttribute('href')) ?? ''

  const read = async (reader: Page, address: string) => (await reader.request.get(address)).text()
  /** Which of the three praises the reader finds, the same wherever praises stand. */
  const seen = async (reader: Page): Promise<Reach[]> => {
    const walls = await Promise.all(
      ['/recognition', `/recognition?teamId=${known?.team}`].map((address) => read(reader, address)),
    )
    const found: Reach[] = []
    for (const [reach, { deed, address }] of praises) {
      const surfaces = [...walls, await read(reader, address)].map((text) => text.includes(deed))
      expect(new Set(surfaces).size).toBe(1)
      if (surfaces[0]) found.push(reach)
    }
    return found
  }
  const elsewhere = async (reader: Page) => {
    const pages = [
      ...['/notifications', `/people/${known?.id}`, '/people?search=помилку', '/ideas?search=помилку'],
      ...['/recognition/awards', '/recognition/thanks', ...(reader === content ? [] : ['/'])],
    ]
    const texts = await Promise.all(pages.map((address) => read(reader, address)))
    for (const text of texts) expect(text).not.toContain(mark)
  }
  const wishes = async (wish: Reach) => {
    await content.goto('/settings')
    const form = content.getByRole('form', { name: words('settings.preferences') })
    await form.getByRole('radio', { name: words(`settings.praises.${wish}`) }).check()
    await form.getByRole('button', { name: words('settings.save') }).click()
    await expect(content.getByRole('status').filter({ hasText: words('done.saved') })).toBeVisible()
    const as = (reaches: Reach[]) => REACHES.filter((chosen) => reaches.includes(narrower(chosen, wish)))
    expect(await seen(content)).toEqual([...REACHES])
    expect(await seen(operator)).toEqual(as(['team', 'public']))
    expect(await seen(outsider)).toEqual(as(['public']))
    const shown = await read(visitor, screen)
    expect(REACHES.filter((reach) => shown.includes(praises.get(reach)?.deed ?? ''))).toEqual(as(['public']))
  }
  await wishes('public')
  // Even the widest stands nowhere else in anybody's portal.
  for (const reader of [content, operator, outsider]) await elsewhere(reader)
  for (const wish of ['private', 'team'] as const) await wishes(wish)
  expect(await seen(hr)).toEqual([...REACHES])
  await hr.reload()
  await hr.getByRole('button', { name: words('recognition.screen.close') }).click()
  await expect(hr.getByRole('button', { name: words('recognition.screen.close') })).toHaveCount(0)
})
