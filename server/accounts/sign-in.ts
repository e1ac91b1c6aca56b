import { setTimeout as pause } from 'node:timers/promises'
import { and, desc, eq, gt, not, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { db } from '#db/client'
import { newUnorderedId } from '#db/ids'
import { accounts, sessions, signInAttempts } from '#db/schema/accounts'
import { people } from '#db/schema/people'
import { systemActor } from '#domain/access'
import { SESSION_HOURS } from '#domain/accounts'
import { Refused } from '#domain/refused'
import type { Failure } from '#domain/sign-in-throttle'
import { networkOf, throttleSignIn } from '#domain/sign-in-throttle'
import { command } from '#server/command'
import { passwordMatches } from '#server/passwords'
import { turnstile } from '#server/turnstile'

const HOUR = 3_600_000

type Outcome =
  | { status: 'open'; sessionId: string; personId: string }
  | { status: 'wrong' }
  | { status: 'wait'; seconds: number }

/** Of one account so many slowed tries wait at a time; the number of networks makes guessing no faster. */
const SLOWED = 5
/** A flood of e-mails must fill neither the database's connections nor a table: the rest of the strangers is sent away at once. */
const strangersInTurn = turnstile(4, 60)
const CROWDED: Outcome = { status: 'wait', seconds: 10 }

type Attempt = {
  email: string
  password: string
  address: string
  /** The number of the device that the try comes from, where the account has signed in on it before. */
  device?: string | undefined
}
/** Opens a session for a person whose identity has been shown; only the application itself may. */
export const openSession = command({
  verb: 'accounts.openSession',
  input: z.object({ personId: z.uuid() }),
  output: z.object({ sessionId: z.uuid() }),
  subject: (_tx, { personId }) => ({ people: [personId] }),
  audit: ({ input, result }) => ({
    kind: 'person',
    id: input.personId,
    detail: { sessionId: result.sessionId },
  }),
  async run({ tx, input, now, newId }) {
    const sessionId = newId()
    const expiresAt = new Date(now.getTime() + SESSION_HOURS * HOUR)
    await tx.insert(sessions).values({ id: sessionId, personId: input.personId, startedAt: now, expiresAt })
    return { sessionId }
  },
})

const failuresOf = (tx: Tx, email: string, network: string, device: string | undefined, now: Date) => {
  const sinceHour = gt(signInAttempts.at, new Date(now.getTime() - HOUR))
  return tx
    .select({
      at: signInAttempts.at,
      device: sql<Failure['device']>`case when ${signInAttempts.device} is null then 'stranger'
        when ${signInAttempts.device} = ${device ?? null}::text then 'same' else 'other' end`,
      sameNetwork: sql<boolean>`${signInAttempts.address} = ${network}`,
    })
    .from(signInAttempts)
    .where(and(eq(signInAttempts.email, email), sinceHour, not(signInAttempts.succeeded)))
    .orderBy(desc(signInAttempts.at))
    .limit(300)
}

const slowed = new Map<string, number>()

const standInLine = (email: string): boolean => {
  const before = slowed.get(email) ?? 0
  if (before < SLOWED) slowed.set(email, before + 1)
  return before < SLOWED
}

const leaveLine = (email: string): void => {
  const left = (slowed.get(email) ?? 1) - 1
  if (left) slowed.set(email, left)
  else slowed.delete(email)
}

/** Counts the try before the password is looked at: of a hundred at once, only as many get through as one after another. */
const countTry = (email: string, { address, device }: Attempt, now: Date) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${email}`}, 0))`)
    const network = networkOf(address)
    const failures = await failuresOf(tx, email, network, device, now)
    const { wait, delay } = throttleSignIn(failures, device !== undefined, now)
    if (wait > 0) return { wait, delay }
    if (delay > 0 && !standInLine(email)) return { wait: delay, delay }
    const id = newUnorderedId()
    await tx
      .insert(signInAttempts)
      .values({ id, email, address: network, device: device ?? null, succeeded: false, at: now })
    return { wait, delay, id }
  })

const accountOf = async (email: string) => {
  const [row] = await db
    .select({ personId: people.id, passwordHash: accounts.passwordHash })
    .from(people)
    .innerJoin(accounts, eq(accounts.personId, people.id))
    .where(
      and(
        eq(sql`lower(${people.email})`, email),
        sql`exists (select 1 from current_employments e where e.person_id = ${people.id})`,
      ),
    )
  return row
}

const check = async (email: string, password: string, attemptId: string, now: Date): Promise<Outcome> => {
  const account = await accountOf(email)
  const succeeded = await passwordMatches(account?.passwordHash ?? null, password)
  if (!succeeded || !account) return { status: 'wrong' }
  await db.update(signInAttempts).set({ succeeded }).where(eq(signInAttempts.id, attemptId))
  const { sessionId } = await openSession(systemActor(), { personId: account.personId }, { now })
  return { status: 'open', sessionId, personId: account.personId }
}

const crowdedOut = (error: unknown): Outcome => {
  if (error instanceof Refused && error.reason === 'too-many') return CROWDED
  throw error
}

/** Checks a password without holding a transaction, counts the try, and opens a session where it was right. */
export async function signIn(attempt: Attempt, now: Date): Promise<Outcome> {
  const email = attempt.email.trim().toLowerCase()
  const { password, device } = attempt
  let held: { id: string; seconds: number } | undefined
  const begin = async (): Promise<Outcome> => {
    const { wait, delay, id } = await countTry(email, attempt, now)
    if (!id) return { status: 'wait', seconds: wait }
    if (delay === 0) return check(email, password, id, now)
    held = { id, seconds: delay }
    return { status: 'wait', seconds: delay }
  }
  const outcome = await (device === undefined ? strangersInTurn(begin).catch(crowdedOut) : begin())
  if (!held) return outcome
  // Held up outside the line, so that nobody else waits for it.
  await pause(held.seconds * 1000).finally(() => leaveLine(email))
  return check(email, password, held.id, now)
}

/** The person an identity server has vouched for, by e-mail; `wrong` where nobody employed has it. */
export async function signInVouched(email: string, now: Date): Promise<Outcome> {
  const account = await accountOf(email.trim().toLowerCase())
  if (!account) return { status: 'wrong' }
  const { sessionId } = await openSession(systemActor(), { personId: account.personId }, { now })
  return { status: 'open', sessionId, personId: account.personId }
}
