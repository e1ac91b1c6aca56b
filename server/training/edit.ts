import { eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { competences } from '#db/schema/career'
import { trainingCompetences, trainings } from '#db/schema/training'
import { trainingTerms } from '#db/schema/training-days'
import { EditTraining } from '#domain/course-desk'
import { invalid } from '#domain/refused'
import { SEARCH_VERSION } from '#domain/search'
import { termsOf } from '#domain/training-terms'
import { command } from '#server/command'
import { lockTraining } from '#server/training/course-desk-queries'

type Wanted = z.output<typeof EditTraining>

const levelsOf = async (tx: Tx, { levels }: Wanted) => {
  const chosen = levels.flatMap(({ competenceId, level }) =>
    competenceId ? [{ competenceId, toLevel: level }] : [],
  )
  const ids = new Set(chosen.map(({ competenceId }) => competenceId))
  if (ids.size !== chosen.length) throw invalid('levels', 'twice')
  const known = await tx
    .select()
    .from(competences)
    .where(inArray(competences.id, [...ids]))
  if (known.length !== ids.size) throw invalid('levels', 'wrong')
  return { chosen, raises: known.map(({ title }) => title) }
}

/** Changes what stands in the catalogue of a training. Certificates keep the words they were issued with. */
export const editTraining = command({
  verb: 'training.edit',
  input: EditTraining,
  output: z.object({ slug: z.string() }),
  subject: async (tx, { trainingId }) => ({ people: [], training: await lockTraining(tx, trainingId) }),
  audit: ({ input }) => ({ kind: 'training', id: input.trainingId }),
  async run({ tx, input, subject: { training } }) {
    const { trainingId, title, language, hours, validMonths = null, examConfirms } = input
    const { renewedById = null } = input
    const about = input.about.uk ? input.about : null
    if (renewedById === trainingId) throw invalid('renewedById', 'wrong')
    if (renewedById) await lockTraining(tx, renewedById)
    const { chosen, raises } = await levelsOf(tx, input)
    await tx
      .update(trainings)
      .set({ title, about, language, hours, validMonths, examConfirms, renewedById })
      .where(eq(trainings.id, trainingId))
    await tx.delete(trainingCompetences).where(eq(trainingCompetences.trainingId, trainingId))
    await tx.insert(trainingCompetences).values(chosen.map((level) => ({ ...level, trainingId })))
    const terms = { ...termsOf({ code: training.code, title, about, raises }), version: SEARCH_VERSION }
    await tx
      .insert(trainingTerms)
      .values({ ...terms, trainingId })
      .onConflictDoUpdate({ target: trainingTerms.trainingId, set: terms })
    return { slug: training.slug }
  },
})
