import { sql } from 'drizzle-orm'
import { db } from '#db/client'

/** Who took a ticket and what was answered: the order of the one must not lead to the other. */
const PULSES = [
  ['pulse_tickets', 'person_id'],
  ['pulse_answers', 'token_hash'],
] as const

/**
 * Writes what came without a name since yesterday anew, in random order and in one transaction: afterwards neither the number of
 * the transaction that brought a row nor its place on disk is left. A job of its own and not a verb, since an audit row each ten
 * minutes would tell nothing.
 */
export async function shuffleAnonymous(now: Date): Promise<void> {
  const since = sql`${now.toISOString()}::timestamptz::date - 1`
  await db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      with mixed as (
        select id from ideas where author_mode = 'anonymous' and submitted_on >= ${since} order by random() for no key update
      )
      update ideas i set votes = i.votes from mixed where mixed.id = i.id returning i.id`)
    const ids = sql.param(rows.map(({ id }) => id))
    await tx.execute(sql`
      update idea_terms t set version = t.version
      from (select id from unnest(${ids}::uuid[]) id order by random()) mixed where mixed.id = t.idea_id`)
    await tx.execute(sql`
      with mixed as (
        select id from idea_comments where author_id is null and said_on >= ${since} order by random() for no key update
      )
      update idea_comments c set said_on = c.said_on from mixed where mixed.id = c.id`)
    for (const [table, key] of PULSES) {
      const [rows, column] = [sql.identifier(table), sql.identifier(key)]
      await tx.execute(sql`
        with mixed as (
          select pulse_id, ${column} as key from ${rows} where pulse_id in (select id from pulses where published_at is null)
          order by random() for no key update
        )
        update ${rows} t set ${column} = t.${column} from mixed where mixed.pulse_id = t.pulse_id and mixed.key = t.${column}`)
    }
    await tx.execute(sql`
      with mixed as (
        select id from files where uploaded_by is null and uploaded_at >= ${since} order by random() for no key update
      ), files as (
        update files f set bytes = f.bytes from mixed where mixed.id = f.id returning f.id
      )
      update file_contents c set content = c.content || ''::bytea from files where files.id = c.file_id`)
  })
}
