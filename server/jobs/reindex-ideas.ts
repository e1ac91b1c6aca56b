import { sql } from 'drizzle-orm'
import { db } from '#db/client'
import { systemActor } from '#domain/access'
import { SEARCH_VERSION } from '#domain/search'
import { reindexIdeas } from '#server/ideas/reindex'

/** After an upgrade of the normaliser: until nothing of an older version is left. */
export async function reindex(now: Date): Promise<void> {
  const { rows } = await db.execute<{ some: boolean }>(
    sql`select exists (select 1 from idea_terms where version < ${SEARCH_VERSION}) as some`,
  )
  if (!rows[0]?.some) return
  while ((await reindexIdeas(systemActor(), {}, { now })).done > 0);
}
