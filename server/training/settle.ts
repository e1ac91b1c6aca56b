import type { SQL } from 'drizzle-orm'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { enrolments } from '#db/schema/training'
import type { Context } from '#server/command'
import { command } from '#server/command'
import { closeAttempt, lockAttempt } from '#server/training/attempt-queries'
import { moveUp } from '#server/training/seat-queries'
import { lockSession } from '#server/training/session-queries'

type Given = Pick<Context, 'tx' | 'now' | 'newId' | 'notify'>

const at = (now: Date): SQL => sql`${now.toISOString()}::timestamptz`

const begunWithLine = (now: Date): SQL => sql`
  select distinct n.session_id as id from enrolments n where n.state = 'waitlisted' and lower(n.period) <= ${at(now)}`

const overdueAttempts = (now: Date): SQL =>
  sql`select a.id from quiz_attempts a where a.finished_at is null and a.deadline_at < ${at(now)}`

const seatsOfLeavers = (now: Date): SQL => sql`
  select n.id, n.session_id as "sessionId" from enrolments n
  where n.state in ('requested', 'waitlisted', 'booked')
    and (n.session_id is null or lower(n.period) > ${at(now)})
    and exists (select from employments e where e.person_id = n.person_id)
    and not exists (select from employments e join sites s on s.id = e.site_id where e.person_id = n.person_id
      and (upper_inf(e.valid) or upper(e.valid) > (${at(now)} at time zone s.time_zone)::date))`

/** Whether there is anything to settle: most of the time there is not, and then nothing is written. */
export async function isAnythingDue(db: Reader, now: Date): Promise<boolean> {
  const { rows } = await db.execute<{ due: boolean }>(sql`
    select exists (${begunWithLine(now)}) or exists (${overdueAttempts(now)}) or exists (${seatsOfLeavers(now)}) as due`)
  return rows[0]?.due ?? false
}

const ids = async ({ tx }: Given, found: SQL): Promise<string[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`${found} order by id limit 200`)
  return rows.map(({ id }) => id)
}

/** A session has begun: whoever still waits in its line asks for another date, or could never enrol again. */
const endLines = async (given: Given): Promise<number> => {
  const { tx, now, notify } = given
  const sessions = await ids(given, begunWithLine(now))
  let ended = 0
  for (const id of sessions) {
    const { slug } = await lockSession(tx, id)
    const left = await tx
      .update(enrolments)
      .set({ state: 'requested', sessionId: null, period: null, line: null })
      .where(and(eq(enrolments.sessionId, id), eq(enrolments.state, 'waitlisted')))
      .returning({ personId: enrolments.personId })
    const to = left.map(({ personId }) => personId)
    notify({ to, kind: 'training.lineOver', href: `/training/${slug}` })
    ended += left.length
  }
  return ended
}

/** Attempts whose time is over are marked by what was answered in it. */
const endAttempts = async (given: Given): Promise<number> => {
  const { tx, now, newId, notify } = given
  const late = await ids(given, overdueAttempts(now))
  for (const id of late) {
    const attempt = await lockAttempt(tx, id)
    if (attempt.finishedAt) continue
    const { passed } = await closeAttempt({ tx, now, newId }, attempt)
    if (passed) notify({ to: [attempt.personId], kind: 'training.completed', href: '/training/mine' })
  }
  return late.length
}

/** Whoever works here no more holds no seat: it goes down the line. */
const freeSeatsOfLeavers = async (given: Given): Promise<number> => {
  const { tx, now } = given
  const { rows } = await tx.execute<{ id: string; sessionId: string | null }>(
    sql`${seatsOfLeavers(now)} order by n.session_id, n.id limit 200`,
  )
  for (const { id, sessionId } of rows) {
    const session = sessionId ? await lockSession(tx, sessionId) : null
    await tx.update(enrolments).set({ state: 'cancelled', settledAt: now }).where(eq(enrolments.id, id))
    if (session?.state === 'planned') await moveUp(given, session)
  }
  return rows.length
}

/** What time alone decides: lines of sessions that began, attempts whose time is over, seats of people who have left. */
export const settleByTime = command({
  verb: 'training.settle',
  input: z.object({}),
  output: z.object({ lines: z.number(), attempts: z.number(), seats: z.number() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'enrolments', id: null, detail: result }),
  async run({ tx, now, newId, notify }) {
    const given = { tx, now, newId, notify }
    const [lines, attempts, seats] = [
      await endLines(given),
      await endAttempts(given),
      await freeSeatsOfLeavers(given),
    ]
    return { lines, attempts, seats }
  },
})
