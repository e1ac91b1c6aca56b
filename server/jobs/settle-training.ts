import { db } from '#db/client'
import { systemActor } from '#domain/access'
import { isAnythingDue, settleByTime } from '#server/training/settle'

/** Often enough that nobody whose session has begun finds the way to another one closed. */
export async function settleTraining(now: Date): Promise<void> {
  if (await isAnythingDue(db, now)) await settleByTime(systemActor(), {}, { now })
}
