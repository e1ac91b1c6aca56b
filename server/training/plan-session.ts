import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '#db/schema/people'
import { trainingSessions, trainings } from '#db/schema/training'
import { invalid } from '#domain/refused'
import { PlanSession } from '#domain/training'
import { command } from '#server/command'

/** Puts a session of a training into the calendar, with its seats. */
export const planSession = command({
  verb: 'training.planSession',
  input: PlanSession,
  output: z.object({ sessionId: z.uuid() }),
  subject: (_tx, { siteId }) => ({ siteId: siteId ?? null }),
  readable: 'training.sessions',
  audit: ({ input, result }) => ({
    kind: 'session',
    id: result.sessionId,
    detail: { trainingId: input.trainingId, seats: input.seats },
  }),
  async run({ tx, input, now, newId }) {
    if (input.startsAt <= now) throw invalid('startsAt', 'dateAhead')
    const [training] = await tx
      .select({ format: trainings.format })
      .from(trainings)
      .where(and(eq(trainings.id, input.trainingId), isNull(trainings.retiredAt)))
    if (!training) throw invalid('trainingId', 'retired')
    if (training.format === 'self-paced') throw invalid('trainingId', 'trainingWithoutSessions')
    if (input.trainerId) {
      const [trainer] = await tx.select({ id: people.id }).from(people).where(eq(people.id, input.trainerId))
      if (!trainer) throw invalid('trainerId', 'unknownPerson')
    }
    const sessionId = newId()
    await tx.insert(trainingSessions).values({
      id: sessionId,
      trainingId: input.trainingId,
      period: `[${input.startsAt.toISOString()},${input.endsAt.toISOString()})`,
      seats: input.seats,
      siteId: input.siteId ?? null,
      place: input.place,
      trainerId: input.trainerId ?? null,
      state: 'planned',
      createdAt: now,
    })
    return { sessionId }
  },
})
