import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Client } from 'pg'
import type { Stage } from '#bench/stage'
import { seededRandom } from '#domain/random'
import { SEARCH_VERSION, searchDocument, searchShape } from '#domain/search'
import parts from '../db/seed/demo/content/idea-parts.json'

/** Different texts; a centre writes about the same things again and again, and so the stems of its words repeat. */
const TEXTS = 20_000
/** Votes of an idea in the mean. */
export const VOTES = 10
const TABLES = ['ideas', 'idea_terms', 'idea_votes', 'idea_replies']

type Text = { title: string; body: string; shape: string; document: string }

const texts = (): Text[] => {
  const random = seededRandom(5)
  const made = Object.values(parts.made)
  return Array.from({ length: TEXTS }, (_, turn) => {
    const { what, where } = random.pick(made)
    const title = `${random.pick(what)} ${random.pick(where)} № ${turn % 400}`
    const body = `${random.pick(parts.why)} ${random.pick(parts.how)}`
    return { title, body, shape: searchShape(title), document: searchDocument(title, body) }
  })
}

/**
 * Half a decade of ideas: three quarters signed, a tenth without a name; nine of ten decided, the rest of the last months waiting for
 * their answer. Numbers are above those that the product draws.
 */
const IDEAS = `
  insert into ideas (id, number, title, body, area_id, author_mode, author_id, code_hash, owner_id, state, submitted_on, ack_due,
    decide_due, answered_on, first_reply_id, decision_reply_id, done_on, returns_on, votes)
  select i.id, 500000000000 + n, x.title, x.body || ' ' || n, a.id, mode, case when mode <> 'anonymous' then p.ids[1 + n % cardinality(p.ids)] end,
    case when mode = 'anonymous' then sha256(('bench ' || n)::bytea) end, a.owner_id, state, day, day + 2, day + 14,
    case when state <> 'new' then least(day + 1 + n % 9, current_date) end, reply, case when state <> 'new' then reply end,
    case when state = 'done' then least(day + 40, current_date) end, case when state = 'not-now' then current_date + 30 end, i.votes
  from generate_series(1, $1::int) n
  cross join lateral (select gen_random_uuid() as id, current_date - (1 + (n::bigint * 7919 % 1800))::int as day,
    case when n % 10 = 0 then 'anonymous' when n % 7 = 0 then 'hidden' else 'named' end as mode,
    (1 + n::bigint * 2654435761 % ${2 * VOTES - 1})::int as votes) i
  cross join lateral (select case when n % 10 = 3 and day > current_date - 180 then 'new'
    else (array['accepted', 'planned', 'in-progress', 'done', 'declined', 'not-now'])[1 + n % 6] end as state) s
  cross join lateral (select case when state <> 'new' then gen_random_uuid() end as reply) r
  cross join (select array_agg(id order by id) as ids from people) p
  join bench_texts x on x.k = n % ${TEXTS}
  join (select id, owner_id, row_number() over (order by id) - 1 as at, count(*) over () as all_of from areas) a on a.at = n % a.all_of`

const REST = [
  `insert into idea_terms (idea_id, title, document, version)
    select i.id, x.shape, x.document, ${SEARCH_VERSION} from ideas i join bench_texts x on x.k = (i.number - 500000000000) % ${TEXTS}
    where i.number > 500000000000`,
  `insert into idea_replies (id, idea_id, author_id, kind, state, reason, body, created_at)
    select first_reply_id, id, owner_id, 'decision', state, 'useful', 'Дякуємо, розглянули разом із командою.', answered_on
    from ideas where number > 500000000000 and first_reply_id is not null`,
  `insert into idea_votes (idea_id, person_id)
    select i.id, p.ids[1 + (i.number % cardinality(p.ids) + k * 97) % cardinality(p.ids)]
    from ideas i cross join (select array_agg(id order by md5(id::text)) as ids from people) p
    cross join lateral generate_series(1, least(i.votes, cardinality(p.ids) / 2)) k
    where i.number > 500000000000`,
]

/** Ten million votes are sorted once instead of being put one by one into an index. */
const KEYS = [
  'alter table idea_votes add constraint idea_votes_idea_id_person_id_pk primary key (idea_id, person_id)',
  `alter table idea_moved_votes add constraint idea_moved_votes_vote foreign key (into_id, person_id)
    references idea_votes (idea_id, person_id) on delete cascade`,
]

/** Past the triggers, as it would stand after those years, with the indexes made anew at the end; what a row must be is checked. */
export async function fillBox(superuserUrl: string, stage: Stage, ideas: number): Promise<number> {
  const address = new URL(superuserUrl)
  address.pathname = `/${stage.database}`
  const client = new Client({ connectionString: address.href })
  await client.connect()
  try {
    await client.query(
      "set session_replication_role = 'replica'; set maintenance_work_mem = '512MB'; set work_mem = '256MB'",
    )
    await client.query(
      'create temporary table bench_texts (k int primary key, title text, body text, shape text, document tsvector)',
    )
    const all = texts()
    const of = (key: keyof Text) => all.map((text) => text[key])
    await client.query(
      `insert into bench_texts select n - 1, title, body, shape, document::tsvector
       from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality t (title, body, shape, document, n)`,
      [of('title'), of('body'), of('shape'), of('document')],
    )
    await client.query('analyze bench_texts')
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      `select i.indexname as name, i.indexdef as made from pg_indexes i
       where i.schemaname = 'public' and i.tablename = any($1)
         and not exists (select from pg_constraint c where c.conindid = format('%I', i.indexname)::regclass)`,
      [TABLES],
    )
    const database = drizzle({ client })
    for (const { name } of indexes) await database.execute(sql`drop index ${sql.identifier(name)}`)
    await client.query('alter table idea_votes drop constraint idea_votes_idea_id_person_id_pk cascade')
    let rows = (await client.query(IDEAS, [ideas])).rowCount ?? 0
    await client.query('analyze ideas')
    for (const text of REST) rows += (await client.query(text)).rowCount ?? 0
    for (const text of KEYS) await client.query(text)
    for (const { made } of indexes) await client.query(made)
    await client.query('vacuum analyze')
    return rows
  } finally {
    await client.end()
  }
}
