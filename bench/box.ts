import { Client } from 'pg'
import { fillBox } from '#bench/box-fill'
import type { Request } from '#bench/people'
import type { Stage } from '#bench/stage'
import { fillOnce, openStage } from '#bench/stage'
import { Trace } from '#bench/trace'
import { get } from '#bench/weight'
import type { openTestServer } from '#db/testing/server'

type Wish = { node: string; flags: string[]; quick: boolean }
type Say = (line: string) => void
type Server = Awaited<ReturnType<typeof openTestServer>>

const PEOPLE = 1000
const SIZES = [1000, 1_000_000] as const

type Asked = { path: string; body?: object }
type Page = { name: string; of: (idea: number, area: string) => Asked }

const PAGES: Page[] = [
  { name: 'new', of: () => ({ path: '/ideas' }) },
  { name: 'supported', of: () => ({ path: '/ideas?sort=supported' }) },
  { name: 'answered', of: () => ({ path: '/ideas?sort=answered' }) },
  { name: 'of an area', of: (_, area) => ({ path: `/ideas?areaId=${area}` }) },
  { name: 'in work', of: () => ({ path: '/ideas?state=in-progress' }) },
  { name: 'found by words', of: () => ({ path: `/ideas?search=${encodeURIComponent('гарнітури кухні')}` }) },
  { name: 'an idea', of: (idea) => ({ path: `/ideas/${idea}` }) },
  {
    name: 'alike while typing',
    of: () => ({ path: '/api/ideas/similar', body: { text: 'Нові крісла біля вікна' } }),
  },
]

const p95 = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

type Ready = { stage: Stage; ideas: number[]; areas: string[] }

const known = async (superuserUrl: string, stage: Stage): Promise<Ready> => {
  const address = new URL(superuserUrl)
  address.pathname = `/${stage.database}`
  const client = new Client({ connectionString: address.href })
  await client.connect()
  const ideas = await client.query<{ n: string }>(
    `select number as n from ideas where campaign_id is null and state <> 'merged' and not removed
       and number > 500000000000 order by md5(number::text) limit 200`,
  )
  const areas = await client.query<{ id: string }>(
    'select id from areas where retired_at is null order by id',
  )
  await client.end()
  return { stage, ideas: ideas.rows.map(({ n }) => Number(n)), areas: areas.rows.map(({ id }) => id) }
}

const requestOf = ({ stage, ideas, areas }: Ready, page: Page, turn: number): Request => {
  const visitor = stage.visitors[turn % stage.visitors.length]
  const { path, body } = page.of(ideas[turn % ideas.length] as number, areas[turn % areas.length] as string)
  const headers = { cookie: visitor?.cookie ?? '', 'content-type': 'application/json', origin: stage.url }
  return body
    ? { method: 'POST', path, headers, body: JSON.stringify(body) }
    : { method: 'GET', path, headers }
}

const once = async (ready: Ready, request: Request): Promise<number> => {
  const begun = performance.now()
  const { status, body } = await get(ready.stage.url, request)
  if (status !== 200) throw new Error(`${request.path} answered ${status}: ${body.toString().slice(0, 200)}`)
  return performance.now() - begun
}

/** Each page at both sizes in turn, so that what else the machine does weighs on both. */
const compare = async (all: readonly Ready[], trace: Trace, times: number, say: Say): Promise<void> => {
  for (const page of PAGES) {
    const taken: number[][] = all.map(() => [])
    for (let turn = 0; turn < times; turn++) {
      for (const [index, ready] of all.entries()) {
        const ms = await once(ready, requestOf(ready, page, turn))
        // The first tenth warms up.
        if (turn >= times / 10) taken[index]?.push(ms)
      }
    }
    const asked: number[] = []
    await trace.during(async () => {
      for (const ready of all) {
        const work = () => once(ready, requestOf(ready, page, 0))
        asked.push((await trace.of(ready.stage.database, work)).statements.length)
      }
    })
    const [few = 0, many = 0] = taken.map(p95)
    say(
      `${page.name}: p95 ${few.toFixed(1)} ms and ${many.toFixed(1)} ms, ${(many / few).toFixed(2)} times; statements ${asked.join(' and ')}`,
    )
  }
}

/** The box at a thousand and at a million ideas with ten votes each. */
export async function measureBox(server: Server, wish: Wish, say: Say): Promise<void> {
  const people = wish.quick ? 240 : PEOPLE
  const template = await fillOnce(server, people, () => undefined)
  const trace = new Trace(server.dataDir, server.superuserUrl)
  const ready: Ready[] = []
  const stages: Stage[] = []
  try {
    await trace.open()
    for (const size of wish.quick ? [200, 2000] : SIZES) {
      const stage = await openStage(server, template, {
        ...wish,
        people,
        log: `.test/bench-${size}.log`,
        say,
      })
      stages.push(stage)
      const begun = performance.now()
      const rows = await fillBox(server.superuserUrl, stage, size)
      const seconds = Math.round((performance.now() - begun) / 1000)
      say(`${size.toLocaleString('en')} ideas: ${rows.toLocaleString('en')} rows in ${seconds} s`)
      ready.push(await known(server.superuserUrl, stage))
    }
    await compare(ready, trace, wish.quick ? 5 : 100, say)
  } finally {
    await trace.close()
    for (const stage of stages.toReversed()) await stage.stop()
  }
}
