import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#domain/access'
import { mayEver } from '#domain/access'
import { SHIFTS } from '#domain/campaigns'
import { Text } from '#domain/localized'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { atMost } from '#server/at-most'
import { asked, onShift } from '#server/ideas/audience-queries'
import { listed } from '#server/listed'
import { query } from '#server/query'

const Open = z.object({
  id: z.uuid(),
  question: Text,
  closesOn: z.string(),
  siteId: z.uuid(),
  teamId: z.uuid().nullable(),
  team: Text.nullable(),
  publicKey: z.string(),
  /** Somebody has taken a ticket for the actor: the answer itself nobody finds. */
  answered: z.boolean(),
})

const openRows = (actor: Actor, now: Date): SQL => sql`
  select c.id, c.question, c.closes_on::text as "closesOn", k.site_id as "siteId", l.place_id as "teamId", l.name as team,
    k.public_key as "publicKey",
    exists (select 1 from pulse_tickets t where t.pulse_id = c.id and t.person_id = ${actor.personId}) as answered
  from pulses c join pulse_keys k on k.pulse_id = c.id and k.site_id = ${actor.siteId} join sites s on s.id = k.site_id
  left join pulse_places l on l.pulse_id = c.id and l.place_id = ${actor.teamId} and l.parent_id = k.site_id
  where c.published_at is null and ${asked(actor)} and ${onShift(actor, now)}
    and (${now.toISOString()}::timestamptz at time zone s.time_zone)::date between c.opens_on and c.closes_on
  order by c.opens_on, c.id ${atMost(5)}`

/** Pulses that ask the actor now. */
export const openPulses = query({
  verb: 'ideas.openPulses',
  input: z.object({}),
  output: z.array(Open),
  async run({ db, actor, now }) {
    const { rows } = await db.execute<z.infer<typeof Open>>(openRows(actor, now))
    return rows
  },
})

const audienceOf = sql`coalesce(t.name, s.name, p.name) as audience, po.title as position, c.shift`

const Published = z.object({
  id: z.uuid(),
  question: Text,
  /** Who was asked; null is everybody. */
  audience: Text.nullable(),
  position: Text.nullable(),
  shift: z.enum(SHIFTS).nullable(),
  opensOn: z.string(),
  closesOn: z.string(),
  results: z.array(
    z.object({ placeId: z.uuid(), name: Text.nullable(), answers: z.number(), mean: z.number() }),
  ),
  comments: z.array(z.string()),
})

type Stretch = z.output<typeof Page>

/** One row more than the page has. */
const publishedRows = (actor: Actor, { cursor, limit }: Stretch): SQL => {
  const after = fromCursor<[string, string]>(cursor, ['string', 'string'])
  const from = after ? sql`(c.closes_on, c.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql`true`
  const mine = mayEver(actor, 'ideas.openPulse') ? sql`true` : asked(actor)
  return sql`
    select c.id, c.question, ${audienceOf}, c.opens_on::text as "opensOn", c.closes_on::text as "closesOn",
      (select coalesce(json_agg(json_build_object('placeId', r.place_id, 'name', l.name, 'answers', r.answers, 'mean', r.mean)
          order by r.place_id <> c.id, l.parent_id is not null, l.name ->> 'uk'), '[]')
        from pulse_results r left join pulse_places l on l.pulse_id = r.pulse_id and l.place_id = r.place_id
        where r.pulse_id = c.id) as results,
      coalesce((select r.comments from pulse_results r where r.pulse_id = c.id and r.place_id = c.id), '[]') as comments
    from pulses c left join positions po on po.id = c.position_id
    left join teams t on t.id = c.team_id left join sites s on s.id = c.site_id left join projects p on p.id = c.project_id
    where c.published_at is not null and ${mine} and ${from} order by c.closes_on desc, c.id desc ${atMost(limit + 1)}`
}

const pageFrom = (rows: readonly z.infer<typeof Published>[], { limit }: Stretch) =>
  cut(rows, limit, ({ closesOn, id }) => [closesOn, id])

/** Pulses that are over and asked the actor, with what was published of them, the newest first; HR sees all. */
export const listPulses = query({
  verb: 'ideas.pulses',
  input: Page,
  output: pageOf(Published),
  async run({ db, actor, input }) {
    const { rows } = await db.execute<z.infer<typeof Published>>(publishedRows(actor, input))
    return pageFrom(rows, input)
  },
})

const Both = z.object({ open: z.array(Open), past: pageOf(Published) })

/** The page of pulses in one statement. */
export const pulseDesk = query({
  verb: 'ideas.pulses',
  input: Page,
  output: Both,
  async run({ db, actor, input, now }) {
    const { rows } = await db.execute<{ open: z.infer<typeof Open>[]; past: z.infer<typeof Published>[] }>(
      sql`select ${listed(openRows(actor, now))} as open, ${listed(publishedRows(actor, input))} as past`,
    )
    const { open = [], past = [] } = rows[0] ?? {}
    return { open, past: pageFrom(past, input) }
  },
})
