import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { enrolments, trainings } from '#db/schema/training'
import { conflict, notFound } from '#domain/refused'
import { BeginTraining } from '#domain/training'
import { byActor, command } from '#server/command'

/** Begins a self-paced training: no seat, no date. */
export const beginTraining = command({
  verb: 'training.begin',
  input: BeginTraining,
  output: z.object({ enrolmentId: z.uuid(), slug: z.string() }),
  subject: async (tx, input, actor) => {
    const [training] = await tx.select().from(trainings).where(eq(trainings.id, input.trainingId))
    if (!training) throw notFound()
    return { ...byActor(tx, input, actor), training }
  },
  audit: ({ input, result }) => ({
    kind: 'training',
    id: input.trainingId,
    detail: { enrolmentId: result.enrolmentId },
  }),
  async run({ tx, actor, input, subject: { training }, now, newId }) {
    if (training.retiredAt) throw conflict('trainingRetired')
    if (training.format !== 'self-paced') throw conflict('trainingNeedsSession')
    const enrolmentId = newId()
    await tx.insert(enrolments).values({
      id: enrolmentId,
      personId: actor.personId,
      trainingId: training.id,
      why: input.why,
      state: 'booked',
      askedBy: actor.personId,
      askedAt: now,
    })
    return { enrolmentId, slug: training.slug }
  },
})
