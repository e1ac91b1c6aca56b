import { and, asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { enrolments, trainingSessions } from '#db/schema/training'
import { Refused } from '#domain/refused'
import type { Context } from '#server/command'
import { refusalOf } from '#server/constraints'
import { tellPlanners } from '#server/training/plan-hit-queries'

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

export type Seating = Pick<Context, 'tx' | 'now' | 'notify'>
type Seats = { id: string; slug: string; period: string }

/** Fills the free seats of a locked session from its waiting list, first come first, and tells them; answers how many moved up. */
export async function moveUp(
  { tx, now, notify }: Seating,
  { id: sessionId, slug, period }: Seats,
): Promise<number> {
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
  notify({ to: seated, kind: 'training.seatFreed', href: `/training/${slug}` })
  await tellPlanners({ tx, now, notify }, seated, period)
  return seated.length
}

type Concerned = { id: string; personId: string; state: string }

/** Who holds a seat in a session or waits for one. */
export const concernedBy = (tx: Tx, sessionId: string): Promise<Concerned[]> =>
  tx
    .select({ id: enrolments.id, personId: enrolments.personId, state: enrolments.state })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.sessionId, sessionId),
        sql`${enrolments.state} in ('waitlisted', 'booked', 'attended')`,
      ),
    )

/** Who asked for a date of a training and still waits for one. */
export const askersOf = async (tx: Tx, trainingId: string): Promise<string[]> => {
  const rows = await tx
    .select({ personId: enrolments.personId })
    .from(enrolments)
    .where(and(eq(enrolments.trainingId, trainingId), eq(enrolments.state, 'requested')))
  return rows.map(({ personId }) => personId)
}
