import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { lessons } from '#db/schema/lessons'
import { RetireLesson } from '#domain/course-desk'
import { notFound } from '#domain/refused'
import { command } from '#server/command'

/** Takes a lesson out of its course; what people have read stays noted. */
export const retireLesson = command({
  verb: 'training.retireLesson',
  input: RetireLesson,
  output: z.object({}),
  subject: async (tx, { lessonId }) => {
    const [lesson] = await tx
      .select()
      .from(lessons)
      .where(and(eq(lessons.id, lessonId), isNull(lessons.retiredAt)))
      .for('update')
    if (!lesson) throw notFound()
    return { people: [], lesson }
  },
  audit: ({ input }) => ({ kind: 'lesson', id: input.lessonId }),
  async run({ tx, input, now }) {
    await tx.update(lessons).set({ retiredAt: now }).where(eq(lessons.id, input.lessonId))
    return {}
  },
})
