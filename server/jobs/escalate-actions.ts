import { systemActor } from '#domain/access'
import { escalateActions } from '#server/workplace/escalate-actions'

/** Every quarter of an hour: a stopping fault has a day in all. */
export async function remindOfActions(now: Date): Promise<void> {
  await escalateActions(systemActor(), {}, { now })
}
