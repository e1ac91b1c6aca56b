import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { enrolments, trainingSessions } from '#db/schema/training'
import { conflict, notFound, Refused } from '#domain/refused'
import { Withdraw } from '#domain/training'
import { command } from '#server/command'
import { refusalOf } from '#server/constraints'
import type { Session } from '#server/training/session-queries'
import { lockSession } from '#server/training/session-queries'

/** Gives a free seat to one who waits; false where that person sits somewhere else at that time and keeps the place in line. */
const seat = async (tx: Tx, enrolmentId: string, now: Date): Promise<boolean> => {
  try {
    await tx.transaction((inner) =>
      inner
        .update(enrolments)
        .set({ state: 'booked', line: null, settledAt: now })
        .where(eq(enrolments.id, enrolmentId)),
    )
    return true
  } catch (error) {
    if (refusalOf(error) instanceof Refused) return false
    throw error
  }
}

/** Fills the free seats of a locked session from its waiting list, first come first; answers who moved up. */
const moveUp = async (tx: Tx, sessionId: string, now: Date): Promise<string[]> => {
  const waiting = await tx
    .select({ id: enrolments.id, personId: enrolments.personId })
    .from(enrolments)
    .where(and(eq(enrolments.sessionId, sessionId), eq(enrolments.state, 'waitlisted')))
    .orderBy(asc(enrolments.line))
  const seated: string[] = []
  for (const { id, personId } of waiting) {
    const [free] = await tx
      .select({ id: trainingSessions.id })
      .from(trainingSessions)
      .where(
        and(eq(trainingSessions.id, sessionId), sql`${trainingSessions.booked} < ${trainingSessions.seats}`),
      )
    if (!free) break
    if (await seat(tx, id, now)) seated.push(personId)
  }
  return seated
}

const loadEnrolment = async (tx: Tx, enrolmentId: string) => {
  const { rows } = await tx.execute<{
    session_id: string | null
    team_id: string | null
    site_id: string | null
  }>(sql`
    select n.session_id, e.team_id, e.site_id from enrolments n
    left join current_employments e on e.person_id = n.person_id where n.id = ${enrolmentId}`)
  const found = rows[0]
  if (!found) throw notFound()
  const session: Session | null = found.session_id ? await lockSession(tx, found.session_id) : null
  const [enrolment] = await tx.select().from(enrolments).where(eq(enrolments.id, enrolmentId)).for('update')
  if (!enrolment) throw notFound()
  return { people: [enrolment.personId], teamId: found.team_id, siteId: found.site_id, enrolment, session }
}

/** Gives a seat or a place in line back in time; the first who waits gets it and is told. */
export const withdraw = command({
  verb: 'training.withdraw',
  input: Withdraw,
  output: z.object({ movedUp: z.number() }),
  subject: (tx, { enrolmentId }) => loadEnrolment(tx, enrolmentId),
  readable: 'training.enrolments',
  audit: ({ input, result }) => ({
    kind: 'enrolment',
    id: input.enrolmentId,
    detail: { movedUp: result.movedUp },
  }),
  async run({ tx, input, subject: { enrolment, session }, now, notify }) {
    if (!['requested', 'waitlisted', 'booked'].includes(enrolment.state)) throw conflict('enrolmentClosed')
    if (session && session.startsAt <= now) throw conflict('sessionOver')
    await tx
      .update(enrolments)
      .set({ state: 'cancelled', settledAt: now })
      .where(eq(enrolments.id, input.enrolmentId))
    if (session?.state !== 'planned') return { movedUp: 0 }
    const seated = await moveUp(tx, session.id, now)
    notify({ to: seated, kind: 'training.seatFreed', href: `/training/${session.slug}` })
    return { movedUp: seated.length }
  },
})
