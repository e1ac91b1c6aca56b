import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { MARKETS } from '#domain/markets'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { ListTeams } from '#domain/places'
import { atMost } from '#server/at-most'
import { query } from '#server/query'

const Site = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: Text,
  city: Text,
  timeZone: z.string(),
  teams: z.number(),
  /** Somebody has had a shift by this clock, so it is set for good. */
  planned: z.boolean(),
})
const Team = z.object({
  id: z.uuid(),
  name: Text,
  siteId: z.uuid(),
  site: Text,
  projectId: z.uuid().nullable(),
  project: Text.nullable(),
  supervisor: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  people: z.number(),
})
const Way = z.object({ id: z.uuid(), title: Text })
const Project = z.object({
  id: z.uuid(),
  name: Text,
  market: z.enum(MARKETS),
  services: z.array(Way),
  channels: z.array(Way),
  teams: z.number(),
})

const NAME = sql`x.name ->> 'uk'`
const after = (cursor: string | undefined) => {
  const keys = fromCursor<[string, string]>(cursor, ['string', 'string'])
  return keys ? sql`(${NAME}, x.id) > (${keys[0]}, ${keys[1]}::uuid)` : sql`true`
}
const keysOf = (row: { id: string; name: Text }) => [row.name.uk, row.id]

/** Where people work: each site with its clock and the number of its teams. */
export const listSites = query({
  verb: 'people.sites',
  input: Page,
  output: pageOf(Site),
  async run({ db, input }) {
    const { rows } = await db.execute<z.infer<typeof Site>>(sql`
      select x.id, x.slug, x.name, x.city, x.time_zone as "timeZone",
        (select count(*)::int from teams t where t.site_id = x.id and t.ended_at is null) as teams,
        exists (select from shifts h where h.site_id = x.id) as planned
      from sites x where ${after(input.cursor)} order by ${NAME}, x.id ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, keysOf)
  },
})

/** Teams that have not ended: whom they serve, who leads them, how many are in them today. */
export const listTeams = query({
  verb: 'people.teams',
  input: ListTeams,
  output: pageOf(Team),
  async run({ db, input }) {
    const here = input.siteId ? sql`x.site_id = ${input.siteId}` : sql`true`
    const { rows } = await db.execute<z.infer<typeof Team>>(sql`
      select x.id, x.name, x.site_id as "siteId", s.name as site, x.project_id as "projectId", p.name as project,
        (select json_build_object('id', l.id, 'name', l.name) from current_grants g join people l on l.id = g.person_id
          where g.team_id = x.id and g.role = 'supervisor' and not g.deputy limit 1) as supervisor,
        (select count(*)::int from current_employments e where e.team_id = x.id) as people
      from teams x join sites s on s.id = x.site_id left join projects p on p.id = x.project_id
      where x.ended_at is null and ${here} and ${after(input.cursor)}
      order by ${NAME}, x.id ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, keysOf)
  },
})

/** Clients who have not gone, what is done for them and by which instruments. */
export const listProjects = query({
  verb: 'people.projects',
  input: Page,
  output: pageOf(Project),
  async run({ db, input }) {
    const ways = (
      link: 'project_services' | 'project_channels',
      key: 'service_id' | 'channel_id',
      to: 'services' | 'channels',
    ) =>
      sql`(select coalesce(json_agg(json_build_object('id', w.id, 'title', w.title) order by w.title ->> 'uk'), '[]')
        from ${sql.identifier(link)} l join ${sql.identifier(to)} w on w.id = l.${sql.identifier(key)} where l.project_id = x.id)`
    const { rows } = await db.execute<z.infer<typeof Project>>(sql`
      select x.id, x.name, x.market, ${ways('project_services', 'service_id', 'services')} as services,
        ${ways('project_channels', 'channel_id', 'channels')} as channels,
        (select count(*)::int from teams t where t.project_id = x.id and t.ended_at is null) as teams
      from projects x where x.ended_at is null and ${after(input.cursor)}
      order by ${NAME}, x.id ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, keysOf)
  },
})

/** What can be done for a client, and by which instrument: two lists that never mix. */
export const listServices = query({
  verb: 'people.services',
  input: z.object({}),
  output: z.object({ services: z.array(Way), channels: z.array(Way) }),
  async run({ db }) {
    const all = (name: 'services' | 'channels') =>
      sql`(select coalesce(json_agg(json_build_object('id', id, 'title', title) order by title ->> 'uk'), '[]') from ${sql.identifier(name)})`
    const { rows } = await db.execute<{ services: z.infer<typeof Way>[]; channels: z.infer<typeof Way>[] }>(
      sql`select ${all('services')} as services, ${all('channels')} as channels`,
    )
    return rows[0] ?? { services: [], channels: [] }
  },
})
