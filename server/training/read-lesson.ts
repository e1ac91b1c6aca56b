import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { lessonReads, lessons } from '#db/schema/lessons'
import { trainings } from '#db/schema/training'
import { ReadLesson } from '#domain/quizzes'
import { conflict, notFound } from '#domain/refused'
import { byActor, command } from '#server/command'

/** Notes that a lesson was read to its end, by somebody who is on the training; a second time changes nothing. */
export const readLesson = command({
  verb: 'training.readLesson',
  input: ReadLesson,
  output: z.object({ slug: z.string(), next: z.number().nullable() }),
  subject: async (tx, input, actor) => {
    const [found] = await tx
      .select({ lesson: lessons, slug: trainings.slug })
      .from(lessons)
      .innerJoin(trainings, eq(trainings.id, lessons.trainingId))
      .where(and(eq(lessons.id, input.lessonId), isNull(lessons.retiredAt)))
    if (!found) throw notFound()
    return { ...byActor(tx, input, actor), ...found }
  },
  audit: ({ input }) => ({ kind: 'lesson', id: input.lessonId }),
  async run({ tx, actor, subject: { lesson, slug }, now }) {
    const { rows } = await tx.execute<{ next: number | null; enrolled: boolean }>(sql`
      select (select min(o.position)::int from lessons o where o.training_id = ${lesson.trainingId} and o.retired_at is null
          and o.position > ${lesson.position}) as next,
        exists (select from enrolments n where n.training_id = ${lesson.trainingId} and n.person_id = ${actor.personId}
          and n.state in ('booked', 'attended')) as enrolled`)
    if (!rows[0]?.enrolled) throw conflict('beginFirst')
    await tx
      .insert(lessonReads)
      .values({ personId: actor.personId, lessonId: lesson.id, readAt: now })
      .onConflictDoNothing()
    return { slug, next: rows[0].next }
  },
})
