import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import type { CommonWords, Synonyms } from '#domain/search'
import { anyWord, everyWord, fewWords, searchShape } from '#domain/search'
import { atMost } from '#server/at-most'

/**
 * A table that search reads beside the thing itself: its key, `shape` (`searchShape` of the title), `document` (`searchDocument`)
 * and `version`. Kept apart, so that what changes often does not rewrite it.
 */
export type Terms = { name: string; key: string; shape: string }

/** How many of the nearest by each way are weighed against each other. */
const NEAR = 20
/** Further apart in shape than this, two texts have nothing in common but a few letters. */
const FAR = 0.85

/** What a search knows beside the text: names of one thing that HR gave, words that many rows of the table have, and about how many rows. */
export type Lore = { names: Synonyms; common: CommonWords; rows: number }

const FRESH = 60_000 // ms
/** Below so many rows no word costs much. */
const SMALL = 5000
/** From so many rows on the nearest in shape are no more looked for among all of them: that took 1.2 s of a million. */
const LARGE = 100_000
/** Of a table of fewer and of as many rows, so many that have the telling words are weighed by their shape. */
const [WEIGHED, WEIGHED_OF_LARGE] = [600, 1500]
/** One of them this near in shape is what is meant: no other spelling of it is looked for. */
const MEANT = 0.65
const kept = new Map<string, { at: number; lore: Lore }>()

type Read = { names: string[][]; words: string[] | null; shares: number[] | null; rows: number }

/** Read at most once a minute and table. Which words are common Postgres knows from its own statistics. */
export async function loreOf(db: Reader, { name }: Terms, now: Date): Promise<Lore> {
  const known = kept.get(name)
  if (known && Math.abs(now.getTime() - known.at) < FRESH) return known.lore
  const { rows } = await db.execute<Read>(sql`
    select (select coalesce(json_agg(s.names order by s.id), '[]') from search_synonyms s where s.retired_at is null) as names,
      p.most_common_elems::text::text[] as words, p.most_common_elem_freqs as shares, c.reltuples::float8 as rows
    from pg_class c
    left join pg_stats p on p.schemaname = 'public' and p.tablename = ${name} and p.attname = 'document' and c.reltuples > ${SMALL}
    where c.oid = ${name}::regclass`)
  const { names = [], words, shares, rows: size = 0 } = rows[0] ?? {}
  const lore = { names, common: new Map(words?.map((word, at) => [word, shares?.[at] ?? 0])), rows: size }
  kept.set(name, { at: now.getTime(), lore })
  return lore
}

/** After a change of the synonyms in this process. */
export const forgetLore = (): void => kept.clear()

/** True for the rows of the table that have every word of a text in any form; undefined where no word of it tells anything. */
export function hasWords({ name }: Terms, text: string, { names }: Lore): SQL | undefined {
  const words = everyWord(text, names)
  return words ? sql`${sql.identifier(name)}.document @@ ${words}::tsquery` : undefined
}

/** What is nearest in shape, of the rows that the words find, of all rows, or of all only where the words find nothing near. */
const nearest = ([table, key, shape]: SQL[], given: string, rows: number): SQL => {
  const weighed = sql`select id, distance from weighed order by distance ${atMost(NEAR)}`
  if (rows > LARGE) return weighed
  const where = rows > SMALL ? sql`where (select coalesce(min(distance), 1) from weighed) > ${MEANT}` : sql``
  const all = sql`
    select ${key} as id, ${shape} <-> ${given} as distance from ${table} ${where} order by ${shape} <-> ${given} ${atMost(NEAR)}`
  return rows > SMALL ? sql`(${weighed}) union (${all}) order by distance ${atMost(NEAR)}` : all
}

/**
 * The rows most like a text as `(id, score)`, best first: reciprocal ranks of likeness in shape (typing errors, look-alike letters)
 * and in stems (word endings). No score decides alone, so what to do with the best is a person's choice. In a large table likeness in
 * shape orders what the words find, rare ones and a pair of others, so that the work has a bound; a word is then found by its
 * stem or its beginning alone.
 */
export function mostAlike(terms: Terms, text: string, { names, common, rows }: Lore): SQL | undefined {
  const said = text.slice(0, 500)
  const words = anyWord(said, names, common)
  if (!words) return undefined
  const called = [terms.name, terms.key, terms.shape].map((name) => sql`${sql.identifier(name)}`)
  const [table, key, shape] = called
  const given = searchShape(text).slice(0, 200)
  const most = rows > LARGE ? WEIGHED_OF_LARGE : WEIGHED
  const few = fewWords(said, names, common, { rows, most })
  const found =
    rows > LARGE ? sql`select id, document from weighed` : sql`select ${key} as id, document from ${table}`
  return sql`(
    with weighed as materialized (
      select ${key} as id, ${shape} <-> ${given} as distance, document from ${table} where document @@ ${few}::tsquery ${atMost(most)})
    select id, sum(1.0 / (60 + place)) as score from (
      select id, row_number() over (order by distance) as place from (${nearest(called, given, rows)}) near where distance < ${FAR}
      union all
      select id, row_number() over (order by rank desc, id) from (
        select id, ts_rank(document, q.words) as rank from (${found}) found, (select ${words}::tsquery as words) q
        where document @@ q.words order by rank desc ${atMost(NEAR)}
      ) near
    ) places group by id)`
}
