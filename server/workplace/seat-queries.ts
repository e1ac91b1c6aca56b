import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { reach } from '#domain/access'
import { Text } from '#domain/localized'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { notFound } from '#domain/refused'
import { ListSeats, OUTCOMES, outcomeOf } from '#domain/workplace'
import { atMost } from '#server/at-most'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visible } from '#server/visible'
import { visiblePlace } from '#server/workplace/action-queries'
import { visibleRoom } from '#server/workplace/place-queries'
import { isClosed, lastResult } from '#server/workplace/result-queries'

const SeatRow = z.object({
  id: z.uuid(),
  code: z.string(),
  roomId: z.uuid(),
  room: Text,
  siteId: z.uuid(),
  person: z.string().nullable(),
})

/** The seats of a site, with who sits there. */
export const listSeats = query({
  verb: 'workplace.seats',
  input: ListSeats,
  output: pageOf(SeatRow),
  async run({ db, input, reach }) {
    const where = [visible(reach, { siteId: sql`w.site_id` }), sql`w.retired_at is null`]
    if (input.siteId) where.push(sql`w.site_id = ${input.siteId}`)
    if (input.search) where.push(sql`w.code ilike ${`${input.search.replace(/[\\%_]/g, '\\$&')}%`}`)
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    if (after) where.push(sql`(w.code, w.id) > (${after[0]}, ${after[1]}::uuid)`)
    const { rows } = await db.execute<z.infer<typeof SeatRow>>(sql`
      select w.id, w.code, w.room_id as "roomId", r.title as room, w.site_id as "siteId",
        (select string_agg(p.name, ', ' order by p.name) from current_seats c join people p on p.id = c.person_id where c.workplace_id = w.id) as person
      from workplaces w join rooms r on r.id = w.room_id
      where ${sql.join(where, sql` and `)} order by w.code, w.id ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.code, row.id])
  },
})

const Place = z.object({
  id: z.uuid(),
  code: z.string(),
  room: Text,
  site: Text,
  person: z.string().nullable(),
})

const RoomChoice = z.object({ id: z.uuid(), title: Text, site: Text })
const Choice = z.object({ id: z.uuid(), kind: z.enum(['inspection', 'self-check']), title: Text })
const RoundPlaces = z.object({
  items: z.array(Place),
  rooms: z.array(RoomChoice),
  checklists: z.array(Choice),
})

/**
 * What a round is begun or planned with: the seats that the actor may go round (one's own, the team's, the site's), the rooms whose
 * rounds they plan, and the checklists in use.
 */
export const listRoundPlaces = query({
  verb: 'workplace.roundPlaces',
  input: z.object({}),
  output: RoundPlaces,
  async run({ db, actor, reach: within }) {
    const where = visiblePlace(within, { people: [], siteId: sql`w.site_id`, workplaceId: sql`w.id` })
    const planned = reach(actor, 'workplace.scheduleRounds')
    const { rows } = await db.execute<z.infer<typeof RoundPlaces>>(sql`
      with seats as (select w.id, w.code, r.title as room, s.name as site,
        (select string_agg(p.name, ', ' order by p.name) from current_seats c join people p on p.id = c.person_id where c.workplace_id = w.id) as person
      from workplaces w join rooms r on r.id = w.room_id join sites s on s.id = w.site_id
      where w.retired_at is null and ${where} order by s.name ->> 'uk', w.code, w.id limit 1000),
      halls as (select r.id, r.title, t.name as site, r.code from rooms r join sites t on t.id = r.site_id
        where r.retired_at is null and ${visibleRoom(planned, { id: sql`r.id`, siteId: sql`r.site_id` })}
        order by t.name ->> 'uk', r.code limit 500)
      select (select coalesce(json_agg(p order by p.site ->> 'uk', p.code, p.id), '[]') from seats p) as items,
        (select coalesce(json_agg(h order by h.site ->> 'uk', h.code), '[]') from halls h) as rooms,
        (select coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'title', v.title) order by c.slug), '[]')
          from checklists c join checklist_versions v on v.checklist_id = c.id and v.status = 'published'
          where c.kind <> 'decision') as checklists`)
    return rows[0] as z.infer<typeof RoundPlaces>
  },
})

const Dot = z.object({
  id: z.uuid(),
  code: z.string(),
  x: z.number(),
  y: z.number(),
  turn: z.number(),
  person: z.string().nullable(),
  at: z.string().nullable(),
  score: z.number().nullable(),
  verdict: z.string().nullable(),
  openActions: z.number(),
  closed: z.boolean(),
  outcome: z.enum(OUTCOMES),
})
const Room = z.object({
  id: z.uuid(),
  title: Text,
  width: z.number(),
  depth: z.number(),
  seats: z.array(Dot),
})
const SiteMap = z.object({
  now: z.string(),
  site: z.object({ id: z.uuid(), slug: z.string(), name: Text }),
  sites: z.array(z.object({ slug: z.string(), name: Text })),
  rooms: z.array(Room),
})
export type SiteMap = z.infer<typeof SiteMap>
export type MapRoom = SiteMap['rooms'][number]
type SiteRow = { id: string; slug: string; name: Text }

const SEATS = sql`(
  select coalesce(json_agg(json_build_object('id', w.id, 'code', w.code, 'x', w.x_mm, 'y', w.y_mm, 'turn', w.turn,
    'person', (select string_agg(p.name, ', ' order by p.name) from current_seats c join people p on p.id = c.person_id
      where c.workplace_id = w.id),
    'at', ${isoMoment(sql`l.submitted_at`)}, 'score', l.score, 'verdict', l.verdict,
    'closed', ${isClosed(sql`w.room_id`, sql`w.id`)},
    'openActions', (select count(*) from actions a where a.workplace_id = w.id and a.status in ('open', 'in-progress'))) order by w.code), '[]')
  from workplaces w
  left join lateral ${lastResult(sql`w.id`)} l on true
  where w.room_id = r.id and w.retired_at is null)`

/** The rooms of a site to scale, each seat with its last result and how old it is. */
export const siteMap = query({
  verb: 'workplace.siteMap',
  /** A site's short name; `mine` is where the actor works. */
  input: z.object({ site: z.string().max(100) }),
  output: SiteMap,
  async run({ db, actor, input, reach, now }) {
    const { rows: sites } = await db.execute<SiteRow>(sql`
      select s.id, s.slug, s.name from sites s where ${visible(reach, { siteId: sql`s.id` })} order by s.name ->> 'uk'`)
    const site = sites.find((one) =>
      input.site === 'mine' ? one.id === actor.siteId : one.slug === input.site,
    )
    if (!site) throw notFound()
    const { rows } = await db.execute<MapRoom>(sql`
      select r.id, r.title, r.width_mm as width, r.depth_mm as depth, ${SEATS} as seats
      from rooms r where r.site_id = ${site.id} and r.retired_at is null order by r.code`)
    const rooms = rows.map((room) => ({
      ...room,
      seats: room.seats.map((seat) => {
        const { at, verdict, closed } = seat
        return { ...seat, outcome: outcomeOf(at && verdict ? { at, verdict } : null, closed, now) }
      }),
    }))
    return { now: now.toISOString(), site, sites: sites.map(({ slug, name }) => ({ slug, name })), rooms }
  },
})
