import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { db } from '#db/client'
import { newUnorderedId } from '#db/ids'
import { testDatabase } from '#db/testing'
import { makeBox } from '#db/testing/ideas'
import { blindDatabase } from '#db/testing/server'
import { systemActor } from '#domain/access'
import { seededRandom } from '#domain/random'
import { SEARCH_VERSION, searchDocument, searchShape } from '#domain/search'
import { similarIdeas } from '#server/ideas/queries'
import { reindexIdeas } from '#server/ideas/reindex'
import { forgetLore, loreOf, mostAlike } from '#server/search'
import crowd from '../../db/seed/demo/content/idea-parts.json'
import pairs from './similar-pairs.json'

const IDEAS = 20_000
/** Recall at 5 and milliseconds in Postgres that the issue asks for. */
const [RECALL, QUICK] = [0.93, 15]
const PAGES = 2500

type Explained = {
  Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number }
  'Execution Time': number
}

const TERMS = { name: 'idea_terms', key: 'idea_id', shape: 'title' }

type Pair = { title: string; query: string; language: 'uk' | 'en' }
const PAIRS: Pair[] = (['uk', 'en'] as const).flatMap((language) =>
  pairs[language].map(([title = '', query = '']) => ({ title, query, language })),
)

const asOwner = async (text: string) => {
  const client = new Client({ connectionString: testDatabase().ownerUrl })
  await client.connect()
  await client.query(text)
  await client.end()
}

let box: Awaited<ReturnType<typeof makeBox>>

const store = async (all: { title: string; body: string }[]) => {
  const rows = all.map(({ title, body }, at) => ({
    id: newUnorderedId(),
    number: 100_000 + at,
    title,
    body,
    shape: searchShape(title),
    document: searchDocument(title, body),
  }))
  const of = (key: keyof (typeof rows)[number]) => sql.param(rows.map((row) => row[key]))
  await db.execute(sql`
    insert into ideas (id, number, title, body, area_id, author_mode, author_id, owner_id, submitted_on, ack_due, decide_due)
    select id, number, title, body, ${box.areaId}, 'named', ${box.operator.personId}, ${box.supervisor.personId},
      '2026-03-02', '2026-03-04', '2026-03-20'
    from unnest(${of('id')}::uuid[], ${of('number')}::bigint[], ${of('title')}::text[], ${of('body')}::text[])
      as n (id, number, title, body)`)
  await db.execute(sql`
    insert into idea_terms (idea_id, title, document, version)
    select id, shape, document::tsvector, ${SEARCH_VERSION}
    from unnest(${of('id')}::uuid[], ${of('shape')}::text[], ${of('document')}::text[]) as n (id, shape, document)`)
}

beforeAll(async () => {
  box = await makeBox()
  const random = seededRandom(7)
  const made = Object.values(crowd.made)
  const others = Array.from({ length: IDEAS - PAIRS.length }, () => {
    const { what, where } = random.pick(made)
    return {
      title: `${random.pick(what)} ${random.pick(where)}`,
      body: `${random.pick(crowd.why)} ${random.pick(crowd.how)}`,
    }
  })
  await store([...others, ...PAIRS.map(({ title }) => ({ title, body: '' }))])
  // As the server itself does some minutes after so much was written, and only a table's owner may.
  await asOwner('vacuum analyze idea_terms')
  forgetLore()
})

const recallOf = (missed: readonly Pair[], language?: string) => {
  const of = (all: readonly Pair[]) => all.filter((pair) => !language || pair.language === language).length
  return 1 - of(missed) / of(PAIRS)
}
const say = (line: string) => void process.stdout.write(`${line}\n`)

