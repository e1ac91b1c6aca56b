import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { lessonPictures, lessons } from '#db/schema/lessons'
import { SaveLesson } from '#domain/course-desk'
import { invalid, notFound } from '#domain/refused'
import { takeFiles } from '#server/attached-files'
import { command } from '#server/command'
import { selfPaced } from '#server/training/course-desk-queries'

/** New pictures after those that are there: the numbers that the text calls them by stay. */
const addPictures = async (tx: Tx, lessonId: string, fileIds: readonly string[]): Promise<void> => {
  if (!fileIds.length) return
  const [{ last } = { last: 0 }] = await tx
    .select({ last: sql<number>`coalesce(max(${lessonPictures.position}), 0)::int` })
    .from(lessonPictures)
    .where(eq(lessonPictures.lessonId, lessonId))
  if (last + fileIds.length > 50) throw invalid('fileIds', 'tooManyPictures')
  await tx
    .insert(lessonPictures)
    .values(fileIds.map((fileId, at) => ({ lessonId, fileId, position: last + at + 1 })))
}

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
  async run({ tx, actor, input, now, newId }) {
    const { fileIds } = input
    const taken = async () => {
      await takeFiles({ tx, actor, now, room: 'training', fileIds })
      return fileIds
    }
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
      await addPictures(tx, lessonId, await taken())
      return { lessonId }
    }
    const [{ last } = { last: 0 }] = await tx
      .select({ last: sql<number>`coalesce(max(${lessons.position}), 0)::int` })
      .from(lessons)
      .where(current)
    const id = newId()
    await tx.insert(lessons).values({ ...words, id, trainingId, position: last + 1, createdAt: now })
    await addPictures(tx, id, await taken())
    return { lessonId: id }
  },
})
