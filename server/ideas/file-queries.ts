import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import type { Actor } from '#domain/access'
import { readable } from '#server/ideas/audience-queries'

/** Whoever may read the idea sees its pictures. */
export async function seesIdeaFile(reader: Reader, actor: Actor, fileId: string): Promise<boolean> {
  const { rows } = await reader.execute<{ seen: boolean }>(sql`
    select exists (
      select from idea_files x join ideas i on i.id = x.idea_id where x.file_id = ${fileId} and ${readable(actor)}) as seen`)
  return rows[0]?.seen ?? false
}
