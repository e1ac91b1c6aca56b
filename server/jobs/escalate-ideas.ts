import { systemActor } from '#domain/access'
import { escalateIdeas } from '#server/ideas/escalate'

/** Mornings: owners hear what is due, backups what is late, and everybody what came without a name on earlier days. */
export async function escalate(now: Date): Promise<void> {
  await escalateIdeas(systemActor(), {}, { now })
}
