import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { db } from '#db/client'

/** Rows of a table, one column that is written as it was, and their keys. */
type Rows = { table: string; keys: readonly string[]; kept: string; where: SQL }

const names = (columns: readonly string[]) =>
  sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  )

/** Writes rows anew in random order, each as it was. */
const mix = (tx: Tx, { table, keys, kept, where }: Rows) => {
  const [rows, column] = [sql.identifier(table), sql.identifier(kept)]
  return tx.execute(sql`
    with mixed as materialized (select ${names(keys)} from ${rows} where ${where} order by random() for no key update)
    update ${rows} t set ${column} = t.${column}
    from mixed where (${sql.join(
      keys.map((key) => sql`t.${sql.identifier(key)}`),
      sql`, `,
    )}) = (${sql.join(
      keys.map((key) => sql`mixed.${sql.identifier(key)}`),
      sql`, `,
    )})`)
}

const OPEN = sql`pulse_id in (select id from pulses where published_at is null)`

/** What came without a name since yesterday. A reply by code locks its idea, however old that is. */
const unnamed = (since: SQL): Rows[] => {
  const replied = sql`select idea_id from idea_comments where author_id is null and said_on >= ${since}`
  const fresh = sql`select id from ideas where author_mode = 'anonymous' and (submitted_on >= ${since} or id in (${replied}))`
  return [
    { table: 'ideas', keys: ['id'], kept: 'votes', where: sql`id in (${fresh})` },
    { table: 'idea_terms', keys: ['idea_id'], kept: 'version', where: sql`idea_id in (${fresh})` },
    {
      table: 'idea_comments',
      keys: ['id'],
      kept: 'said_on',
      where: sql`author_id is null and said_on >= ${since}`,
    },
    { table: 'idea_files', keys: ['file_id'], kept: 'file_id', where: sql`idea_id in (${fresh})` },
    {
      table: 'files',
      keys: ['id'],
      kept: 'bytes',
      where: sql`uploaded_by is null and uploaded_at >= ${since}`,
    },
    { table: 'pulse_tickets', keys: ['pulse_id', 'person_id'], kept: 'person_id', where: OPEN },
    { table: 'pulse_answers', keys: ['pulse_id', 'token_hash'], kept: 'token_hash', where: OPEN },
  ]
}

/**
 * What such rows point at, and a column to be written as it was: a foreign key leaves the number of its transaction (`xmax`) in the
 * row that it looks at, until that is written again.
 */
const looked = (since: SQL): [table: string, kept: string, where: SQL][] => [
  ['areas', 'ack_days', sql`true`],
  ['campaigns', 'asked', sql`closes_at >= ${since}`],
  ['pulses', 'least', sql`published_at is null`],
  ['pulse_keys', 'public_key', OPEN],
  ['pulse_places', 'name', OPEN],
  [
    'people',
    'name',
    sql`(id in (select owner_id from ideas where author_mode = 'anonymous' and submitted_on >= ${since})
      or id in (select person_id from pulse_tickets where ${OPEN}))`,
  ],
]

/**
 * Writes what came without a name since yesterday anew, in random order and in one transaction: afterwards neither the number of
 * the transaction that brought a row nor its place on disk is left, here and where it points. A job of its own and not a verb, since
 * an audit row each ten minutes would tell nothing.
 */
export async function shuffleAnonymous(now: Date): Promise<void> {
  const since = sql`(${now.toISOString()}::timestamptz::date - 1)`
  await db.transaction(async (tx) => {
    for (const rows of unnamed(since)) await mix(tx, rows)
    await tx.execute(sql`
      update file_contents c set content = c.content || ''::bytea
      from (select id from files where uploaded_by is null and uploaded_at >= ${since} order by random()) mixed where mixed.id = c.file_id`)
    for (const [table, kept, where] of looked(since)) {
      const column = sql.identifier(kept)
      await tx.execute(
        sql`update ${sql.identifier(table)} set ${column} = ${column} where xmax::text <> '0' and ${where}`,
      )
    }
  })
}
