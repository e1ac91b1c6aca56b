import { systemActor } from '#domain/access'
import { remindOfExpiry } from '#server/training/remind'

/** Before the first shifts begin, so that the day can be planned with it. */
export async function remindOfEnds(now: Date): Promise<void> {
  await remindOfExpiry(systemActor(), {}, { now })
}
