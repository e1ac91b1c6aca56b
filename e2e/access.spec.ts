import type { APIRequestContext } from '@playwright/test'
import { expect, test } from '#e2e/fixtures'
import { ACCOUNTS, PUBLIC, TABLE } from '#e2e/pages/access-table'
import type { Things } from '#e2e/pages/things'
import { findThings } from '#e2e/pages/things'
import { pagesOfTree, routesOfTree } from '#e2e/pages/tree'

const NOBODY = '01890000-0000-7000-8000-00000000abcd'
const LONG = 'a'.repeat(2000)
/** Requests under way at once: enough that the server waits for none. */
const AT_ONCE = 4

let things: Things
test.beforeAll(async () => {
  things = await findThings()
})

type Answer = { status: number; title: string; html: string; location?: string }

const ask = async (request: APIRequestContext, path: string): Promise<Answer> => {
  const answer = await request.get(path, { maxRedirects: 0 })
  const html = await answer.text()
  const title = html.match(/<title>([^<]*)<\/title>/)?.[1] ?? ''
  return { status: answer.status(), title, html, location: answer.headers().location }
}

/** Asks for every address, a few at a time, and keeps what came by its address. */
async function askAll(request: APIRequestContext, paths: string[]): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>()
  const waiting = [...paths]
  const line = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
      answers.set(path, await ask(request, path))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line))
  return answers
}

const addressOf = ({ page, at }: { page: string; at?: (things: Things) => string }) => at?.(things) ?? page

test('every page of the tree stands in one of the two tables, once', () => {
  const named = [...TABLE, ...PUBLIC].map(({ page }) => page)
  expect(named.toSorted()).toEqual(pagesOfTree())
})

for (const account of ACCOUNTS) {
  test(`${account} opens what is theirs and finds nothing elsewhere, in the title neither`, async ({
    as,
    words,
  }) => {
    const { request } = (await as(account)).context()
    const answers = await askAll(request, TABLE.map(addressOf))
    const lost = words('layout.lost.title')
    const tell = (status: number, title: string) => {
      if (title.startsWith(`${lost} · `)) return `${status} lost`
      return `${status} ${/ · \S+$/.test(title) ? 'titled' : title}`
    }
    const seen = TABLE.map((entry) => {
      const { status = 0, title = '' } = answers.get(addressOf(entry)) ?? {}
      return [entry.page, tell(status, title)]
    })
    expect(Object.fromEntries(seen)).toEqual(
      Object.fromEntries(
        TABLE.map(({ page, opens }) => [page, opens.includes(account) ? '200 titled' : '404 lost']),
      ),
    )
  })
}

test('nobody who is not signed in sees any of it', async ({ visitor }) => {
  const { request } = visitor.context()
  for (const [path, { status, html, location }] of await askAll(request, TABLE.map(addressOf))) {
    expect({ path, status }).toEqual({ path, status: 307 })
    expect(location).toContain('/sign-in')
    expect(html).not.toContain('<h1')
  }
})

test('what is public is there for everybody, and the door for those outside', async ({ as, visitor }) => {
  const inside = (await as('operator')).context().request
  for (const entry of PUBLIC) {
    const path = addressOf(entry)
    expect({ path, status: (await ask(visitor.context().request, path)).status }).toEqual({
      path,
      status: entry.status,
    })
    expect({ path, status: (await ask(inside, path)).status }).toEqual({
      path,
      status: entry.inside ?? entry.status,
    })
  }
})

test('an address of nothing looks like the product, whatever stands in it', async ({ as, words }) => {
  const { request } = (await as('hr')).context()
  const dynamic = pagesOfTree().filter((page) => page.includes('['))
  const wrong = dynamic.flatMap((page) =>
    [NOBODY, 'not-a-uuid', LONG].map((value) => page.replace(/\[\w+\]/, value)),
  )
  const answers = await askAll(request, [...wrong, '/no/such/page'])
  for (const [path, { status, html, title }] of answers) {
    const shown = path.slice(0, 60)
    expect({ shown, status }).toEqual({ shown, status: 404 })
    // Of a certificate it says what to do about a slip of the hand.
    const [said, lead] = path.startsWith('/verify/')
      ? (['training.verify.unknown', 'training.verify.unknownLead'] as const)
      : (['layout.lost.title', 'layout.lost.lead'] as const)
    expect({ shown, title }).toEqual({ shown, title: `${words(said)} · ${words('layout.product')}` })
    // Nor is it only told to scripts.
    expect({ shown, html: html.replaceAll(/<script.*?<\/script>/gs, '') }).toEqual({
      shown,
      html: expect.stringContaining(words(lead)),
    })
  }
})

test('nor does a file answer to an address of nothing', async ({ as }) => {
  const { request } = (await as('hr')).context()
  // A stream tells by its end that there is nothing, else a browser would ask again and again.
  const files = routesOfTree().filter((route) => /\[\w+\]/.test(route) && !/\[\[|\/runs\//.test(route))
  const wrong = files.flatMap((route) =>
    [NOBODY, 'not-a-uuid', LONG].map((value) => route.replace(/\[\w+\]/, value)),
  )
  for (const [path, { status }] of await askAll(request, wrong))
    expect({ path: path.slice(0, 60), status }).toEqual({ path: path.slice(0, 60), status: 404 })
})
