import { sql } from 'drizzle-orm'
import { db } from '#db/client'
import { links, tokens } from '#db/schema/accounts'
import { LOOSE_DAYS } from '#domain/files'

/**
 * Forgets what has served its time: what trackers were told ninety days ago, idempotency keys, tries to sign in and files that no thing took after two days, sessions ninety
 * days after their end.
 */
export async function purge(now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`
  await db.execute(sql`delete from idempotency_keys where at < ${at} - interval '2 days'`)
  await db.execute(sql`delete from sign_in_attempts where at < ${at} - interval '2 days'`)
  await db.execute(sql`
    delete from files where attached_at is null and uploaded_at < ${at} - make_interval(days => ${LOOSE_DAYS})`)
  await db.execute(sql`
    delete from idea_deliveries where coalesce(delivered_at, given_up_at) < ${at} - interval '90 days'`)
  await db.execute(sql`delete from sessions where least(ended_at, expires_at) < ${at} - interval '90 days'`)
  // An employment that is over opens nothing any more, also when the person is hired again.
  for (const table of [tokens, links])
    await db.execute(sql`
      update ${table} set revoked_at = ${at} where revoked_at is null
        and not exists (select from current_employments e where e.person_id = ${table.personId})`)
}
