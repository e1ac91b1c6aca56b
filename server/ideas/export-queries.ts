import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { fromCursor, pageOf, toCursor } from '#domain/paging'
import { atMost } from '#server/at-most'
import { isOut } from '#server/ideas/audience-queries'
import { query } from '#server/query'

const PAGE = 1000

const Exported = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string(),
  state: z.string(),
  area: Text,
  authorMode: z.string(),
  author: z.string().nullable(),
  owner: z.string(),
  votes: z.number(),
  submittedOn: z.string(),
  ackDue: z.string(),
  decideDue: z.string(),
  answeredOn: z.string().nullable(),
})

/** Every idea as a row of a sheet, a thousand at a time. HR knows hidden authors; of an anonymous one there is nobody to name. */
export const exportIdeas = query({
  verb: 'ideas.export',
  input: z.object({ cursor: z.string().max(500).optional() }),
  output: pageOf(Exported),
  async run({ db, input, now }) {
    const after = fromCursor<[number]>(input.cursor, ['number'])?.[0] ?? 0
    const { rows } = await db.execute<z.infer<typeof Exported>>(sql`
      select i.number::float8 as number, i.title, i.body, i.state, a.name as area, i.author_mode as "authorMode", w.name as author,
        o.name as owner, i.votes, i.submitted_on::text as "submittedOn", i.ack_due::text as "ackDue",
        i.decide_due::text as "decideDue", i.answered_on::text as "answeredOn"
      from ideas i join areas a on a.id = i.area_id join people o on o.id = i.owner_id left join people w on w.id = i.author_id
      where i.number > ${after} and ${isOut(now)} order by i.number ${atMost(PAGE + 1)}`)
    const items = rows.slice(0, PAGE)
    const last = items.at(-1)
    return { items, next: rows.length > PAGE && last ? toCursor([last.number]) : null }
  },
})
