import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { competences } from '#db/schema/career'
import { AddTraining } from '#domain/course-desk'
import { invalid } from '#domain/refused'
import { command } from '#server/command'
import { keepTraining, nextNumber } from '#server/training/catalogue-queries'

/** Adds a training to the catalogue with the level that it gives; it is found at once. */
export const addTraining = command({
  verb: 'training.add',
  input: AddTraining,
  output: z.object({ trainingId: z.uuid(), slug: z.string() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'training', id: result.trainingId }),
  async run({ tx, input, now, newId }) {
    const [competence] = await tx.select().from(competences).where(eq(competences.id, input.competenceId))
    if (!competence) throw invalid('competenceId', 'wrong')
    const number = await nextNumber(tx)
    const { competenceId: _raised, level, validMonths = null, ...facts } = input
    return keepTraining({ tx, now, newId }, { ...facts, validMonths }, [{ competence, level }], { number })
  },
})
