import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import type { Actor } from '#domain/access'
import { can, mayEver } from '#domain/access'
import { inOrder } from '#domain/idea-thread'
import { answersFor, EFFECT_KINDS, IdeaNumber, isOpen, ReadByCode } from '#domain/ideas'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { readable } from '#server/ideas/audience-queries'
import { IdeaItem, itemColumns } from '#server/ideas/queries'
import { hashCode } from '#server/ideas/submit'
import { Said, threadOf } from '#server/ideas/thread-queries'
import { query } from '#server/query'

const Named = z.object({ id: z.uuid(), name: z.string() })
const Other = z.object({ number: z.number(), title: z.string() })
const OWNER_ACTS = ['merge', 'unmerge', 'split', 'assign', 'track', 'recordEffect'] as const

const Idea = IdeaItem.extend({
  body: z.string(),
  /** Pictures, and documents with their names and sizes. */
  fileIds: z.array(z.uuid()),
  documents: z.array(z.object({ id: z.uuid(), name: z.string(), bytes: z.number() })),
  campaign: z.object({ id: z.uuid(), question: Text }).nullable(),
  owner: Named,
  ackDue: z.string(),
  decideDue: z.string(),
  heard: z.boolean(),
  returnsOn: z.string().nullable(),
  trackerUrl: z.string().nullable(),
  mergedInto: Other.nullable(),
  /** Ideas that were merged into this one, and the one it was split from with its other parts. */
  merged: z.array(Other),
  splitFrom: Other.nullable(),
  parts: z.array(Other),
  effect: z
    .object({
      kind: z.enum(EFFECT_KINDS),
      before: z.number(),
      after: z.number(),
      contacts: z.number().nullable(),
      measuredOn: z.string(),
    })
    .nullable(),
  following: z.boolean(),
  /** Why HR took it out of sight; null while it is seen. */
  removedFor: z.string().nullable(),
  thread: z.array(Said),
  /** What this actor may do here now. */
  may: z.object({
    support: z.boolean(),
    answer: z.array(z.enum(['ack', 'question', 'decision'])),
    owner: z.array(z.enum(OWNER_ACTS)),
    moderate: z.boolean(),
  }),
})
type Idea = z.infer<typeof Idea>

type Row = Omit<Idea, 'may'> & { answerers: string[] }

const other = (where: SQL): SQL => sql`
  (select json_build_object('number', o.number, 'title', o.title) from ideas o where ${where})`
const others = (where: SQL): SQL => sql`
  (select coalesce(json_agg(json_build_object('number', o.number, 'title', o.title) order by o.number), '[]')
    from ideas o where ${where} and not o.removed)`

const load = async (db: Reader, actor: Actor, now: Date, which: SQL, byCode = false): Promise<Row> => {
  const { rows } = await db.execute<Row>(sql`
    select ${itemColumns(actor, now)}, i.body,
      (select coalesce(json_agg(f.id order by f.id), '[]') from idea_files x join files f on f.id = x.file_id
        where x.idea_id = i.id and f.name is null) as "fileIds",
      (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes) order by f.id), '[]')
        from idea_files x join files f on f.id = x.file_id where x.idea_id = i.id and f.name is not null) as documents,
      (select json_build_object('id', c.id, 'question', c.question) from campaigns c where c.id = i.campaign_id) as campaign,
      (select json_build_object('id', o.id, 'name', o.name) from people o where o.id = i.owner_id) as owner,
      i.ack_due::text as "ackDue", i.decide_due::text as "decideDue", i.first_reply_id is not null as heard,
      i.returns_on::text as "returnsOn", i.tracker_url as "trackerUrl",
      ${other(sql`o.id = i.merged_into`)} as "mergedInto", ${others(sql`o.merged_into = i.id`)} as merged,
      ${other(sql`o.id = i.split_from`)} as "splitFrom", ${others(sql`o.split_from = i.id`)} as parts,
      (select json_build_object('kind', f.kind, 'before', f.before, 'after', f.after, 'contacts', f.contacts,
        'measuredOn', f.measured_on) from idea_effects f where f.idea_id = i.id) as effect,
      exists (select 1 from idea_follows f where f.idea_id = i.id and f.person_id = ${actor.personId}) as following,
      case when i.removed then (select m.reason from idea_moderations m where m.idea_id = i.id and m.comment_id is null
        order by m.moderated_at desc limit 1) end as "removedFor",
      ${threadOf(actor, now, byCode)} as thread, array[i.owner_id, a.owner_id, a.backup_id] as answerers
    from ideas i join areas a on a.id = i.area_id where ${which}`)
  const row = rows[0]
  if (!row) throw notFound()
  return { ...row, thread: inOrder(row.thread) }
}

const fits = (idea: Pick<Row, 'state' | 'effect'>, act: (typeof OWNER_ACTS)[number]): boolean => {
  if (act === 'recordEffect') return idea.state === 'done' && !idea.effect
  return (act === 'unmerge') === (idea.state === 'merged')
}

const withRights = ({ answerers, ...idea }: Row, actor: Actor): Idea => {
  const answers = can(actor, 'ideas.answer', { people: answerers }) && !idea.mine
  const may = {
    support: isOpen(idea.state) && !idea.mine && idea.removedFor === null,
    answer: answers ? answersFor(idea.state) : [],
    owner: answers ? OWNER_ACTS.filter((act) => fits(idea, act)) : [],
    moderate: mayEver(actor, 'ideas.moderate'),
  }
  return { ...idea, may }
}

/** One idea with everything that was said under it. */
export const showIdea = query({
  verb: 'ideas.show',
  input: IdeaNumber,
  output: Idea,
  async run({ db, actor, input, now }) {
    const which = sql`i.number = ${input.number} and ${readable(actor)}`
    return withRights(await load(db, actor, now, which), actor)
  },
})

/** The same for whoever holds the code of an anonymous idea, signed in or not, with the parts it was split into. */
export const readByCode = query({
  verb: 'ideas.readByCode',
  input: ReadByCode,
  output: Idea,
  async run({ db, actor, input, now }) {
    const row = await load(db, actor, now, sql`i.code_hash = ${hashCode(input.code)}`, true)
    const may = { support: false, answer: [], owner: [], moderate: false }
    if (!row.mergedInto) return { ...row, may }
    // The answer to the other idea is the answer to this one.
    const into = await load(db, actor, now, sql`i.number = ${row.mergedInto.number}`, true)
    return { ...row, may, thread: [...row.thread, ...into.thread] }
  },
})
