import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { trainings } from '#db/schema/training'
import { invalid } from '#domain/refused'

/** A training of which sessions can be planned. */
export async function plannable(tx: Tx, trainingId: string) {
  const [training] = await tx
    .select()
    .from(trainings)
    .where(and(eq(trainings.id, trainingId), isNull(trainings.retiredAt)))
  if (!training) throw invalid('trainingId', 'retired')
  if (training.format === 'self-paced') throw invalid('trainingId', 'trainingWithoutSessions')
  return training
}

/** @throws Refused where nobody of that id works here now */
export async function refuseUnknownTrainer(tx: Tx, trainerId: string | undefined): Promise<void> {
  if (!trainerId) return
  const { rows } = await tx.execute(sql`select from current_employments where person_id = ${trainerId}`)
  if (!rows.length) throw invalid('trainerId', 'unknownPerson')
}
