import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { Actor } from '#domain/access'
import { notFound } from '#domain/refused'

/** A seat or a room with who sits there now: whose and where an act is. */
export type Place = {
  workplaceId: string | null
  roomId: string
  siteId: string
  timeZone: string
  code: string
  people: string[]
  /** The team of the people there; where shifts of several teams share it, the one that the actor leads. */
  teamId: string | null
}

type Found = Omit<Place, 'teamId'> & { teams: (string | null)[] }

const placeOf = ({ teams, ...place }: Found, actor: Actor): Place => {
  const led = actor.grants.map((grant) => grant.teamId)
  const teamId = teams.find((team) => team && led.includes(team)) ?? teams.find((team) => team) ?? null
  return { ...place, teamId }
}

export async function findSeat(tx: Tx, workplaceId: string, actor: Actor): Promise<Place> {
  const { rows } = await tx.execute<Found>(sql`
    select w.id as "workplaceId", w.room_id as "roomId", w.site_id as "siteId", s.time_zone as "timeZone", w.code,
      coalesce(array_agg(c.person_id::text) filter (where c.person_id is not null), '{}') as people,
      coalesce(array_agg(e.team_id::text) filter (where e.team_id is not null), '{}') as teams
    from workplaces w join sites s on s.id = w.site_id
    left join current_seats c on c.workplace_id = w.id
    left join current_employments e on e.person_id = c.person_id
    where w.id = ${workplaceId} and w.retired_at is null group by w.id, s.time_zone`)
  if (!rows[0]) throw notFound()
  return placeOf(rows[0], actor)
}

export async function findRoom(tx: Tx, roomId: string): Promise<Place> {
  const { rows } = await tx.execute<Place>(sql`
    select null as "workplaceId", r.id as "roomId", r.site_id as "siteId", s.time_zone as "timeZone", r.code,
      '{}'::text[] as people, null as "teamId"
    from rooms r join sites s on s.id = r.site_id where r.id = ${roomId} and r.retired_at is null`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The actor's own seat today. */
export async function findOwnSeat(tx: Tx, actor: Actor): Promise<Place> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select workplace_id as id from current_seats where person_id = ${actor.personId}`)
  if (!rows[0]) throw notFound()
  return findSeat(tx, rows[0].id, actor)
}
