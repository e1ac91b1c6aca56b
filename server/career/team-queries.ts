import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#domain/access'
import { Text } from '#domain/localized'
import { STALLED_KINDS, WHOSE } from '#domain/stalled'
import { atMost } from '#server/at-most'
import { ambitious, openCases } from '#server/career/stalled-case-queries'
import { query } from '#server/query'
import { readerRow } from '#server/reader'
import { visible } from '#server/visible'

const Case = z.object({
  kind: z.enum(STALLED_KINDS),
  person: z.object({ id: z.uuid(), name: z.string() }),
  whose: z.enum(WHOSE),
  /** The reader's own move. */
  mine: z.boolean(),
  since: z.string(),
  days: z.number(),
  thing: z.uuid(),
  slug: z.string().nullable(),
  title: Text.nullable(),
})
const PERSON = { people: [sql`e.person_id`], teamId: sql`e.team_id`, siteId: sql`e.site_id` }

/** People whose plan the reader goes along with, wherever they are now. */
const goesAlong = ({ personId }: Actor) => sql`exists (select from plans x
  where x.person_id = e.person_id and x.companion_id = ${personId} and x.closed_at is null)`

/** Cases shown at once; whoever has more begins with the oldest. */
const MOST = 200

/** What stands still among one's people and whose move it is, oldest first. Who chose to stay is never among them. */
export const listStalled = query({
  verb: 'career.stalled',
  input: z.object({
    whose: z.enum(['mine', 'all']).default('all'),
    kind: z.enum(STALLED_KINDS).optional(),
  }),
  output: z.object({ items: z.array(Case), mine: z.number(), all: z.number() }),
  async run({ db, actor, input, reach, now }) {
    const seen = sql`e.person_id <> ${actor.personId} and (${visible(reach, PERSON)} or ${goesAlong(actor)})`
    const leads = sql`exists (select from current_grants g join current_employments e on e.team_id = g.team_id
      where g.person_id = ${actor.personId} and g.role = 'supervisor' and e.person_id = k.person_id)`
    const isHr = sql`${actor.grants.some(({ role }) => role === 'hr')}::boolean`
    const isLearning = sql`${actor.grants.some(({ role }) => role === 'hr' || role === 'trainer')}::boolean`
    const mine = sql`(k.whose = ${actor.personId}::text or k.whose = 'supervisor' and ${leads}
      or k.whose = 'hr' and ${isHr} or k.whose = 'learning' and ${isLearning})`
    const { rows } = await db.execute<z.infer<typeof Case> & { allOf: number; mineOf: number }>(sql`
      select * from ${readerRow(actor)} cross join lateral (
        select k.kind, json_build_object('id', o.id, 'name', o.name) as person, k.mine, k.since::text as since, k.days, k.thing, k.slug,
          k.title, count(*) over ()::int as "allOf", count(*) filter (where k.mine) over ()::int as "mineOf",
          case when k.whose in ('supervisor', 'learning', 'hr') then k.whose when k.whose in ('person', k.person_id::text) then 'person'
            else 'supervisor' end as whose
        from (select k.*, ${mine} as mine from (${openCases(ambitious(sql`reader.id is not null and ${seen}`, now), now)}) k) k
        join people o on o.id = k.person_id join current_employments e on e.person_id = k.person_id
        where (${visible(reach, PERSON)} or k.whose = ${actor.personId}::text)
          and ${input.kind ? sql`k.kind = ${input.kind}` : sql`true`}
        order by ${input.whose === 'mine' ? sql`k.mine desc,` : sql``} k.days desc, o.name, k.kind ${atMost(MOST)}
      ) y`)
    const items = rows
      .filter((row) => input.whose === 'all' || row.mine)
      .map(({ allOf: _, mineOf: __, ...row }) => row)
    return { items, mine: rows[0]?.mineOf ?? 0, all: rows[0]?.allOf ?? 0 }
  },
})

const Member = z.object({
  id: z.uuid(),
  name: z.string(),
  position: Text,
  intent: z.enum(['grow', 'move', 'stay', 'undecided']).nullable(),
  target: Text.nullable(),
  /** False: the reader goes along with a plan of theirs, and of the rest nothing is here. */
  led: z.boolean(),
  plans: z.number(),
  offersMentoring: z.boolean(),
})

/** One's people with what they wish, as far as they let it be known, and how many plans they have. */
export const listMembers = query({
  verb: 'career.members',
  input: z.object({}),
  output: z.array(Member),
  async run({ db, actor, reach }) {
    const { rows } = await db.execute<z.infer<typeof Member>>(sql`
      select y.* from ${readerRow(actor)} cross join lateral (
        select o.id, o.name, po.title as position, led, i.kind as intent, tp.title as target,
          (select count(*)::int from plans x where x.person_id = o.id and x.closed_at is null
            and (led or x.companion_id = ${actor.personId})) as plans,
          led and exists (select from mentor_offers f where f.person_id = o.id and f.withdrawn_at is null) as "offersMentoring"
        from current_employments e cross join lateral (select ${visible(reach, PERSON)} as led) l join people o on o.id = e.person_id join positions po on po.id = e.position_id
        left join intents i on led and i.person_id = o.id and i.ended_at is null
        left join positions tp on tp.id = i.target_id
        where reader.id is not null and e.person_id <> ${actor.personId} and (led or ${goesAlong(actor)})
        order by o.name, o.id ${atMost(MOST)}
      ) y`)
    return rows
  },
})
