import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refused } from '#domain/refused'

// Per person and never per address: a whole floor sits behind one. Kept in memory, so that nothing stored names an anonymous author.
const LIMITS = {
  read: new RateLimiterMemory({ points: 600, duration: 10 }),
  write: new RateLimiterMemory({ points: 120, duration: 60 }),
  /** Tries at a secret of one's own: whoever finds a session open must not guess the password from inside. */
  secret: new RateLimiterMemory({ points: 10, duration: 900 }),
}

export type Limit = keyof typeof LIMITS

/** Counts one request of a person. @throws Refused `too-many` */
export async function limitPerPerson(personId: string, kind: Limit): Promise<void> {
  try {
    await LIMITS[kind].consume(personId)
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new Refused('too-many')
    throw error
  }
}
