import { systemActor } from '#domain/access'
import { askAgain } from '#server/career/ask-again'

export async function askWishesAgain(now: Date): Promise<void> {
  await askAgain(systemActor(), {}, { now })
}
