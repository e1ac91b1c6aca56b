import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { trainings } from '#db/schema/training'
import { trainingRatings } from '#db/schema/training-days'
import { notFound } from '#domain/refused'
import { RateTraining } from '#domain/training'
import { byActor, command } from '#server/command'

/** Says how useful a training was: whoever attended says so, passed or not, and may think better of it. */
export const rateTraining = command({
  verb: 'training.rate',
  input: RateTraining,
  output: z.object({}),
  subject: async (tx, input, actor) => {
    const [training] = await tx
      .select({ id: trainings.id })
      .from(trainings)
      .where(eq(trainings.id, input.trainingId))
    if (!training) throw notFound()
    return byActor(tx, input, actor)
  },
  audit: ({ input }) => ({ kind: 'training', id: input.trainingId, detail: { rated: true } }),
  async run({ tx, actor, input: { trainingId, usefulness }, now }) {
    const said = { usefulness, ratedAt: now }
    await tx
      .insert(trainingRatings)
      .values({ personId: actor.personId, trainingId, ...said })
      .onConflictDoUpdate({ target: [trainingRatings.personId, trainingRatings.trainingId], set: said })
    return {}
  },
})
