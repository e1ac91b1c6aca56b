import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { Actor } from '#domain/access'

const EVERYONE = 'everyone'

/** Who reads, for row-level security; the application itself sees all. */
const nameOf = (actor: Actor): string => (actor.kind === 'system' ? EVERYONE : actor.personId)

/** Says who reads and writes for the rest of the transaction: private rows of others do not exist in it. */
export async function readAs(tx: Tx, actor: Actor): Promise<void> {
  await tx.execute(sql`select set_config('sviato.reader', ${nameOf(actor)}, true)`)
}

/** For what the application itself must know: whom an act concerns, and sums. Never for what one person shows another. */
export async function readAsEveryone(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('sviato.reader', ${EVERYONE}, true)`)
}

/**
 * The same for one statement, as a row to read from. What reads private rows stands beside it in a `lateral` or in the list of
 * columns, so that Postgres reaches it only after the reader is said.
 */
export const readerRow = (actor: Actor): SQL =>
  sql`(select set_config('sviato.reader', ${nameOf(actor)}, true) as id offset 0) reader`

/** The same for sums over everybody: what stands beside it must answer counts alone. */
export const everyoneRow = sql`(select set_config('sviato.reader', ${EVERYONE}, true) as id offset 0) reader`
