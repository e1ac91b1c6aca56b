import { sql } from 'drizzle-orm'
import { db } from '#db/client'

/** Forgets what has served its time: idempotency keys and tries to sign in after two days, sessions ninety days after their end. */
export async function purge(now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`
  await db.execute(sql`delete from idempotency_keys where at < ${at} - interval '2 days'`)
  await db.execute(sql`delete from sign_in_attempts where at < ${at} - interval '2 days'`)
  await db.execute(sql`delete from sessions where least(ended_at, expires_at) < ${at} - interval '90 days'`)
}
