import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import type { Actor } from '#domain/access'
import { weeklyHours } from '#domain/ideas'
import { Text } from '#domain/localized'
import { atMost } from '#server/at-most'
import { AreaChoice } from '#server/ideas/area-queries'
import { isOut, readable } from '#server/ideas/audience-queries'
import { listed } from '#server/listed'
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

type Row = z.infer<typeof Ask> & { seconds: number }

const askRows = (actor: Actor, now: Date, one: SQL): SQL => sql`
      select i.number::float8 as number, i.title, a.name as area, count(k.id)::int as contacts,
        coalesce(sum(k.seconds), 0)::float8 as seconds, 0 as hours
      from ideas i join areas a on a.id = i.area_id and a.kind = 'product'
      left join idea_contacts k on k.idea_id = i.id and k.logged_at > ${now.toISOString()}::timestamptz - interval '28 days'
      where i.state in ('new', 'under-review', 'accepted', 'planned', 'in-progress') and not i.removed and ${one} and ${readable(actor)} and ${isOut(now)}
      group by i.id, a.id order by sum(k.seconds) desc nulls last, i.votes desc, i.number ${atMost(60)}`

const withHours = ({ seconds, ...ask }: Row) => ({ ...ask, hours: weeklyHours(seconds) })

/** Open ideas about the product, what costs most hours first. */
export const listAsks = query({
  verb: 'ideas.asks',
  input: z.object({ number: z.coerce.number().int().positive().optional() }),
  output: z.array(Ask),
  async run({ db, actor, input, now }) {
    const one = input.number ? sql`i.number = ${input.number}` : sql`true`
    const { rows } = await db.execute<Row>(askRows(actor, now, one))
    return rows.map(withHours)
  },
})

const Desk = z.object({ asks: z.array(Ask), areas: z.array(AreaChoice) })

/** The page on which a customer's wish is written down, in one statement: what was asked for, and where something new goes. */
export const askDesk = query({
  verb: 'ideas.asks',
  input: z.object({}),
  output: Desk,
  async run({ db, actor, now }) {
    const { rows } = await db.execute<{ asks: Row[]; areas: z.infer<typeof AreaChoice>[] }>(sql`
      select ${listed(askRows(actor, now, sql`true`))} as asks, ${listed(sql`
        select a.id, a.name from areas a where a.kind = 'product' and a.retired_at is null order by a.name ->> 'uk'`)} as areas`)
    const { asks = [], areas = [] } = rows[0] ?? {}
    return { asks: asks.map(withHours), areas }
  },
})
