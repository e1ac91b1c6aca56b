import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { lessons } from '#db/schema/lessons'
import { SaveLesson } from '#domain/course-desk'
import { notFound } from '#domain/refused'
import { command } from '#server/command'
import { selfPaced } from '#server/training/course-desk-queries'

/** Writes a lesson at the end of a course, or a better wording of one that is there. */
export const saveLesson = command({
  verb: 'training.saveLesson',
  input: SaveLesson,
  output: z.object({ lessonId: z.uuid() }),
  subject: async (tx, { trainingId }) => ({ people: [], training: await selfPaced(tx, trainingId) }),
  audit: ({ input, result }) => ({
    kind: 'training',
    id: input.trainingId,
    detail: { lessonId: result.lessonId },
  }),
  async run({ tx, input, now, newId }) {
    const { trainingId, lessonId, title, body, minutes, videoUrl = null } = input
    const words = { title, body, minutes, videoUrl }
    const current = and(eq(lessons.trainingId, trainingId), isNull(lessons.retiredAt))
    if (lessonId) {
      const [saved] = await tx
        .update(lessons)
        .set(words)
        .where(and(current, eq(lessons.id, lessonId)))
        .returning({ id: lessons.id })
      if (!saved) throw notFound()
      return { lessonId }
    }
    const [{ last } = { last: 0 }] = await tx
      .select({ last: sql<number>`coalesce(max(${lessons.position}), 0)::int` })
      .from(lessons)
      .where(current)
    const id = newId()
    await tx.insert(lessons).values({ ...words, id, trainingId, position: last + 1, createdAt: now })
    return { lessonId: id }
  },
})
