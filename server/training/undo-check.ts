import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { checkSignoffs } from '#db/schema/training-checks'
import { UndoCheck } from '#domain/course-desk'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { lockLearner } from '#server/training/check-queries'

/** Takes a sign-off back while the training goes on; a pass is undone by revoking its certificate alone. */
export const undoCheck = command({
  verb: 'training.undoCheck',
  input: UndoCheck,
  output: z.object({}),
  subject: (tx, { enrolmentId }) => lockLearner(tx, enrolmentId),
  readable: 'training.enrolments',
  audit: ({ input, subject }) => ({
    kind: 'enrolment',
    id: input.enrolmentId,
    detail: { personId: subject.personId, checkId: input.checkId },
  }),
  async run({ tx, actor, input, subject }) {
    if (subject.personId === actor.personId) throw conflict('notYourself')
    if (!['booked', 'attended'].includes(subject.state)) throw conflict('enrolmentClosed')
    await tx
      .delete(checkSignoffs)
      .where(and(eq(checkSignoffs.enrolmentId, input.enrolmentId), eq(checkSignoffs.checkId, input.checkId)))
    return {}
  },
})
