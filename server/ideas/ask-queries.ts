import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { weeklyHours } from '#domain/ideas'
import { Text } from '#domain/localized'
import { atMost } from '#server/at-most'
import { isOut, readable } from '#server/ideas/audience-queries'
import { query } from '#server/query'

/** Who logged that customers ask for an idea. */
export async function loggersOf(tx: Tx, ideaId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select distinct person_id as id from idea_contacts where idea_id = ${ideaId}`,
  )
  return rows.map(({ id }) => id)
}

const Ask = z.object({
  number: z.number(),
  title: z.string(),
  area: Text,
  /** Contacts of the last four weeks, and the hours a week that they take. */
  contacts: z.number(),
  hours: z.number(),
})

/** Open ideas about the product, what costs most hours first. */
export const listAsks = query({
  verb: 'ideas.asks',
  input: z.object({ number: z.coerce.number().int().positive().optional() }),
  output: z.array(Ask),
  async run({ db, actor, input, now }) {
    const one = input.number ? sql`i.number = ${input.number}` : sql`true`
    const { rows } = await db.execute<z.infer<typeof Ask> & { seconds: number }>(sql`
      select i.number::float8 as number, i.title, a.name as area, count(k.id)::int as contacts,
        coalesce(sum(k.seconds), 0)::float8 as seconds, 0 as hours
      from ideas i join areas a on a.id = i.area_id and a.kind = 'product'
      left join idea_contacts k on k.idea_id = i.id and k.logged_at > ${now.toISOString()}::timestamptz - interval '28 days'
      where i.state in ('new', 'under-review', 'accepted', 'planned', 'in-progress') and not i.removed and ${one} and ${readable(actor)} and ${isOut(now)}
      group by i.id, a.id order by sum(k.seconds) desc nulls last, i.votes desc, i.number ${atMost(60)}`)
    return rows.map(({ seconds, ...ask }) => ({ ...ask, hours: weeklyHours(seconds) }))
  },
})
