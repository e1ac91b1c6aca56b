import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import type { Actor } from '#domain/access'
import { AUTHOR_MODES, IDEA_STATES, ListIdeas, SimilarIdeas } from '#domain/ideas'
import { Text } from '#domain/localized'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { atMost } from '#server/at-most'
import { authorSeen, daysLeft, isOut, readable } from '#server/ideas/audience-queries'
import { query } from '#server/query'
import type { Lore } from '#server/search'
import { hasWords, loreOf, mostAlike } from '#server/search'
import { visible } from '#server/visible'

export const IdeaItem = z.object({
  number: z.number(),
  title: z.string(),
  state: z.enum(IDEA_STATES),
  areaId: z.uuid(),
  area: Text,
  authorMode: z.enum(AUTHOR_MODES),
  author: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  votes: z.number(),
  voted: z.boolean(),
  mine: z.boolean(),
  submittedOn: z.string(),
  answeredOn: z.string().nullable(),
  /** Working days until the answer that is waited for; negative where late, null where decided. */
  days: z.number().nullable(),
  /** The author is asked something, and the clock stands. */
  paused: z.boolean(),
})
export type IdeaItem = z.infer<typeof IdeaItem>

/**
 * Whether the actor supports the idea `i`. Not an `exists`: of a person with thousands of votes Postgres would read them all, to have
 * them at hand, instead of one entry of the index for each row.
 */
const hasVoted = (actor: Actor): SQL => sql`coalesce((
  select true from idea_votes v where v.idea_id = i.id and v.person_id = ${actor.personId}), false)`

export const itemColumns = (actor: Actor, now: Date): SQL => sql`
  i.number::float8 as number, i.title, i.state, i.area_id as "areaId", a.name as area, i.author_mode as "authorMode",
  ${authorSeen(actor)} as author, i.votes,
  ${hasVoted(actor)} as voted,
  i.author_id is not distinct from ${actor.personId} as mine,
  i.submitted_on::text as "submittedOn", i.answered_on::text as "answeredOn", ${daysLeft(now)} as days,
  i.paused_on is not null as paused`

type Filter = z.output<typeof ListIdeas>

/** Each order has its index; the number, drawn by lot, only makes it definite. */
const ORDERS = {
  new: { key: sql`i.submitted_on`, cast: sql`date`, kinds: ['string', 'number'] },
  supported: { key: sql`i.votes`, cast: sql`integer`, kinds: ['number', 'number'] },
  answered: { key: sql`i.answered_on`, cast: sql`date`, kinds: ['string', 'number'] },
} as const

const keyOf = (sort: Filter['sort'], row: IdeaItem) =>
  ({ new: row.submittedOn, supported: row.votes, answered: row.answeredOn ?? '' })[sort]

const IDEA_TERMS = { name: 'idea_terms', key: 'idea_id', shape: 'title' }

const found = (search: string, lore: Lore): SQL => {
  const number = /^№?\s*(\d{1,12})$/.exec(search)?.[1]
  if (number) return sql`i.number = ${Number(number)}`
  const words = hasWords(IDEA_TERMS, search, lore)
  return words ? sql`i.id in (select idea_id from idea_terms where ${words})` : sql`false`
}

/** True for the ideas `i` that a search finds, by number or by words. */
export const searched = async (db: Reader, search: string, now: Date): Promise<SQL> =>
  found(search, await loreOf(db, IDEA_TERMS, now))

const conditions = (input: Filter, actor: Actor, lore: Lore | undefined, now: Date): SQL[] => {
  const all: SQL[] = [readable(actor), sql`not i.removed`, isOut(now)]
  all.push(input.state ? sql`i.state = ${input.state}` : sql`i.state <> 'merged'`)
  if (input.areaId) all.push(sql`i.area_id = ${input.areaId}`)
  if (input.campaignId) all.push(sql`i.campaign_id = ${input.campaignId}`)
  // Of a team are the ideas sent to it and those its people signed; a hidden author's team would give them away.
  if (input.teamId) {
    all.push(sql`(a.team_id = ${input.teamId} or (i.author_mode = 'named' and i.author_id in
      (select e.person_id from current_employments e where e.team_id = ${input.teamId})))`)
  }
  if (input.following) {
    all.push(sql`i.id in (select f.idea_id from idea_follows f where f.person_id = ${actor.personId})`)
  }
  if (input.mine) all.push(sql`i.author_id = ${actor.personId}`)
  if (input.search && lore) all.push(found(input.search, lore))
  if (input.sort === 'answered') all.push(sql`i.answered_on is not null`)
  const { key, cast, kinds } = ORDERS[input.sort]
  const after = fromCursor<readonly [string | number, number]>(input.cursor, kinds)
  if (after) all.push(sql`(${key}, i.number) < (${after[0]}::${cast}, ${after[1]})`)
  return all
}

