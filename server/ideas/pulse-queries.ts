import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { pageOf } from '#domain/paging'
import { atMost } from '#server/at-most'
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

/** Pulses that ask the actor now. */
export const openPulses = query({
  verb: 'ideas.openPulses',
  input: z.object({}),
  output: z.array(Open),
  async run({ db, actor, now }) {
    const { rows } = await db.execute<z.infer<typeof Open>>(sql`
      select p.id, p.question, p.closes_on::text as "closesOn", k.site_id as "siteId", l.place_id as "teamId", l.name as team,
        k.public_key as "publicKey",
        exists (select 1 from pulse_tickets t where t.pulse_id = p.id and t.person_id = ${actor.personId}) as answered
      from pulses p join pulse_keys k on k.pulse_id = p.id and k.site_id = ${actor.siteId} join sites s on s.id = k.site_id
      left join pulse_places l on l.pulse_id = p.id and l.place_id = ${actor.teamId} and l.parent_id = k.site_id
      where p.published_at is null
        and (${now.toISOString()}::timestamptz at time zone s.time_zone)::date between p.opens_on and p.closes_on
      order by p.opens_on, p.id ${atMost(5)}`)
    return rows
  },
})

const Published = z.object({
  id: z.uuid(),
  question: Text,
  opensOn: z.string(),
  closesOn: z.string(),
  results: z.array(
    z.object({ placeId: z.uuid(), name: Text.nullable(), answers: z.number(), mean: z.number() }),
  ),
  comments: z.array(z.string()),
})

/** Pulses that are over with what was published of them, the newest first. */
export const listPulses = query({
  verb: 'ideas.pulses',
  input: z.object({}),
  output: pageOf(Published),
  async run({ db }) {
    const { rows } = await db.execute<z.infer<typeof Published>>(sql`
      select p.id, p.question, p.opens_on::text as "opensOn", p.closes_on::text as "closesOn",
        (select coalesce(json_agg(json_build_object('placeId', r.place_id, 'name', l.name, 'answers', r.answers, 'mean', r.mean)
            order by r.place_id <> p.id, l.parent_id is not null, l.name ->> 'uk'), '[]')
          from pulse_results r left join pulse_places l on l.pulse_id = r.pulse_id and l.place_id = r.place_id
          where r.pulse_id = p.id) as results,
        coalesce((select r.comments from pulse_results r where r.pulse_id = p.id and r.place_id = p.id), '[]') as comments
      from pulses p where p.published_at is not null order by p.closes_on desc, p.id ${atMost(24)}`)
    return { items: rows, next: null }
  },
})
