import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import type { Actor } from '#domain/access'
import { mayEver } from '#domain/access'

export const Picture = z.object({ number: z.number(), fileId: z.uuid() })

/** The pictures of the lesson `l`, with the numbers by which its text calls them. */
export const picturesOf = sql`(select coalesce(json_agg(json_build_object('number', x.position, 'fileId', x.file_id) order by x.position), '[]')
  from lesson_pictures x where x.lesson_id = l.id)`

/** Lessons are open to everybody, and so are their pictures. */
export async function seesLessonPicture(reader: Reader, actor: Actor, fileId: string): Promise<boolean> {
  if (!mayEver(actor, 'training.course')) return false
  const { rows } = await reader.execute(sql`select from lesson_pictures where file_id = ${fileId}`)
  return rows.length > 0
}
