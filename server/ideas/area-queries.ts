import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '#domain/access'
import { AREA_KINDS } from '#domain/ideas'
import { Text } from '#domain/localized'
import { pageOf } from '#domain/paging'
import { Answerer, answerersFor, answers } from '#server/ideas/answerer-queries'
import { Attainment, attainmentRows } from '#server/ideas/attainment-queries'
import { listed } from '#server/listed'
import { isoMoment } from '#server/moments'
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
  /** Whether each of them still answers: works here and leads somebody, or is HR. */
  standing: z.object({ owner: z.boolean(), backup: z.boolean() }),
  ackDays: z.number(),
  decideDays: z.number(),
})

const AREAS: SQL = sql`
  select a.id, a.slug, a.name, a.purpose, a.kind, coalesce(t.name, s.name) as place,
    json_build_object('id', o.id, 'name', o.name) as owner, json_build_object('id', b.id, 'name', b.name) as backup,
    json_build_object('owner', ${answers(sql`a.owner_id`)}, 'backup', ${answers(sql`a.backup_id`)}) as standing,
    a.ack_days as "ackDays", a.decide_days as "decideDays"
  from areas a join people o on o.id = a.owner_id join people b on b.id = a.backup_id
  left join teams t on t.id = a.team_id left join sites s on s.id = a.site_id
  where a.retired_at is null order by a.name ->> 'uk'`

/** Where ideas can go, and who answers there. */
export const listAreas = query({
  verb: 'ideas.areas',
  input: z.object({}),
  output: pageOf(Area),
  async run({ db }) {
    const { rows } = await db.execute<z.infer<typeof Area>>(AREAS)
    return { items: rows, next: null }
  },
})

export const AreaChoice = z.object({ id: z.uuid(), name: Text })
export const AREA_CHOICES: SQL = sql`
  select a.id, a.name from areas a where a.retired_at is null order by a.name ->> 'uk'`

const Desk = z.object({
  areas: z.array(Area),
  kept: z.array(Attainment),
  /** The actor's own feeds. */
  feeds: z.array(z.object({ id: z.uuid(), subject: z.string(), createdAt: z.string() })),
  /** Who can answer; empty for who opens no areas. */
  answerers: z.array(Answerer),
})

/** The page of areas in one statement. */
export const areaDesk = query({
  verb: 'ideas.areas',
  input: z.object({}),
  output: Desk,
  async run({ db, actor, now }) {
    const opens = mayEver(actor, 'ideas.openArea') && mayEver(actor, 'ideas.answerers')
    const { rows } = await db.execute<z.infer<typeof Desk>>(sql`
      select ${listed(AREAS)} as areas, ${listed(attainmentRows(now))} as kept,
        ${opens ? listed(answerersFor(actor)) : sql`'[]'::json`} as answerers,
        ${listed(sql`
          select k.id, k.subject, ${isoMoment(sql`k.created_at`)} as "createdAt" from links k
          where k.person_id = ${actor.personId} and k.kind = 'ideas-feed' and k.revoked_at is null order by k.created_at desc`)} as feeds`)
    return rows[0] ?? { areas: [], kept: [], answerers: [], feeds: [] }
  },
})
