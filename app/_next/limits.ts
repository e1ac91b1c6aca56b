import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refused } from '#domain/refused'
import { networkOf } from '#domain/sign-in-throttle'

const within = (seconds: number, points: number) => new RateLimiterMemory({ points, duration: seconds })

const MINUTE = 60
const QUARTER = 900
const HOUR = 3600

// Of a signed-in person never by address: a whole floor sits behind one. Kept in memory, so that nothing stored names an anonymous author.
const LIMITS = {
  read: within(10, 600),
  write: within(MINUTE, 120),
  /** Whatever one session asks for, pages above all: far more than a person turns, far less than keeps others waiting. */
  page: within(10, 400),
  /** What takes more than a page does: PDFs, sheets, exports, feeds, signatures. */
  file: within(MINUTE, 40),
  /** Streams opened; how many stay open at once is counted where they are. */
  stream: within(MINUTE, 60),
  /** Tries at a secret of one's own: whoever finds a session open must not guess the password from inside. */
  secret: within(QUARTER, 10),
  /** Pictures of unnamed ideas: nothing stored says whose they are, so they are counted here alone. */
  unnamed: within(HOUR, 20),
  /** Words of an anonymous author, by their code. */
  reply: within(HOUR, 20),
  /** Tries to sign in from one network: a big floor at the turn of shifts. */
  door: within(QUARTER, 2000),
  /** What a network asks of addresses that are open to everybody and cost a signature. */
  open: within(MINUTE, 600),
}

export type Limit = keyof typeof LIMITS

const count = async (kind: Limit, key: string): Promise<void> => {
  try {
    await LIMITS[kind].consume(key)
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new Refused('too-many')
    throw error
  }
}

/** Counts one request of a person, or of a device that has a token of its own. @throws Refused `too-many` */
export const limitPerPerson = (personId: string, kind: Limit): Promise<void> => count(kind, personId)

/** Counts one request of somebody without a name, by the network. @throws Refused `too-many` */
export const limitPerNetwork = (address: string, kind: Limit): Promise<void> =>
  count(kind, networkOf(address))

/** Counts one request with a secret that stands for a person, which memory need not hold either. @throws Refused `too-many` */
export const limitPerSecret = (secret: string, kind: Limit): Promise<void> =>
  count(kind, createHash('sha256').update(secret).digest('base64url'))

/** For what is done anyway, only less: whether it was within the limit. */
export const isWithin = (limited: Promise<void>): Promise<boolean> =>
  limited.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refused) return false
      throw error
    },
  )
