import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '#domain/access'
import { AREA_KINDS } from '#domain/ideas'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { Text } from '#domain/text'
import { atMost } from '#server/at-most'
import { asked } from '#server/ideas/audience-queries'
import { query } from '#server/query'

const Named = z.object({ id: z.uuid(), name: z.string() })

const Area = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: Text,
  purpose: Text,
  kind: z.enum(AREA_KINDS),
  place: Text,
  owner: Named,
  backup: Named,
  ackDays: z.number(),
  decideDays: z.number(),
})

/** Where ideas can go, and who answers there. */
export const listAreas = query({
  verb: 'ideas.areas',
  input: z.object({}),
  output: pageOf(Area),
  async run({ db }) {
    const { rows } = await db.execute<z.infer<typeof Area>>(sql`
      select a.id, a.slug, a.name, a.purpose, a.kind, coalesce(t.name, s.name) as place,
        json_build_object('id', o.id, 'name', o.name) as owner, json_build_object('id', b.id, 'name', b.name) as backup,
        a.ack_days as "ackDays", a.decide_days as "decideDays"
      from areas a join people o on o.id = a.owner_id join people b on b.id = a.backup_id
      left join teams t on t.id = a.team_id left join sites s on s.id = a.site_id
      where a.retired_at is null order by a.name ->> 'uk'`)
    return { items: rows, next: null }
  },
})

const Campaign = z.object({
  id: z.uuid(),
  kind: z.enum(['standing', 'question']),
  question: Text,
  area: Text,
  /** Who is asked; null is everybody. */
  audience: Text.nullable(),
  opensAt: z.string(),
  closesAt: z.string().nullable(),
  open: z.boolean(),
  ideas: z.number(),
  outcome: Text.nullable(),
})
type Campaign = z.infer<typeof Campaign>

const iso = (moment: SQL) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Questions that were asked of the actor, the newest first; HR sees all. */
export const listCampaigns = query({
  verb: 'ideas.campaigns',
  input: Page,
  output: pageOf(Campaign),
  async run({ db, actor, input, now }) {
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    const from = after ? sql`(c.opens_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
    const mine = mayEver(actor, 'ideas.openCampaign') ? sql`true` : asked(actor)
    const { rows } = await db.execute<Campaign>(sql`
      select c.id, c.kind, c.question, a.name as area, coalesce(t.name, s.name, p.name) as audience,
        ${iso(sql`c.opens_at`)} as "opensAt", ${iso(sql`c.closes_at`)} as "closesAt", c.outcome,
        tstzrange(c.opens_at, c.closes_at) @> ${now.toISOString()}::timestamptz as open,
        (select count(*)::int from ideas i where i.campaign_id = c.id) as ideas
      from campaigns c join areas a on a.id = c.area_id
      left join teams t on t.id = c.team_id left join sites s on s.id = c.site_id left join projects p on p.id = c.project_id
      where ${mine} and ${from} order by c.opens_at desc, c.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.opensAt, row.id])
  },
})

const Question = z.object({
  id: z.uuid(),
  question: Text,
  closesAt: z.string(),
  answers: z.number(),
  /** Whether the actor answered with their name, open or hidden; of an anonymous answer nobody knows. */
  answered: z.boolean(),
})

/** The question of the week that the actor is asked, the narrowest audience first; null where there is none. */
export const currentQuestion = query({
  verb: 'ideas.currentQuestion',
  input: z.object({}),
  output: Question.nullable(),
  async run({ db, actor, now }) {
    const { rows } = await db.execute<z.infer<typeof Question>>(sql`
      select c.id, c.question, ${iso(sql`c.closes_at`)} as "closesAt",
        (select count(*)::int from ideas i where i.campaign_id = c.id) as answers,
        exists (select 1 from ideas i where i.campaign_id = c.id and i.author_id = ${actor.personId}) as answered
      from campaigns c
      where c.kind = 'question' and tstzrange(c.opens_at, c.closes_at) @> ${now.toISOString()}::timestamptz and ${asked(actor)}
      order by c.team_id is null, c.project_id is null, c.site_id is null limit 1`)
    return rows[0] ?? null
  },
})
