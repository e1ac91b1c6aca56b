import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { trainingCompetences, trainings } from '#db/schema/training'
import { trainingTerms } from '#db/schema/training-days'
import { SEARCH_VERSION, searchShape } from '#domain/search'
import type { Text } from '#domain/text'
import { termsOf } from '#domain/training-terms'

/** The next number of the catalogue; whoever else adds waits, so that two who add at once see each other. */
export async function nextNumber(tx: Tx): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('trainings.code'))`)
  const { rows } = await tx.execute<{ next: number }>(sql`
    select coalesce(max(substring(code from '^T([0-9]{1,6})$')::int), 0) + 1 as next from trainings`)
  return rows[0]?.next ?? 1
}

type Facts = {
  title: Text
  about: Text
  format: string
  language: string
  hours: number
  validMonths: number | null
  examConfirms: boolean
}
type Given = { competence: { id: string; title: Text }; level: number }
type Made = { tx: Tx; now: Date; newId: () => string }

/** Keeps a new training with the levels that it gives; search finds it at once. */
export async function keepTraining(
  { tx, now, newId }: Made,
  facts: Facts,
  given: readonly Given[],
  named: { number: number; code?: string },
) {
  const trainingId = newId()
  const code = named.code ?? `T${String(named.number).padStart(2, '0')}`
  const slug = `${searchShape(facts.title.uk).replaceAll(' ', '-').slice(0, 60)}-${named.number}`
  await tx.insert(trainings).values({ id: trainingId, slug, code, ...facts, createdAt: now })
  await tx
    .insert(trainingCompetences)
    .values(
      given.map(({ competence, level }) => ({ trainingId, competenceId: competence.id, toLevel: level })),
    )
  const raises = given.map(({ competence }) => competence.title)
  const terms = termsOf({ code, title: facts.title, about: facts.about, raises })
  await tx.insert(trainingTerms).values({ ...terms, trainingId, version: SEARCH_VERSION })
  return { trainingId, slug }
}