describe(`among ${IDEAS} ideas`, () => {
  test('what is meant is among the five offered', async () => {
    const missed: Pair[] = []
    for (const pair of PAIRS) {
      const offered = await similarIdeas(box.operator, { text: pair.query })
      if (!offered.some(({ title }) => title === pair.title)) missed.push(pair)
    }
    const said = ['uk', 'en', undefined].map((one) => `${one ?? 'all'} ${recallOf(missed, one).toFixed(3)}`)
    say(`recall at 5: ${said.join(', ')}; missed: ${missed.map(({ query }) => query).join(' | ')}`)
    expect(recallOf(missed)).toBeGreaterThanOrEqual(RECALL)
  })

  // What is spelt so that no stem is the same is found by its shape alone, and so not here.
  test('weighed as of a million rows, where only a few thousand are looked at, most is found still', async () => {
    const lore = { ...(await loreOf(db, TERMS, new Date())), rows: 1_000_000 }
    const some = PAIRS.filter((_, at) => at % 2)
    let found = 0
    for (const pair of some) {
      const alike = mostAlike(TERMS, pair.query, lore)
      const { rows } = await db.execute<{ title: string }>(sql`
        select i.title from ${alike} r join ideas i on i.id = r.id order by r.score desc, i.number limit 5`)
      if (rows.some(({ title }) => title === pair.title)) found++
    }
    say(`recall at 5 with bounded work: ${(found / some.length).toFixed(3)}`)
    expect(found / some.length).toBeGreaterThanOrEqual(0.75)
  })

  // The machine of a test is busy with others: milliseconds are printed, and what is bounded are the pages of 8 kB that are looked at.
  test('Postgres answers quickly', async () => {
    const lore = await loreOf(db, TERMS, new Date())
    const times: number[] = []
    const blocks: number[] = []
    for (const { query } of PAIRS) {
      const found = mostAlike(TERMS, query, lore)
      const { rows } = await db.execute<{ 'QUERY PLAN': [Explained] }>(
        sql`explain (analyze, buffers, format json) select * from ${found} found`,
      )
      const [explained] = rows.flatMap((row) => row['QUERY PLAN'])
      times.push(explained?.['Execution Time'] ?? 0)
      blocks.push(
        (explained?.Plan['Shared Hit Blocks'] ?? PAGES) + (explained?.Plan['Shared Read Blocks'] ?? 0),
      )
    }
    const [half, most] = [times, blocks].map((all) => all.toSorted((a, b) => a - b))
    say(
      `in Postgres: median ${half?.[times.length >> 1]?.toFixed(1)} ms, worst ${half?.at(-1)?.toFixed(1)} ms (promised ${QUICK} ms); pages ${most?.[blocks.length >> 1]} and ${most?.at(-1)}`,
    )
    expect(most?.at(-1)).toBeLessThan(PAGES)
  })
})

test('an older index is written anew', async () => {
  await db.execute(sql`update idea_terms set version = 1, title = 'старе' where idea_id in
    (select id from ideas where number >= ${100_000 + IDEAS - 5})`)
  expect((await reindexIdeas(systemActor(), {})).done).toBe(5)
  const [last] = PAIRS.slice(-1) as [Pair]
  expect((await similarIdeas(box.operator, { text: last.query }))[0]?.title).toBe(last.title)
})

test('works where the database knows no Cyrillic letter', async () => {
  const { ownerUrl, drop } = await blindDatabase(inject('postgres'))
  const client = new Client({ connectionString: ownerUrl })
  try {
    await client.connect()
    await client.query('create extension pg_trgm')
    expect((await client.query(`select similarity('гарнітура', 'гарнітура') as s`)).rows[0].s).toBe(0)
    const alike = await client.query('select similarity($1, $2) as s, $3::tsvector @@ $4::tsquery as found', [
      searchShape('Замінити гарнітури'),
      searchShape('ЗАМІНИТИ ГАРНІТУРУ'),
      searchDocument('Замінити гарнітури', ''),
      "'гарнітур':*",
    ])
    expect(alike.rows[0].s).toBeGreaterThan(0.7)
    expect(alike.rows[0].found).toBe(true)
  } finally {
    await client.end()
    await drop()
  }
})
