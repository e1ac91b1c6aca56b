import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { enrolments } from '#db/schema/training'
import { conflict } from '#domain/refused'
import { Withdraw } from '#domain/training'
import { command } from '#server/command'
import { lockEnrolment } from '#server/training/enrolment-queries'
import { moveUp } from '#server/training/seat-queries'

const refuseOpenAttempt = async (tx: Tx, enrolmentId: string): Promise<void> => {
  const { rows } = await tx.execute(
    sql`select from quiz_attempts where enrolment_id = ${enrolmentId} and finished_at is null`,
  )
  if (rows.length) throw conflict('attemptOpen')
}

/** Gives a seat or a place in line back in time; the first who waits gets it and is told. */
export const withdraw = command({
  verb: 'training.withdraw',
  input: Withdraw,
  output: z.object({ movedUp: z.number() }),
  subject: (tx, { enrolmentId }) => lockEnrolment(tx, enrolmentId),
  readable: 'training.enrolments',
  audit: ({ input, result }) => ({
    kind: 'enrolment',
    id: input.enrolmentId,
    detail: { movedUp: result.movedUp },
  }),
  async run({ tx, input, subject: { enrolment, session }, now, notify }) {
    if (!['requested', 'waitlisted', 'booked'].includes(enrolment.state)) throw conflict('enrolmentClosed')
    if (session && session.startsAt <= now) throw conflict('sessionOver')
    await refuseOpenAttempt(tx, input.enrolmentId)
    await tx
      .update(enrolments)
      .set({ state: 'cancelled', settledAt: now })
      .where(eq(enrolments.id, input.enrolmentId))
    if (session?.state !== 'planned') return { movedUp: 0 }
    return { movedUp: await moveUp({ tx, now, notify }, session) }
  },
})
