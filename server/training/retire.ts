import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { trainingSessions, trainings } from '#db/schema/training'
import { RetireTraining } from '#domain/course-desk'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { lockTraining } from '#server/training/course-desk-queries'

/** Takes a training out of the catalogue. What was passed stands; nobody is left enrolled in what is gone. */
export const retireTraining = command({
  verb: 'training.retire',
  input: RetireTraining,
  output: z.object({}),
  subject: async (tx, { trainingId }) => ({ people: [], training: await lockTraining(tx, trainingId) }),
  audit: ({ input }) => ({ kind: 'training', id: input.trainingId }),
  async run({ tx, input: { trainingId }, now }) {
    const { rows } = await tx.execute<{ open: number; asked: boolean }>(sql`
      select (select count(*)::int from enrolments n where n.training_id = ${trainingId}
          and n.state in ('requested', 'waitlisted', 'booked', 'attended')) as open,
        exists (select from requirements r join published_versions v on v.id = r.version_id
          where r.training_id = ${trainingId}) as asked`)
    if (rows[0]?.asked) throw conflict('trainingAsked')
    if (rows[0]?.open) throw conflict('trainingInUse', { people: rows[0].open })
    await tx
      .update(trainingSessions)
      .set({ state: 'cancelled' })
      .where(
        and(
          eq(trainingSessions.trainingId, trainingId),
          eq(trainingSessions.state, 'planned'),
          sql`lower(${trainingSessions.period}) > ${now.toISOString()}::timestamptz`,
        ),
      )
    await tx.update(trainings).set({ retiredAt: now }).where(eq(trainings.id, trainingId))
    return {}
  },
})
