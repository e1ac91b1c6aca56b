import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { files } from '#db/schema/files'
import { lessonPictures, lessons } from '#db/schema/lessons'
import { SaveLesson } from '#domain/course-desk'
import { invalid, notFound } from '#domain/refused'
import { takeFiles } from '#server/attached-files'
import { command } from '#server/command'
import { selfPaced } from '#server/training/course-desk-queries'

const MOST_PICTURES = 50

/** New pictures take the lowest numbers that are free; the numbers by which the text calls those that stay do not change. */
const setPictures = async (
  tx: Tx,
  lessonId: string,
  removed: readonly number[],
  fileIds: readonly string[],
) => {
  if (removed.length) {
    const gone = await tx
      .delete(lessonPictures)
      .where(and(eq(lessonPictures.lessonId, lessonId), inArray(lessonPictures.position, [...removed])))
      .returning({ fileId: lessonPictures.fileId })
    const ids = gone.map(({ fileId }) => fileId)
    if (ids.length) await tx.delete(files).where(inArray(files.id, ids))
  }
  if (!fileIds.length) return
  const kept = await tx
    .select({ position: lessonPictures.position })
    .from(lessonPictures)
    .where(eq(lessonPictures.lessonId, lessonId))
  const taken = new Set(kept.map(({ position }) => position))
  const free = Array.from({ length: MOST_PICTURES }, (_, at) => at + 1).filter((number) => !taken.has(number))
  if (free.length < fileIds.length) throw invalid('fileIds', 'tooManyPictures')
  await tx
    .insert(lessonPictures)
    .values(fileIds.map((fileId, at) => ({ lessonId, fileId, position: free[at] as number })))
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
    const { fileIds, removed } = input
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
      await setPictures(tx, lessonId, removed, await taken())
      return { lessonId }
    }
    const [{ last } = { last: 0 }] = await tx
      .select({ last: sql<number>`coalesce(max(${lessons.position}), 0)::int` })
      .from(lessons)
      .where(current)
    const id = newId()
    await tx.insert(lessons).values({ ...words, id, trainingId, position: last + 1, createdAt: now })
    await setPictures(tx, id, [], await taken())
    return { lessonId: id }
  },
})
