import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { Actor } from '#domain/access'

/** Files of the actor that no thing has taken yet. */
export async function countLoose(tx: Tx, actor: Actor): Promise<number> {
  const { rows } = await tx.execute<{ loose: number }>(sql`
    select count(*)::int as loose from files where uploaded_by = ${actor.personId} and attached_at is null`)
  return rows[0]?.loose ?? 0
}
