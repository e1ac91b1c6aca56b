import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { enrolments } from '#db/schema/training'
import { conflict } from '#domain/refused'
import { RefuseEnrolment } from '#domain/training'
import { command } from '#server/command'
import { lockEnrolment } from '#server/training/enrolment-queries'
import { moveUp } from '#server/training/seat-queries'

/** The learning centre says no to a request, with a reason that the person reads; a seat that this frees goes to the next. */
export const refuseEnrolment = command({
  verb: 'training.refuse',
  input: RefuseEnrolment,
  output: z.object({ movedUp: z.number() }),
  subject: (tx, { enrolmentId }) => lockEnrolment(tx, enrolmentId),
  readable: 'training.enrolments',
  audit: ({ input, subject }) => ({
    kind: 'enrolment',
    id: input.enrolmentId,
    detail: { personId: subject.enrolment.personId },
  }),
  async run({ tx, actor, input, subject: { enrolment, session, slug }, now, notify }) {
    if (enrolment.personId === actor.personId) throw conflict('notYourself')
    if (!['requested', 'waitlisted', 'booked'].includes(enrolment.state)) throw conflict('enrolmentClosed')
    await tx
      .update(enrolments)
      .set({ state: 'refused', reason: input.reason, settledAt: now })
      .where(eq(enrolments.id, input.enrolmentId))
    notify({ to: [enrolment.personId], kind: 'training.refused', href: `/training/${slug}` })
    if (session?.state !== 'planned' || session.startsAt <= now) return { movedUp: 0 }
    return { movedUp: await moveUp({ tx, now, notify }, session) }
  },
})
