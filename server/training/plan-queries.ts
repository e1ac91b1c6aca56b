import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { people } from '#db/schema/people'
import { trainings } from '#db/schema/training'
import { invalid, notFound } from '#domain/refused'

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

export async function refuseUnknownTrainer(tx: Tx, trainerId: string | undefined): Promise<void> {
  if (!trainerId) return
  const [trainer] = await tx.select({ id: people.id }).from(people).where(eq(people.id, trainerId))
  if (!trainer) throw invalid('trainerId', 'unknownPerson')
}

/** On whose wall clock a session stands. */
export async function timeZoneOf(tx: Tx, siteId: string | null): Promise<string> {
  if (!siteId) return 'Europe/Kyiv'
  const { rows } = await tx.execute<{ zone: string }>(
    sql`select time_zone as zone from sites where id = ${siteId}`,
  )
  if (!rows[0]) throw notFound()
  return rows[0].zone
}
