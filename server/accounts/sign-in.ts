import { and, desc, eq, gt, not, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { db } from '#db/client'
import { newUnorderedId } from '#db/ids'
import { accounts, sessions, signInAttempts } from '#db/schema/accounts'
import { people } from '#db/schema/people'
import { systemActor } from '#domain/access'
import { SESSION_HOURS, waitBeforeSignIn } from '#domain/accounts'
import { command } from '#server/command'
import { passwordMatches } from '#server/passwords'

const HOUR = 3_600_000

type Attempt = { email: string; password: string; address: string; knownDevice: boolean }
type Outcome =
  | { status: 'open'; sessionId: string; personId: string }
  | { status: 'wrong' }
  | { status: 'wait'; seconds: number }

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

const failuresOf = (tx: Tx, email: string, address: string, now: Date) => {
  const sinceHour = gt(signInAttempts.at, new Date(now.getTime() - HOUR))
  return tx
    .select({
      at: signInAttempts.at,
      knownDevice: signInAttempts.knownDevice,
      sameAddress: sql<boolean>`${signInAttempts.address} = ${address}`,
    })
    .from(signInAttempts)
    .where(and(eq(signInAttempts.email, email), sinceHour, not(signInAttempts.succeeded)))
    .orderBy(desc(signInAttempts.at))
    .limit(200)
}

/** Counts the try before the password is looked at: of a hundred at once, only as many get through as one after another. */
const countTry = (email: string, { address, knownDevice }: Attempt, now: Date) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${email}`}, 0))`)
    const seconds = waitBeforeSignIn(await failuresOf(tx, email, address, now), knownDevice, now)
    if (seconds > 0) return { seconds }
    const id = newUnorderedId()
    await tx.insert(signInAttempts).values({ id, email, address, knownDevice, succeeded: false, at: now })
    return { seconds, id }
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

/** Checks a password without holding a transaction, counts the try, and opens a session where it was right. */
export async function signIn(attempt: Attempt, now: Date): Promise<Outcome> {
  const email = attempt.email.trim().toLowerCase()
  const { seconds, id } = await countTry(email, attempt, now)
  if (!id) return { status: 'wait', seconds }
  const account = await accountOf(email)
  const succeeded = await passwordMatches(account?.passwordHash ?? null, attempt.password)
  if (!succeeded || !account) return { status: 'wrong' }
  await db.update(signInAttempts).set({ succeeded }).where(eq(signInAttempts.id, id))
  const { sessionId } = await openSession(systemActor(), { personId: account.personId }, { now })
  return { status: 'open', sessionId, personId: account.personId }
}

/** The person an identity server has vouched for, by e-mail; `wrong` where nobody employed has it. */
export async function signInVouched(email: string, now: Date): Promise<Outcome> {
  const account = await accountOf(email.trim().toLowerCase())
  if (!account) return { status: 'wrong' }
  const { sessionId } = await openSession(systemActor(), { personId: account.personId }, { now })
  return { status: 'open', sessionId, personId: account.personId }
}
