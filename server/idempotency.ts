import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { idempotencyKeys } from '#db/schema/accounts'
import type { Actor, Permission } from '#domain/access'
import { Refused } from '#domain/refused'

type Asked = { actor: Actor; verb: Permission; key: string; hash: string; now: Date }

/**
 * Takes the key or answers what it got before. A second request with the same key waits at the insert until the first has
 * committed, so two at once do one thing.
 */
export async function recallResult(tx: Tx, { actor, verb, key, hash, now }: Asked) {
  if (key.length < 8 || key.length > 128) {
    throw new Refused('invalid', { idempotencyKey: { key: 'format' } })
  }
  const taken = await tx
    .insert(idempotencyKeys)
    .values({ personId: actor.personId, key, verb, inputHash: hash, at: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (taken.length) return { found: false as const }
  const [before] = await tx
    .select({ inputHash: idempotencyKeys.inputHash, result: idempotencyKeys.result })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.personId, actor.personId), eq(idempotencyKeys.key, key)))
  if (before?.inputHash !== hash) {
    throw new Refused('invalid', { idempotencyKey: { key: 'keyReused' } })
  }
  return { found: true as const, result: before.result }
}

export async function rememberResult(
  tx: Tx,
  { actor, key, result }: { actor: Actor; key: string; result: unknown },
) {
  await tx
    .update(idempotencyKeys)
    .set({ result })
    .where(and(eq(idempotencyKeys.personId, actor.personId), eq(idempotencyKeys.key, key)))
}
