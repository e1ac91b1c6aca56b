import { sql } from 'drizzle-orm'
import { db } from '#db/client'

/** What the door shows to a stranger: whether there is anybody yet, and whether this is the demo centre. */
export async function doorState(): Promise<{ needsSetUp: boolean; isDemo: boolean }> {
  const { rows } = await db.execute<{ needsSetUp: boolean; isDemo: boolean }>(sql`
    select not exists (select 1 from accounts) as "needsSetUp",
      exists (select 1 from people where lower(email) = 'operator@sviato.test') as "isDemo"`)
  return rows[0] ?? { needsSetUp: false, isDemo: false }
}
