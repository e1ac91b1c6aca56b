import { systemActor } from '#domain/access'
import { escalateIdeas } from '#server/ideas/escalate'
import { publishPulses } from '#server/ideas/publish-pulses'

/** Mornings: owners hear what is due, backups what is late, and everybody what came without a name on earlier days; pulses that are over are published. */
export async function escalate(now: Date): Promise<void> {
  await escalateIdeas(systemActor(), {}, { now })
  await publishPulses(systemActor(), {}, { now })
}
