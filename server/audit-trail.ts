import type { Tx } from '#db/client'
import { newUnorderedId } from '#db/ids'
import { auditEntries } from '#db/schema/audit'
import type { Actor, Permission } from '#domain/access'
import type { Trace } from '#server/command'

type Entry = { actor: Actor; verb: Permission; now: Date; anonymous: boolean; id: () => string; trace: Trace }

/** One row an act, in the act's own transaction. An anonymous act keeps the date alone. */
export async function writeAudit(tx: Tx, { actor, verb, now, anonymous, id, trace }: Entry): Promise<void> {
  const what = {
    verb,
    onDate: now.toISOString().slice(0, 10),
    subjectKind: trace.kind,
    subjectId: trace.id,
    detail: trace.detail ?? {},
  }
  if (anonymous) {
    await tx.insert(auditEntries).values({ ...what, id: newUnorderedId(), via: 'anonymous' })
    return
  }
  const actorId = actor.kind === 'person' ? actor.personId : null
  const requestId = actor.requestId ?? null
  await tx.insert(auditEntries).values({ ...what, id: id(), at: now, actorId, via: actor.via, requestId })
}
