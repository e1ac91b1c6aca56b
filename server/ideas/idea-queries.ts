import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import type { Actor } from '#domain/access'
import { can } from '#domain/access'
import { inOrder } from '#domain/idea-thread'
import { answersFor, IdeaNumber, isOpen, ReadByCode } from '#domain/ideas'
import { notFound } from '#domain/refused'
import { Text } from '#domain/text'
import { readable } from '#server/ideas/audience-queries'
import { IdeaItem, itemColumns } from '#server/ideas/queries'
import { hashCode } from '#server/ideas/submit'
import { query } from '#server/query'

const Named = z.object({ id: z.uuid(), name: z.string() })

const Said = z.object({
  id: z.uuid(),
  /** An official answer has the kind of the reply; `comment` is a colleague's, `author` the anonymous author's. */
  kind: z.enum(['ack', 'question', 'decision', 'outcome', 'comment', 'author']),
  who: Named.nullable(),
  state: z.string().nullable(),
  reason: z.string().nullable(),
  body: z.string(),
  on: z.string(),
  at: z.string().nullable(),
  afterId: z.string().nullable(),
  turn: z.number().nullable(),
})

const Idea = IdeaItem.extend({
  body: z.string(),
  campaign: z.object({ id: z.uuid(), question: Text }).nullable(),
  owner: Named,
  ackDue: z.string(),
  decideDue: z.string(),
  heard: z.boolean(),
  returnsOn: z.string().nullable(),
  mergedInto: z.number().nullable(),
  thread: z.array(Said),
  /** What this actor may do here now. */
  may: z.object({ support: z.boolean(), answer: z.array(z.enum(['ack', 'question', 'decision'])) }),
})
type Idea = z.infer<typeof Idea>

const THREAD = sql`(
  select coalesce(json_agg(said), '[]') from (
    select r.id, r.kind, json_build_object('id', w.id, 'name', w.name) as who, r.state, r.reason, r.body,
      r.created_at::date as "on", to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      null::uuid as "afterId", null::int as turn
    from idea_replies r join people w on w.id = r.author_id where r.idea_id = i.id
    union all
    select c.id, case when c.author_id is null then 'author' else 'comment' end,
      case when c.author_id is not null then json_build_object('id', w.id, 'name', w.name) end, null, null, c.body,
      c.said_on, to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), c.after_id, c.turn
    from idea_comments c left join people w on w.id = c.author_id where c.idea_id = i.id
  ) said)`

type Row = Omit<Idea, 'may'> & { answerers: string[] }

const load = async (db: Reader, actor: Actor, now: Date, which: SQL): Promise<Row> => {
  const { rows } = await db.execute<Row>(sql`
    select ${itemColumns(actor, now)}, i.body,
      (select json_build_object('id', c.id, 'question', c.question) from campaigns c where c.id = i.campaign_id) as campaign,
      (select json_build_object('id', o.id, 'name', o.name) from people o where o.id = i.owner_id) as owner,
      i.ack_due::text as "ackDue", i.decide_due::text as "decideDue", i.first_reply_id is not null as heard,
      i.returns_on::text as "returnsOn", (select m.number::float8 from ideas m where m.id = i.merged_into) as "mergedInto",
      ${THREAD} as thread, array[i.owner_id, a.owner_id, a.backup_id] as answerers
    from ideas i join areas a on a.id = i.area_id where ${which}`)
  const row = rows[0]
  if (!row) throw notFound()
  return { ...row, thread: inOrder(row.thread) }
}

const withRights = ({ answerers, ...idea }: Row, actor: Actor): Idea => {
  const answers = can(actor, 'ideas.answer', { people: answerers }) && !idea.mine
  const may = { support: isOpen(idea.state) && !idea.mine, answer: answers ? answersFor(idea.state) : [] }
  return { ...idea, may }
}

/** One idea with everything that was said under it. */
export const showIdea = query({
  verb: 'ideas.show',
  input: IdeaNumber,
  output: Idea,
  async run({ db, actor, input, now }) {
    return withRights(
      await load(db, actor, now, sql`i.number = ${input.number} and ${readable(actor)}`),
      actor,
    )
  },
})

/** The same for whoever holds the code of an anonymous idea, signed in or not. */
export const readByCode = query({
  verb: 'ideas.readByCode',
  input: ReadByCode,
  output: Idea,
  async run({ db, actor, input, now }) {
    const row = await load(db, actor, now, sql`i.code_hash = ${hashCode(input.code)}`)
    return { ...row, may: { support: false, answer: [] } }
  },
})
