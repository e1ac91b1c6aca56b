import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { mayEver } from '#domain/access'
import { INTENTS } from '#domain/career'
import { Text } from '#domain/localized'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { ListPeople } from '#domain/people'
import { notFound, Refused } from '#domain/refused'
import { searchShape } from '#domain/search'
import { atMost } from '#server/at-most'
import { query } from '#server/query'
import { visible } from '#server/visible'

const PersonRow = z.object({
  id: z.uuid(),
  name: z.string(),
  position: Text.nullable(),
  positionId: z.uuid().nullable(),
  team: Text.nullable(),
  teamId: z.uuid().nullable(),
  site: Text.nullable(),
  siteId: z.uuid().nullable(),
  since: z.string().nullable(),
})
type PersonRow = z.infer<typeof PersonRow>

const select = (more = sql``) => sql`
  select p.id, p.name, po.title as position, e.position_id as "positionId", t.name as team, e.team_id as "teamId",
    s.name as site, e.site_id as "siteId", e.since::text as since${more}
  from people p`
const PLACE = sql`
  left join positions po on po.id = e.position_id
  left join teams t on t.id = e.team_id
  left join sites s on s.id = e.site_id`

/** Every part of the name that was typed, in any order and case, whatever the apostrophe or the alphabet's look-alikes. */
const named = (search: string): SQL => {
  const parts = searchShape(search).split(' ').filter(Boolean)
  if (!parts.length) return sql`false`
  return sql.join(
    parts.map((part) => sql`p.shape like ${`%${part}%`}`),
    sql` and `,
  )
}

const conditions = (input: z.output<typeof ListPeople>): SQL[] => {
  const all: SQL[] = [sql`p.erased_at is null`]
  if (input.search) all.push(named(input.search))
  if (input.email) all.push(sql`lower(p.email) = ${input.email}`)
  if (input.siteId) all.push(sql`e.site_id = ${input.siteId}`)
  if (input.teamId) all.push(sql`e.team_id = ${input.teamId}`)
  if (input.ended) all.push(sql`e.person_id is null`)
  const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
  if (after) all.push(sql`(p.name, p.id) > (${after[0]}, ${after[1]}::uuid)`)
  return all
}

