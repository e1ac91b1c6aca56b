import type { APIRequestContext } from '@playwright/test'
import type { Account } from '#e2e/fixtures'
import { expect, test } from '#e2e/fixtures'

const ACCOUNTS: Account[] = [
  'operator',
  'content',
  'mentor',
  'supervisor',
  'other-supervisor',
  'head',
  'hr',
  'admin',
]
const EVERYBODY = ACCOUNTS

/** Who may open which page; everybody else finds nothing there, as after docs/INTERFACE.md. */
const PAGES: { path: string; opens: Account[] }[] = [
  { path: '/', opens: EVERYBODY },
  { path: '/career', opens: EVERYBODY },
  { path: '/career/path', opens: EVERYBODY },
  { path: '/career/positions/mentor', opens: EVERYBODY },
  { path: '/career/openings', opens: EVERYBODY },
  { path: '/career/figures', opens: ['hr'] },
  { path: '/career/recall', opens: EVERYBODY },
  { path: '/career/scoreboard', opens: EVERYBODY },
  { path: '/career/team', opens: ['mentor', 'supervisor', 'other-supervisor', 'head', 'hr'] },
  { path: '/training', opens: EVERYBODY },
  { path: '/training/mentor-school', opens: EVERYBODY },
  { path: '/ideas', opens: EVERYBODY },
  { path: '/ideas/new', opens: EVERYBODY },
  { path: '/ideas/queue', opens: ['supervisor', 'other-supervisor', 'head', 'hr'] },
  { path: '/ideas/campaigns', opens: EVERYBODY },
  { path: '/recognition', opens: EVERYBODY },
  { path: '/recognition/give', opens: EVERYBODY },
  { path: '/recognition/awards', opens: EVERYBODY },
  { path: '/recognition/thanks', opens: EVERYBODY },
  { path: '/recognition/team', opens: ['supervisor', 'other-supervisor', 'head', 'hr'] },
  { path: '/recognition/numbers', opens: ['head', 'hr'] },
  { path: '/recognition/settings', opens: ['hr'] },
  { path: '/notifications', opens: EVERYBODY },
  { path: '/people', opens: EVERYBODY },
  { path: '/people/new', opens: ['hr'] },
  { path: '/rotation', opens: EVERYBODY },
  { path: '/rotation/team', opens: ['supervisor', 'other-supervisor', 'head', 'hr'] },
  { path: '/workplace', opens: EVERYBODY },
  { path: '/workplace/measure', opens: EVERYBODY },
  { path: '/workplace/safety', opens: EVERYBODY },
  { path: '/workplace/sourcing', opens: ['head', 'hr'] },
  { path: '/workplace/plan/kyiv', opens: ['head', 'hr'] },
  { path: '/workplace/labels/kyiv', opens: ['head', 'hr'] },
  { path: '/workplace/sensors', opens: ['head', 'hr'] },
  { path: '/workplace/rounds', opens: EVERYBODY },
  { path: '/workplace/actions', opens: EVERYBODY },
  { path: '/workplace/map/kyiv', opens: EVERYBODY.filter((account) => account !== 'other-supervisor') },
  { path: '/workplace/templates', opens: EVERYBODY },
  { path: '/workplace/drafts/operator-self-check', opens: ['hr'] },
  { path: '/workplace/norms', opens: EVERYBODY },
  { path: '/workplace/instruments', opens: ['head', 'hr'] },
  { path: '/workplace/tea', opens: ['head', 'hr'] },
  { path: '/workplace/seating/kyiv', opens: ['supervisor', 'head', 'hr'] },
  { path: '/settings', opens: EVERYBODY },
  { path: '/settings/security', opens: EVERYBODY },
  { path: '/settings/tokens', opens: EVERYBODY },
  { path: '/settings/audit', opens: ['hr', 'admin'] },
]

const statusOf = async (request: APIRequestContext, path: string) =>
  (await request.get(path, { maxRedirects: 0 })).status()

for (const account of ACCOUNTS) {
  test(`${account} opens what is theirs and finds nothing elsewhere`, async ({ as }) => {
    const { request } = (await as(account)).context()
    const found: Record<string, number> = {}
    for (const { path } of PAGES) found[path] = await statusOf(request, path)
    expect(found).toEqual(
      Object.fromEntries(PAGES.map(({ path, opens }) => [path, opens.includes(account) ? 200 : 404])),
    )
  })
}

test('nobody who is not signed in sees any of it', async ({ visitor }) => {
  const { request } = visitor.context()
  for (const { path } of PAGES) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect({ path, status: answer.status() }).toEqual({ path, status: 307 })
    expect(answer.headers().location).toContain('/sign-in')
    expect(await answer.text()).not.toContain('<h1')
  }
})

test('a page that may not be seen tells nothing in its title or text either', async ({ as, words }) => {
  const { request } = (await as('operator')).context()
  const answer = await request.get('/settings/audit')
  const html = await answer.text()
  expect(answer.status()).toBe(404)
  expect(html).toContain(words('layout.lost.title'))
  expect(html).not.toContain(`${words('audit.title')} ·`)
})
