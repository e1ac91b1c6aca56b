import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { quizPools, quizzes } from '#db/schema/lessons'

export async function rulesOf(tx: Tx, trainingId: string) {
  const [rules] = await tx.select().from(quizzes).where(eq(quizzes.trainingId, trainingId))
  return rules
}

export async function poolOf(tx: Tx, trainingId: string, name: string) {
  const [pool] = await tx
    .select()
    .from(quizPools)
    .where(and(eq(quizPools.trainingId, trainingId), eq(quizPools.name, name)))
  return pool
}
