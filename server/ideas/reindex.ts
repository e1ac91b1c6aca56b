import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { SEARCH_VERSION, searchDocument, searchShape } from '#domain/search'
import { atMost } from '#server/at-most'
import { command } from '#server/command'

const BATCH = 500

/** Indexes anew what an older normaliser has written, some at a time and in random order, so that no row's place tells when it came. */
export const reindexIdeas = command({
  verb: 'ideas.reindex',
  input: z.object({}),
  output: z.object({ done: z.number() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'ideas', id: null, detail: { done: result.done } }),
  async run({ tx }) {
    const { rows } = await tx.execute<{ id: string; title: string; body: string }>(sql`
      select i.id, i.title, i.body from idea_terms t join ideas i on i.id = t.idea_id
      where t.version < ${SEARCH_VERSION} order by random() ${atMost(BATCH)} for update of t skip locked`)
    if (!rows.length) return { done: 0 }
    const of = (make: (row: (typeof rows)[number]) => string) => sql.param(rows.map(make))
    await tx.execute(sql`
      update idea_terms t set title = n.shape, document = n.document::tsvector, version = ${SEARCH_VERSION}
      from unnest(${of(({ id }) => id)}::uuid[], ${of(({ title }) => searchShape(title))}::text[],
        ${of(({ title, body }) => searchDocument(title, body))}::text[]) as n (id, shape, document)
      where t.idea_id = n.id`)
    return { done: rows.length }
  },
})
