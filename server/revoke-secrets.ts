import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { links, tokens } from '#db/schema/accounts'

/** Whatever opens something in a person's name without signing in stops working: tokens of programs, feeds, calendars, screens. */
export async function revokeSecrets(tx: Tx, personId: string, now: Date): Promise<void> {
  for (const table of [tokens, links])
    await tx
      .update(table)
      .set({ revokedAt: now })
      .where(and(eq(table.personId, personId), isNull(table.revokedAt)))
}
