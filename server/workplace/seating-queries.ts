import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  team: Text.nullable(),
  seat: z.string().nullable(),
})
const Sitting = z.object({
  id: z.uuid(),
  code: z.string(),
  sitting: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
const Seating = z.object({
  /** The one seat that was asked about. */
  seat: Sitting.nullable(),
  site: z.object({ id: z.uuid(), slug: z.string(), name: Text }),
  /** Whom the reader may seat; those without a seat first. */
  people: z.array(Person),
  teams: z.array(z.object({ id: z.uuid(), name: Text, people: z.number() })),
  rooms: z.array(
    z.object({
      id: z.uuid(),
      title: Text,
      seats: z.number(),
      free: z.array(z.object({ id: z.uuid(), code: z.string() })),
    }),
  ),
})

/** Who of a site can be seated by the reader, and where there is room. `mine` is where the reader works. */
export const siteSeating = query({
  verb: 'workplace.assignSeats',
  input: z.object({ site: z.string().max(100), workplaceId: z.uuid().optional() }),
  output: Seating,
  async run({ db, actor, input, reach }) {
    const which = input.site === 'mine' ? sql`s.id = ${actor.siteId}::uuid` : sql`s.slug = ${input.site}`
    const { rows } = await db.execute<z.infer<typeof Seating>>(sql`
      with mine as (
        select p.id, p.name, t.name as team, e.team_id, e.site_id,
          (select c.code from current_seats c where c.person_id = p.id and c.site_id = e.site_id limit 1) as seat
        from current_employments e join people p on p.id = e.person_id left join teams t on t.id = e.team_id
        join sites s on s.id = e.site_id and ${which}
        where ${visible(reach, { teamId: sql`e.team_id`, siteId: sql`e.site_id` })})
      select json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) as site,
        (select json_build_object('id', w.id, 'code', w.code, 'sitting', (
            select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name), '[]')
            from current_seats c join people p on p.id = c.person_id where c.workplace_id = w.id))
          from workplaces w where w.id = ${input.workplaceId ?? null}::uuid and w.site_id = s.id and w.retired_at is null) as seat,
        (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'team', m.team, 'seat', m.seat)
            order by m.seat is not null, m.name), '[]') from mine m) as people,
        (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'people', t.people) order by t.name ->> 'uk'), '[]')
          from (select m.team_id as id, m.team as name, count(*)::int as people from mine m
            where m.team_id is not null group by m.team_id, m.team) t) as teams,
        (select coalesce(json_agg(json_build_object('id', r.id, 'title', r.title,
            'seats', (select count(*)::int from workplaces w where w.room_id = r.id and w.retired_at is null),
            'free', (select coalesce(json_agg(json_build_object('id', w.id, 'code', w.code) order by w.code), '[]')
              from workplaces w where w.room_id = r.id and w.retired_at is null
                and not exists (select from current_seats c where c.workplace_id = w.id))) order by r.code), '[]')
          from rooms r where r.site_id = s.id and r.retired_at is null) as rooms
      from sites s where ${which} and (${visible(reach, { siteId: sql`s.id` })} or exists (select from mine))`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})
