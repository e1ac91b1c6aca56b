import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { enrolments, trainings } from '#db/schema/training'
import { conflict, notFound } from '#domain/refused'
import { AskForDate } from '#domain/training'
import { byActor, command } from '#server/command'

/** Asks for a date of a training where none fits; the learning centre sees how many ask and tells them when there is one. */
export const askForDate = command({
  verb: 'training.ask',
  input: AskForDate,
  output: z.object({ enrolmentId: z.uuid(), slug: z.string(), asking: z.number() }),
  subject: async (tx, input, actor) => {
    const [training] = await tx
      .select()
      .from(trainings)
      .where(and(eq(trainings.id, input.trainingId), isNull(trainings.retiredAt)))
    if (!training) throw notFound()
    return { ...byActor(tx, input, actor), training }
  },
  audit: ({ input, result }) => ({
    kind: 'training',
    id: input.trainingId,
    detail: { enrolmentId: result.enrolmentId, asks: true },
  }),
  async run({ tx, actor, input, subject: { training }, now, newId }) {
    if (training.format === 'self-paced') throw conflict('trainingWithoutSessions')
    const enrolmentId = newId()
    await tx.insert(enrolments).values({
      id: enrolmentId,
      personId: actor.personId,
      trainingId: training.id,
      why: input.why,
      state: 'requested',
      wish: input.wish || null,
      askedBy: actor.personId,
      askedAt: now,
    })
    const [{ asking } = { asking: 1 }] = await tx
      .select({ asking: sql<number>`count(*)::int` })
      .from(enrolments)
      .where(and(eq(enrolments.trainingId, training.id), eq(enrolments.state, 'requested')))
    return { enrolmentId, slug: training.slug, asking }
  },
})
