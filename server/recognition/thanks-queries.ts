import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { hidePrivate, ListThanks, likeNames, THANKS_CHANNELS } from '#domain/customer-thanks'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { atMost } from '#server/at-most'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Waiting = z.object({
  id: z.uuid(),
  channel: z.enum(THANKS_CHANNELS),
  reference: z.string(),
  receivedOn: z.string(),
  text: z.string(),
  /** The same words with what a machine finds private hidden; names are for people to find. */
  proposed: z.string(),
  /** Words in it that look like names. */
  names: z.array(z.string()),
  enteredBy: z.string(),
})

/** Thanks that nobody has passed on yet, the oldest first. */
export const listThanks = query({
  verb: 'recognition.thanks',
  input: ListThanks,
  output: pageOf(Waiting),
  async run({ db, input, reach }) {
    const keys = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    const after = keys ? sql`(t.entered_at, t.id) > (${keys[0]}::timestamptz, ${keys[1]}::uuid)` : sql`true`
    const { rows } = await db.execute<
      Omit<z.infer<typeof Waiting>, 'proposed' | 'names'> & { at: string }
    >(sql`
      select t.id, t.channel, t.reference, t.received_on::text as "receivedOn", t.raw_text as text, p.name as "enteredBy",
        to_char(t.entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
      from customer_thanks t join people p on p.id = t.entered_by
      where t.operator_id is null and t.set_aside_at is null and ${visible(reach, { people: [sql`t.entered_by`] })} and ${after}
      order by t.entered_at, t.id ${atMost(input.limit + 1)}`)
    const page = cut(rows, input.limit, (row) => [row.at, row.id])
    const items = page.items.map((row) => {
      const proposed = hidePrivate(row.text)
      return { ...row, proposed, names: likeNames(proposed) }
    })
    return { ...page, items }
  },
})

const Own = z.object({
  id: z.uuid(),
  channel: z.enum(THANKS_CHANNELS),
  receivedOn: z.string(),
  text: z.string(),
  decision: z.enum(['wall', 'keep']).nullable(),
})

/** What customers said of the actor: first what waits for their answer, then the newest. */
export const listOwnThanks = query({
  verb: 'recognition.ownThanks',
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
  output: z.array(Own),
  async run({ db, actor, input }) {
    const { rows } = await db.execute<z.infer<typeof Own>>(sql`
      select id, channel, received_on::text as "receivedOn", public_text as text, decision
      from customer_thanks where operator_id = ${actor.personId}
      order by decision is not null, matched_at desc, id ${atMost(input.limit)}`)
    return rows
  },
})
