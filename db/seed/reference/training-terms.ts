import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { trainingTerms } from '#db/schema/training-days'
import { SEARCH_VERSION } from '#domain/search'
import type { Text } from '#domain/text'
import { termsOf } from '#domain/training-terms'

type Row = { id: string; code: string; title: Text; about: Text | null; raises: Text[] }

/** Makes trainings findable that search does not know yet, or knows by an older normaliser. */
export async function indexTrainings(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<Row>(sql`
    select t.id, t.code, t.title, t.about, (select coalesce(json_agg(c.title), '[]') from training_competences k
      join competences c on c.id = k.competence_id where k.training_id = t.id) as raises
    from trainings t where not exists (select from training_terms n
      where n.training_id = t.id and n.version = ${SEARCH_VERSION})`)
  for (const { id, ...training } of rows) {
    const terms = { ...termsOf(training), version: SEARCH_VERSION }
    await tx
      .insert(trainingTerms)
      .values({ trainingId: id, ...terms })
      .onConflictDoUpdate({ target: trainingTerms.trainingId, set: terms })
  }
}
