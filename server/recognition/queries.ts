import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#domain/access'
import { THANKS_CHANNELS } from '#domain/customer-thanks'
import { Text } from '#domain/localized'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { REACTIONS } from '#domain/reactions'
import { EVIDENCE, ListPraises, PRAISE_KINDS, PRAISE_REACHES } from '#domain/recognition'
import { notFound } from '#domain/refused'
import { atMost } from '#server/at-most'
import { query } from '#server/query'
import { Effect, effectOf } from '#server/recognition/award-queries'
import { ideaOpen, praiseSeen } from '#server/recognition/visibility-queries'

const Face = z.object({ id: z.uuid(), name: z.string(), position: Text.nullable() })

export const PraiseItem = z.object({
  id: z.uuid(),
  kind: z.enum(PRAISE_KINDS),
  giver: Face.nullable(),
  receiver: Face,
  /** A customer's thanks names no value, and no giver among the staff. */
  value: z.object({ slug: z.string(), title: Text }).nullable(),
  channel: z.enum(THANKS_CHANNELS).nullable(),
  deed: z.string(),
  visibility: z.enum(PRAISE_REACHES),
  idea: z.object({ number: z.number(), title: z.string() }).nullable(),
  /** What an idea of the month changed, where it was measured. */
  effect: Effect.nullable(),
  /** What else shows it: the number of a contact, the day of a shift, or the title of a training. */
  evidence: z.object({ kind: z.enum(EVIDENCE), reference: z.string(), training: Text.nullable() }).nullable(),
  reactions: z.object({ clap: z.number(), heart: z.number(), strength: z.number() }),
  /** What the actor joined in with. */
  mine: z.enum(REACTIONS).nullable(),
  at: z.string(),
})
export type PraiseItem = z.infer<typeof PraiseItem>

const face = (person: SQL): SQL => sql`(
  select json_build_object('id', f.id, 'name', f.name, 'position', po.title) from people f
  left join current_employments fe on fe.person_id = f.id left join positions po on po.id = fe.position_id
  where f.id = ${person})`

/** Praises that the actor may see and that are as `where` says, of `p` and their receiver `r`; the newest first. */
export const praisesWhere = (actor: Actor, where: SQL, limit: number): SQL => sql`
  select p.id, p.kind, case when p.kind <> 'customer' then ${face(sql`p.giver_id`)} end as giver, ${face(sql`p.receiver_id`)} as receiver,
    (select json_build_object('slug', v.slug, 'title', v.title) from company_values v where v.id = p.value_id) as value,
    (select k.channel from customer_thanks k where k.id = p.thanks_id) as channel,
    p.deed, praise_reach(p.visibility, r.praise_visibility) as visibility,
    (select json_build_object('number', i.number, 'title', i.title) from ideas i where i.id = p.idea_id
      and (${ideaOpen} or i.author_id = ${actor.personId} or p.kind = 'award' and not i.removed)) as idea,
    (select ${effectOf} from ideas i where i.id = p.idea_id and p.kind = 'award') as effect,
    case when p.evidence_kind in ('contact', 'shift', 'training') then json_build_object('kind', p.evidence_kind, 'reference', p.evidence_id,
      'training', (select t.title from trainings t where p.evidence_kind = 'training' and t.id::text = p.evidence_id)) end as evidence,
    (select json_build_object('clap', count(*) filter (where x.kind = 'clap'), 'heart', count(*) filter (where x.kind = 'heart'),
        'strength', count(*) filter (where x.kind = 'strength')) from praise_reactions x where x.praise_id = p.id) as reactions,
    (select x.kind from praise_reactions x where x.praise_id = p.id and x.person_id = ${actor.personId}) as mine,
    to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from praises p join people r on r.id = p.receiver_id
  where ${praiseSeen(actor)} and ${where} order by p.created_at desc, p.id desc ${atMost(limit)}`

const after = (cursor: string | undefined): SQL => {
  const keys = fromCursor<[string, string]>(cursor, ['string', 'string'])
  return keys ? sql`(p.created_at, p.id) < (${keys[0]}::timestamptz, ${keys[1]}::uuid)` : sql`true`
}

/** The wall: praises that the actor may see, the newest first. */
export const listPraises = query({
  verb: 'recognition.wall',
  input: ListPraises,
  output: pageOf(PraiseItem),
  async run({ db, actor, input }) {
    const team = input.teamId
      ? sql`p.receiver_id in (select e.person_id from current_employments e where e.team_id = ${input.teamId})`
      : sql`true`
    const where = sql`${team} and ${after(input.cursor)}`
    const { rows } = await db.execute<PraiseItem>(praisesWhere(actor, where, input.limit + 1))
    return cut(rows, input.limit, (row) => [row.at, row.id])
  },
})

/** What the actor was praised for. */
export const listReceived = query({
  verb: 'recognition.received',
  input: Page,
  output: pageOf(PraiseItem),
  async run({ db, actor, input }) {
    const where = sql`p.receiver_id = ${actor.personId} and ${after(input.cursor)}`
    const { rows } = await db.execute<PraiseItem>(praisesWhere(actor, where, input.limit + 1))
    return cut(rows, input.limit, (row) => [row.at, row.id])
  },
})

/** One praise, for whoever may see it. */
export const showPraise = query({
  verb: 'recognition.show',
  input: z.object({ praiseId: z.uuid() }),
  output: PraiseItem.extend({
    /** Whether the actor asked HR to look at it: not yet, waiting for an answer, or answered. */
    report: z.enum(['open', 'answered']).nullable(),
  }),
  async run({ db, actor, input }) {
    const { rows } = await db.execute<PraiseItem & { report: 'open' | 'answered' | null }>(sql`
      select x.*, (select case when f.outcome is null then 'open' else 'answered' end from praise_reports f
        where f.praise_id = x.id and f.reported_by = ${actor.personId}) as report
      from (${praisesWhere(actor, sql`p.id = ${input.praiseId}`, 1)}) x`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})
