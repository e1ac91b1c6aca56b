import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '#server/query'

const Same = z.object({ id: z.uuid(), names: z.array(z.string()) })

/** Names that the search takes for one thing. */
export const listSynonyms = query({
  verb: 'settings.synonyms',
  input: z.object({}),
  output: z.array(Same),
  async run({ db }) {
    const { rows } = await db.execute<z.infer<typeof Same>>(
      sql`select id, names from search_synonyms where retired_at is null order by names[1], id`,
    )
    return rows
  },
})
