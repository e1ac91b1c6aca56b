import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import type { Actor } from '#domain/access'
import { mayEver } from '#domain/access'

/** Lessons are open to everybody, and so are their pictures. */
export async function seesLessonPicture(reader: Reader, actor: Actor, fileId: string): Promise<boolean> {
  if (!mayEver(actor, 'training.course')) return false
  const { rows } = await reader.execute(sql`select from lesson_pictures where file_id = ${fileId}`)
  return rows.length > 0
}
