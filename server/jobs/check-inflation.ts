import { systemActor } from '#domain/access'
import { checkInflation } from '#server/recognition/check-inflation'

/** On the second of a month, when the last one is whole at every site. */
export async function checkPraise(now: Date): Promise<void> {
  await checkInflation(systemActor(), {}, { now })
}
