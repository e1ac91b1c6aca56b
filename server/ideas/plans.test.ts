import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Reader } from '#db/client'
import { db } from '#db/client'
import { makeBox } from '#db/testing/ideas'
import { makePerson } from '#db/testing/people'
import { listIdeas, listQueue } from '#server/ideas/queries'
import { listPraises } from '#server/recognition/queries'

const IDEAS = 20_000

let box: Awaited<ReturnType<typeof makeBox>>
let plan = ''

/** Answers a query with no rows and keeps how Postgres would have found them. */
const reader = {
  execute: async (asked: SQL) => {
    const { rows } = await db.execute<{ 'QUERY PLAN': string }>(sql`explain ${asked}`)
    plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    return { rows: [] }
  },
} as unknown as Reader

beforeAll(async () => {
  box = await makeBox()
  const authors = await Promise.all(Array.from({ length: 40 }, () => makePerson({ siteId: box.siteId })))
  const ids = sql.param(authors.map(({ personId }) => personId))
  await db.execute(sql`
    insert into ideas (id, number, title, area_id, author_mode, author_id, owner_id, submitted_on, ack_due, decide_due, votes)
    select gen_random_uuid(), 100000 + n, 'Ідея про гарнітури ' || n, ${box.areaId}, 'named', (${ids}::uuid[])[1 + n % 40],
      ${box.supervisor.personId}, d, d + 2, d + 14, (random() * 50)::int
    from generate_series(1, ${IDEAS}::int) n, lateral (select '2024-01-01'::date + n % 700 as d) days`)
  await db.execute(sql`
    insert into idea_terms (idea_id, title, document, version)
    select id, lower(title), to_tsvector('simple', lower(title)), 1 from ideas`)
  await db.execute(sql`
    insert into praise_budgets (giver_id, kind, month, cap)
    select p, 'peer', '2026-03-01', 50 from unnest(${ids}::uuid[]) p`)
  await db.execute(sql`
    insert into praise_budgets (giver_id, kind, month, cap)
    select p, 'supervisor', m::date, 50 from unnest(${ids}::uuid[]) p, generate_series('2024-01-01'::date, '2025-12-01', '1 month') m`)
  await db.execute(sql`
    insert into praises (id, kind, giver_id, receiver_id, value_id, deed, visibility, created_at)
    select gen_random_uuid(), 'award', (${ids}::uuid[])[1 + n % 40], (${ids}::uuid[])[1 + (n + 7) % 40],
      (select id from company_values limit 1), repeat('Добра справа. ', 4), 'public', '2024-01-01'::timestamptz + n * interval '1 hour'
    from generate_series(1, 12000) n`)
  await db.execute(sql`
    insert into idea_votes (idea_id, person_id) select id, ${box.operator.personId} from ideas order by id limit 6000`)
  await db.execute('analyze')
})

test.each([
  ['new', 'ideas_new'],
  ['supported', 'ideas_supported'],
] as const)('the box by %s is read from its index, without sorting', async (sort, index) => {
  for (const cursor of [undefined, 'WzIwLDEwMDUwMF0'] as const) {
    await listIdeas(box.operator, { sort, cursor: sort === 'new' ? undefined : cursor }, { reader })
    expect(plan).toContain(`Index Scan Backward using ${index}`)
    expect(plan).not.toContain('Seq Scan on ideas')
    expect(plan).not.toContain('Sort Key: i.')
    // One entry for each row, not all votes of whoever reads.
    expect(plan).toContain('Index Only Scan using idea_votes_idea_id_person_id_pk')
    expect(plan).not.toContain('idea_votes_person')
  }
})

test("the owner's queue, one's own ideas and a search never read the whole box", async () => {
  await listQueue(box.supervisor, {}, { reader })
  expect(plan).toContain('ideas_due')
  await listIdeas(box.operator, { mine: true }, { reader })
  expect(plan).toContain('ideas_author')
  await listIdeas(box.operator, { similar: 'нові гарнітури' }, { reader })
  expect(plan).toContain('idea_terms_title')
  expect(plan).toContain('idea_terms_document')
})

test('the wall is read from its index', async () => {
  await listPraises(box.operator, {}, { reader })
  expect(plan).toContain('Index Scan Backward using praises_wall')
  expect(plan).not.toContain('Sort Key: p.')
})