/** The directory: everybody employed now, by name in Ukrainian order; HR also finds who has left. */
export const listPeople = query({
  verb: 'people.list',
  input: ListPeople,
  output: pageOf(PersonRow),
  async run({ db, actor, input, reach }) {
    if (input.ended && !mayEver(actor, 'people.end')) throw new Refused('forbidden')
    const employment = input.ended ? sql`left join` : sql`join`
    const where = sql.join(
      [...conditions(input), visible(reach, { people: [sql`p.id`], teamId: sql`e.team_id` })],
      sql` and `,
    )
    const { rows } = await db.execute<PersonRow>(sql`
      ${select()} ${employment} current_employments e on e.person_id = p.id ${PLACE}
      where ${where} order by p.name, p.id ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.name, row.id])
  },
})

const PersonShown = PersonRow.extend({
  /** What they wish, where they let everybody know it. */
  wish: z.object({ kind: z.enum(INTENTS), target: Text.nullable() }).nullable(),
  /** Where their plans lead that are open to everybody. */
  plans: z.array(Text),
})
const OPENLY = sql`,
    (select json_build_object('kind', i.kind, 'target', w.title) from intents i left join positions w on w.id = i.target_id
      where i.person_id = p.id and i.ended_at is null and i.visibility = 'open' and e.person_id is not null) as wish,
    (select coalesce(json_agg(w.title order by x.opened_at), '[]') from plans x join positions w on w.id = x.target_id
      where x.person_id = p.id and x.closed_at is null and x.visibility = 'open' and e.person_id is not null) as plans`

/** One person as colleagues see them; who does not work here is shown to those who may find them. */
export const showPerson = query({
  verb: 'people.show',
  input: z.object({ personId: z.uuid() }),
  output: PersonShown,
  async run({ db, actor, input }) {
    const { rows } = await db.execute<z.infer<typeof PersonShown>>(sql`
      ${select(OPENLY)} left join current_employments e on e.person_id = p.id ${PLACE}
      where p.id = ${input.personId} and p.erased_at is null`)
    const [person] = rows
    if (!person || (person.since === null && !mayEver(actor, 'people.end'))) throw notFound()
    return person
  },
})

const Employment = z.object({
  id: z.uuid(),
  kind: z.string(),
  position: Text,
  team: Text.nullable(),
  site: Text,
  from: z.string(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
})
const Held = z.object({
  id: z.uuid(),
  role: z.string(),
  team: Text.nullable(),
  site: Text.nullable(),
  deputy: z.boolean(),
  /** The first day where it is still to come, and the last one, at the site. */
  from: z.string().nullable(),
  until: z.string().nullable(),
})
const Record = z.object({
  email: z.string(),
  externalId: z.string().nullable(),
  employments: z.array(Employment),
  grants: z.array(Held),
  mentor: z.object({ id: z.uuid(), name: z.string() }).nullable(),
})

/** What HR, the person and their leaders see beside: history of work, roles held now or from a day to come, the mentor. */
export const personRecord = query({
  verb: 'people.record',
  input: z.object({ personId: z.uuid() }),
  output: Record,
  async run({ db, input, reach }) {
    const columns = { people: [sql`p.id`], teamId: sql`e.team_id`, siteId: sql`e.site_id` }
    const { rows } = await db.execute<z.infer<typeof Record>>(sql`
      select p.email, p.external_id as "externalId",
        (select coalesce(json_agg(json_build_object('id', h.id, 'kind', h.kind, 'position', po.title, 'team', t.name, 'site', s.name,
            'from', lower(h.valid), 'to', upper(h.valid) - 1, 'reason', h.reason) order by lower(h.valid) desc), '[]')
          from employments h join positions po on po.id = h.position_id join sites s on s.id = h.site_id
          left join teams t on t.id = h.team_id where h.person_id = p.id) as employments,
        (select coalesce(json_agg(json_build_object('id', g.id, 'role', g.role, 'team', t.name, 'site', s.name, 'deputy', g.deputy,
            'from', case when lower(g.valid) > now() then (lower(g.valid) at time zone c.zone)::date end,
            'until', ((upper(g.valid) - interval '1 microsecond') at time zone c.zone)::date) order by lower(g.valid)), '[]')
          from grants g left join teams t on t.id = g.team_id left join sites s on s.id = g.site_id
          cross join lateral (select coalesce((select time_zone from sites x where x.id in (g.site_id, t.site_id)),
            (select time_zone from sites x where x.id = e.site_id), 'UTC') as zone) c
          where g.person_id = p.id and (upper(g.valid) is null or upper(g.valid) > now())) as grants,
        (select json_build_object('id', m.id, 'name', m.name) from mentorships x join people m on m.id = x.mentor_id
          where x.mentee_id = p.id and x.valid @> current_date limit 1) as mentor
      from people p left join current_employments e on e.person_id = p.id
      where p.id = ${input.personId} and ${visible(reach, columns)}`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})

const Named = z.object({ id: z.uuid(), name: Text })
const Places = z.object({
  sites: z.array(Named),
  teams: z.array(Named.extend({ siteId: z.uuid() })),
  positions: z.array(Named),
  projects: z.array(Named),
})

/** Of a bigger centre nobody picks a team from one list: the site comes first. */
const TEAMS_IN_ONE_LIST = 200

/** Sites, teams, positions and projects to choose from; in a centre of many teams only those of the site. */
export const listPlaces = query({
  verb: 'people.places',
  input: z.object({ siteId: z.uuid().optional() }),
  output: Places,
  async run({ db, input: { siteId } }) {
    const few = sql`(select count(*) from (select from teams ${atMost(TEAMS_IN_ONE_LIST + 1)}) t) <= ${TEAMS_IN_ONE_LIST}`
    const teams = siteId ? sql`(${few} or site_id = ${siteId})` : few
    const { rows } = await db.execute<z.infer<typeof Places>>(sql`
      select
        (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name ->> 'uk'), '[]') from sites) as sites,
        (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'siteId', site_id) order by name ->> 'uk'), '[]')
          from teams where ended_at is null and ${teams}) as teams,
        (select coalesce(json_agg(json_build_object('id', id, 'name', title) order by title ->> 'uk'), '[]')
          from positions where retired_at is null) as positions,
        (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name ->> 'uk'), '[]')
          from projects where ended_at is null) as projects`)
    return rows[0] as z.infer<typeof Places>
  },
})
