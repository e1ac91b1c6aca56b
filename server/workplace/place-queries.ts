import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { Actor, Coverage } from '#domain/access'
import { conflict, notFound } from '#domain/refused'
import { visible } from '#server/visible'

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

/** A room; to whoever leads a team that sits there it is that team's room. */
export async function findRoom(tx: Tx, roomId: string, actor?: Actor): Promise<Place> {
  const led = actor?.grants.flatMap(({ teamId }) => teamId ?? []) ?? []
  const { rows } = await tx.execute<Place>(sql`
    select null as "workplaceId", r.id as "roomId", r.site_id as "siteId", s.time_zone as "timeZone", r.code,
      '{}'::text[] as people, (
        select e.team_id from current_seats c join current_employments e on e.person_id = c.person_id
        where c.room_id = r.id and e.team_id = any(${sql.param(led)}::uuid[]) limit 1) as "teamId"
    from rooms r join sites s on s.id = r.site_id where r.id = ${roomId} and r.retired_at is null`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The rooms that a reach covers: of its sites, and those where people of its teams sit. */
export const visibleRoom = (reach: Coverage, room: { id: SQL; siteId: SQL; people?: SQL[] }): SQL => sql`(
  ${visible(reach, { people: room.people ?? [], siteId: room.siteId })} or exists (
    select from current_seats cs join current_employments ce on ce.person_id = cs.person_id
    where cs.room_id = ${room.id} and ${visible(reach, { teamId: sql`ce.team_id` })}))`

/** While an alarm is on, nobody begins or ends anything at a site. */
export async function refuseInAlarm(tx: Tx, siteId: string): Promise<void> {
  const { rowCount } = await tx.execute(
    sql`select from site_alarms where site_id = ${siteId} and ended_at is null`,
  )
  if (rowCount) throw conflict('workplace.alarmOn')
}

/** The actor's own seat today. */
export async function findOwnSeat(tx: Tx, actor: Actor): Promise<Place> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select workplace_id as id from current_seats where person_id = ${actor.personId}`)
  if (!rows[0]) throw notFound()
  return findSeat(tx, rows[0].id, actor)
}
