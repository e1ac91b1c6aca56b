import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { completions } from '#db/schema/training'
import { conflict, notFound } from '#domain/refused'
import { RateTraining } from '#domain/training'
import { command } from '#server/command'

/** Says how useful a training was; only who passed it says so, and may think better of it. */
export const rateTraining = command({
  verb: 'training.rate',
  input: RateTraining,
  output: z.object({}),
  subject: async (tx, { completionId }) => {
    const [completion] = await tx
      .select()
      .from(completions)
      .where(eq(completions.id, completionId))
      .for('update')
    if (!completion) throw notFound()
    return { people: [completion.personId], completion }
  },
  audit: ({ input }) => ({ kind: 'completion', id: input.completionId }),
  async run({ tx, input, subject: { completion } }) {
    if (completion.outcome !== 'passed') throw conflict('onlyAttendees')
    await tx
      .update(completions)
      .set({ usefulness: input.usefulness })
      .where(eq(completions.id, input.completionId))
    return {}
  },
})
