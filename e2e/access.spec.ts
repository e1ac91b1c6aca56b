import type { APIRequestContext } from '@playwright/test'
import { expect, test } from '#e2e/fixtures'
import { ACCOUNTS, PUBLIC, TABLE } from '#e2e/pages/access-table'
import type { Things } from '#e2e/pages/things'
import { findThings } from '#e2e/pages/things'
import { pagesOfTree } from '#e2e/pages/tree'

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
