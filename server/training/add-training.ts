import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { competences } from '#db/schema/career'
import { trainingCompetences, trainings } from '#db/schema/training'
import { trainingTerms } from '#db/schema/training-days'
import { AddTraining } from '#domain/course-desk'
import { invalid } from '#domain/refused'
import { SEARCH_VERSION, searchShape } from '#domain/search'
import { termsOf } from '#domain/training-terms'
import { command } from '#server/command'

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
    // Before the number is read, so that two who add at once see each other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('trainings.code'))`)
    const { rows } = await tx.execute<{ next: number }>(sql`
      select coalesce(max(substring(code from '^T([0-9]+)$')::int), 0) + 1 as next from trainings`)
    const number = rows[0]?.next ?? 1
    const code = `T${String(number).padStart(2, '0')}`
    const slug = `${searchShape(input.title.uk).replaceAll(' ', '-').slice(0, 60)}-${number}`
    const { title, about, format, language, hours, validMonths = null, examConfirms } = input
    const trainingId = newId()
    await tx.insert(trainings).values({
      ...{ id: trainingId, slug, code, title, about, format, language, hours, validMonths, examConfirms },
      createdAt: now,
    })
    await tx
      .insert(trainingCompetences)
      .values({ trainingId, competenceId: competence.id, toLevel: input.level })
    const terms = termsOf({ code, title, about, raises: [competence.title] })
    await tx.insert(trainingTerms).values({ ...terms, trainingId, version: SEARCH_VERSION })
    return { trainingId, slug }
  },
})