const mostLike = async (
  db: Reader,
  actor: Actor,
  now: Date,
  text: string,
  limit: number,
): Promise<IdeaItem[]> => {
  const ranked = mostAlike(IDEA_TERMS, text, await loreOf(db, IDEA_TERMS, now))
  if (!ranked) return []
  const { rows } = await db.execute<IdeaItem>(sql`
    select ${itemColumns(actor, now)} from ${ranked} r join ideas i on i.id = r.id join areas a on a.id = i.area_id
    where i.state <> 'merged' and not i.removed and ${readable(actor)} and ${isOut(now)} order by r.score desc, i.number ${atMost(limit)}`)
  return rows
}

/** The box, by new, most supported or just answered; with `similar` instead what is most like a text. */
export const listIdeas = query({
  verb: 'ideas.list',
  input: ListIdeas,
  output: pageOf(IdeaItem),
  async run({ db, actor, input, now }) {
    if (input.similar !== undefined) {
      return { items: await mostLike(db, actor, now, input.similar, input.limit), next: null }
    }
    const lore = input.search ? await loreOf(db, IDEA_TERMS, now) : undefined
    const where = sql.join(conditions(input, actor, lore, now), sql` and `)
    const { rows } = await db.execute<IdeaItem>(sql`
      select ${itemColumns(actor, now)} from ideas i join areas a on a.id = i.area_id
      where ${where} order by ${ORDERS[input.sort].key} desc, i.number desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [keyOf(input.sort, row), row.number])
  },
})

/** Ideas like what somebody is writing, to support instead of repeating. Nothing of the text is kept. */
export const similarIdeas = query({
  verb: 'ideas.similar',
  input: SimilarIdeas,
  output: z.array(IdeaItem),
  run: ({ db, actor, input, now }) => mostLike(db, actor, now, input.text, input.limit),
})

/** What waits for the actor's answer, by the clock: the latest first. */
export const listQueue = query({
  verb: 'ideas.queue',
  input: Page,
  output: pageOf(IdeaItem.extend({ due: z.string(), waits: z.enum(['ack', 'decision']) })),
  async run({ db, actor, input, reach, now }) {
    const after = fromCursor<[string, number]>(input.cursor, ['string', 'number'])
    const from = after ? sql`(i.due, i.number) > (${after[0]}::date, ${after[1]})` : sql`true`
    const mine = visible(reach, { people: [sql`i.owner_id`, sql`a.owner_id`, sql`a.backup_id`] })
    const { rows } = await db.execute<IdeaItem & { due: string; waits: 'ack' | 'decision' }>(sql`
      select ${itemColumns(actor, now)}, i.due::text as due,
        case when i.first_reply_id is null then 'ack' else 'decision' end as waits
      from ideas i join areas a on a.id = i.area_id
      where i.due is not null and not i.removed and ${isOut(now)} and ${mine} and i.author_id is distinct from ${actor.personId} and ${from}
      order by i.due, i.number ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.due, row.number])
  },
})

const Measured = z.object({ number: z.number(), title: z.string(), doneOn: z.string() })

/** Done ideas whose effect is asked for and not told yet, the oldest first. */
export const listEffectsDue = query({
  verb: 'ideas.effectsDue',
  input: z.object({}),
  output: z.array(Measured),
  async run({ db, actor, reach, now }) {
    const mine = visible(reach, { people: [sql`i.owner_id`] })
    const { rows } = await db.execute<z.infer<typeof Measured>>(sql`
      select i.number::float8 as number, i.title, i.done_on::text as "doneOn" from ideas i
      where i.done_on <= ${now.toISOString()}::timestamptz::date - 30 and ${mine} and i.author_id is distinct from ${actor.personId}
        and i.done_on > ${now.toISOString()}::timestamptz::date - 120
        and not exists (select 1 from idea_effects f where f.idea_id = i.id)
      order by i.done_on, i.number ${atMost(20)}`)
    return rows
  },
})
