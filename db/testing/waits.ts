import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client'

/**
 * Whether somebody else's act waits for what a transaction holds: true as soon as Postgres says that it is blocked, false where
 * it ends without waiting.
 */
export async function isBlockedBy(tx: Reader, act: Promise<unknown>): Promise<boolean> {
  let ended = false
  const end = () => {
    ended = true
  }
  act.then(end, end)
  while (!ended) {
    const { rows } = await tx.execute(
      sql`select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`,
    )
    if (rows.length) return true
  }
  return false
}
