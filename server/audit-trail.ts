import type { Tx } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import type { Actor, Permission } from '#domain/access'
import type { Trace } from '#server/command'

type Entry = { actor: Actor; verb: Permission; now: Date; id: () => string; trace: Trace }

/** One row an act, in the act's own transaction. Anonymous acts have none. */
export async function writeAudit(tx: Tx, { actor, verb, now, id, trace }: Entry): Promise<void> {
  await tx.insert(auditEntries).values({
    id: id(),
    verb,
    at: now,
    onDate: now.toISOString().slice(0, 10),
    actorId: actor.kind === 'person' ? actor.personId : null,
    subjectKind: trace.kind,
    subjectId: trace.id,
    detail: trace.detail ?? {},
    via: actor.via,
    requestId: actor.requestId ?? null,
  })
}
