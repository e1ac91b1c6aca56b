import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader, Tx } from '#db/client'
import type { Actor } from '#domain/access'
import { ListAsks, weeklyHours } from '#domain/ideas'
import { Text } from '#domain/localized'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { atMost } from '#server/at-most'
import { AreaChoice } from '#server/ideas/area-queries'
import { isOut, readable } from '#server/ideas/audience-queries'
import { searched } from '#server/ideas/queries'
import { listed } from '#server/listed'
import { query } from '#server/query'

/** Who logged that customers ask for an idea, or for one that was merged into it. */
export async function loggersOf(tx: Tx, ideaId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct k.person_id as id from idea_contacts k
    where k.idea_id = ${ideaId} or k.idea_id in (select m.id from ideas m where m.merged_into = ${ideaId})`)
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

type Row = z.infer<typeof Ask> & { seconds: number; votes: number }
type Filter = z.output<typeof ListAsks>

/** One row more than the page has, what costs most first; the keys are made of the sums of this moment. */
const askRows = async (db: Reader, actor: Actor, now: Date, filter: Filter): Promise<SQL> => {
  const after = fromCursor<[number, number, number]>(filter.cursor, ['number', 'number', 'number'])
  const from = after
    ? sql`(k.seconds, k.votes, -k.number) < (${after[0]}, ${after[1]}, ${-after[2]})`
    : sql`true`
  const one = filter.number ? sql`i.number = ${filter.number}` : sql`true`
  const words = filter.search ? await searched(db, filter.search, now) : sql`true`
  return sql`
    select * from (
      select i.number::float8 as number, i.title, a.name as area, count(k.id)::int as contacts,
        coalesce(sum(k.seconds), 0)::float8 as seconds, i.votes, 0 as hours
      from ideas i join areas a on a.id = i.area_id and a.kind = 'product'
      left join (
        select coalesce(m.merged_into, m.id) as idea_id, c.id, c.seconds from idea_contacts c join ideas m on m.id = c.idea_id
        where c.logged_at > ${now.toISOString()}::timestamptz - interval '28 days'
      ) k on k.idea_id = i.id
      where i.state in ('new', 'under-review', 'accepted', 'planned', 'in-progress') and not i.removed
        and ${one} and ${words} and ${readable(actor)} and ${isOut(now)}
      group by i.id, a.id
    ) k where ${from} order by k.seconds desc, k.votes desc, k.number ${atMost(filter.limit + 1)}`
}

const pageFrom = (rows: readonly Row[], limit: number) => {
  const { items, next } = cut(rows, limit, ({ seconds, votes, number }) => [seconds, votes, number])
  const asks = items.map(({ seconds, votes: _, ...ask }) => ({ ...ask, hours: weeklyHours(seconds) }))
  return { items: asks, next }
}

/** Open ideas about the product, what costs most hours first. */
export const listAsks = query({
  verb: 'ideas.asks',
  input: ListAsks,
  output: pageOf(Ask),
  async run({ db, actor, input, now }) {
    const { rows } = await db.execute<Row>(await askRows(db, actor, now, input))
    return pageFrom(rows, input.limit)
  },
})

const Desk = z.object({ asks: pageOf(Ask), areas: z.array(AreaChoice) })

/** The page on which a customer's wish is written down, in one statement: what was asked for, and where something new goes. */
export const askDesk = query({
  verb: 'ideas.asks',
  input: ListAsks,
  output: Desk,
  async run({ db, actor, input, now }) {
    const { rows } = await db.execute<{ asks: Row[]; areas: z.infer<typeof AreaChoice>[] }>(sql`
      select ${listed(await askRows(db, actor, now, input))} as asks, ${listed(sql`
        select a.id, a.name from areas a where a.kind = 'product' and a.retired_at is null order by a.name ->> 'uk'`)} as areas`)
    const { asks = [], areas = [] } = rows[0] ?? {}
    return { asks: pageFrom(asks, input.limit), areas }
  },
})
