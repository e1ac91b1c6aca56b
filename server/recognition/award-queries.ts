import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { awardedMonth, ListAwards, namesPerson } from '#domain/awards'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { awardPlaces } from '#domain/praise-numbers'
import { atMost } from '#server/at-most'
import { query } from '#server/query'
import { readDay } from '#server/recognition/day-queries'
import { praiseSeen } from '#server/recognition/visibility-queries'

export const Effect = z.object({
  kind: z.enum(['time', 'complaints', 'hours']),
  before: z.number(),
  after: z.number(),
  contacts: z.number().nullable(),
})

export const Award = z.object({
  month: z.string(),
  place: z.number(),
  idea: z.object({ number: z.number(), title: z.string() }),
  /** Who is praised, where they signed the idea and wish the reader to know. */
  author: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** Left out where it names an author whom the reader is not to know: wishes change after words are written. */
  deed: z.string().nullable(),
  effect: Effect.nullable(),
  /** What a panel found it worth, at least; said where nothing was measured yet. */
  lower: z.number().nullable(),
})
export type Award = z.infer<typeof Award>
/** An award as it is read: with the name of an author who is known to Postgres but not to the reader. */
export type ReadAward = Award & { unnamed: string | null }

export const asTold = ({ unnamed, ...award }: ReadAward): Award =>
  unnamed && award.deed && namesPerson(award.deed, unnamed) ? { ...award, deed: null } : award

/** What the idea `i` changed, as JSON. */
export const effectOf: SQL = sql`
  (select json_build_object('kind', f.kind, 'before', f.before, 'after', f.after, 'contacts', f.contacts) from idea_effects f where f.idea_id = i.id)`

/** `seen` says of the praise `p` and its receiver `r` whether the reader may know who is praised. */
const awardsWhere = (seen: SQL, where: SQL, limit: number): SQL => sql`
  select x.*, case when x.author is null then (select w.name from ideas i join people w on w.id = i.author_id
    where i.number = (x.idea ->> 'number')::bigint) end as unnamed from (
  select a.month::text, a.place, json_build_object('number', i.number, 'title', i.title) as idea, a.deed, ${effectOf} as effect,
    (select w.lower from idea_panels w where w.idea_id = i.id and w.state = 'closed') as lower,
    (select json_build_object('id', r.id, 'name', r.name) from praises p join people r on r.id = p.receiver_id
      where p.id = a.praise_id and ${seen}) as author
  from awards a join ideas i on i.id = a.idea_id
  where not i.removed and ${where} order by a.month desc, a.place ${atMost(limit)}) x order by x.month desc, x.place`

/** Ideas of the month, the newest month first. */
export const listAwards = query({
  verb: 'recognition.awards',
  input: ListAwards,
  output: pageOf(Award),
  async run({ db, actor, input }) {
    const keys = fromCursor<[string, number]>(input.cursor, ['string', 'number'])
    const after = keys
      ? sql`(a.month < ${keys[0]}::date or (a.month = ${keys[0]}::date and a.place > ${keys[1]}))`
      : sql`true`
    const { rows } = await db.execute<ReadAward>(awardsWhere(praiseSeen(actor), after, input.limit + 1))
    return cut(rows.map(asTold), input.limit, (row) => [row.month, row.place])
  },
})

/** The ideas of the newest month that has any, while that is news: for two months; as a list in JSON. */
export const newestAwards = (seen: SQL, awarded: SQL, today: string): SQL => {
  const newest = sql`a.month = (select max(month) from awards) and a.month >= ${awardedMonth(today)}::date - interval '1 month' and ${awarded}`
  return sql`(select coalesce(json_agg(x order by x.place), '[]') from (${awardsWhere(seen, newest, 3)}) x)`
}

const Candidate = z.object({
  number: z.number(),
  title: z.string(),
  author: z.string().nullable(),
  /** Whether the author signed the idea and wishes to be praised where everybody reads it. */
  mayName: z.boolean(),
  doneOn: z.string(),
  /** What the panel found it worth, at least; null where no panel met. */
  lower: z.number().nullable(),
  effect: Effect.nullable(),
})

const CANDIDATES = 20

/**
 * What HR chooses from for the month before: done ideas that a panel valued or that were measured, by the panel's lower bound and then
 * by hours saved. The places are counted anew until the first is confirmed.
 */
export const showAwardDesk = query({
  verb: 'recognition.awardDesk',
  input: z.object({}),
  output: z.object({
    month: z.string(),
    places: z.number(),
    staff: z.number(),
    taken: z.number(),
    candidates: z.array(Candidate),
  }),
  async run({ db, actor, now }) {
    const today = await readDay(db, actor.personId, now)
    const month = awardedMonth(today)
    const last = sql`(${month}::date + interval '1 month' - interval '1 day')::date`
    const { rows } = await db.execute<{
      places: number | null
      staff: number
      taken: number
      candidates: z.infer<typeof Candidate>[]
    }>(sql`
      with known as (select places, staff from award_months where month = ${month}),
      counted as (select count(distinct e.person_id)::int as staff from employments e where e.kind <> 'acting' and e.valid @> ${last}),
      worth as (
        select i.number::float8 as number, i.title, i.done_on::text as "doneOn", p.lower, ${effectOf} as effect,
          case when i.author_mode <> 'anonymous' then (select w.name from people w where w.id = i.author_id) end as author,
          i.author_mode = 'named' and exists (select from people w where w.id = i.author_id and w.praise_visibility = 'public') as "mayName",
          (select case f.kind when 'time' then (f.before - f.after) * f.contacts / 3600.0 when 'hours' then f.before - f.after else 0 end
            from idea_effects f where f.idea_id = i.id) as hours
        from ideas i left join idea_panels p on p.idea_id = i.id and p.state = 'closed'
        where i.state = 'done' and not i.removed and i.done_on <= ${last} and i.done_on > ${last} - interval '1 year'
          and i.author_id is distinct from ${actor.personId}
          and (p.id is not null or exists (select from idea_effects f where f.idea_id = i.id and f.measured_on <= ${today}::date))
          and not exists (select from awards a where a.idea_id = i.id)
          and not exists (select from idea_effects f where f.idea_id = i.id and f.after >= f.before)
        order by p.lower desc nulls last, hours desc nulls last, i.number limit ${CANDIDATES}
      )
      select coalesce(k.staff, c.staff) as staff, k.places,
        (select count(*)::int from awards where month = ${month}) as taken,
        (select coalesce(json_agg(json_build_object('number', w.number, 'title', w.title, 'author', w.author, 'mayName', w."mayName", 'doneOn', w."doneOn",
          'lower', w.lower, 'effect', w.effect)), '[]') from worth w) as candidates
      from counted c left join known k on true`)
    const [row] = rows
    const staff = row?.staff ?? 0
    const places = row?.places ?? awardPlaces(staff)
    return { month, places, staff, taken: row?.taken ?? 0, candidates: row?.candidates ?? [] }
  },
})
