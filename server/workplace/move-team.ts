import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { conflict, invalid, notFound } from '#domain/refused'
import { MoveTeam } from '#domain/seating'
import { dateAt } from '#domain/site-time'
import { command } from '#server/command'
import { endSeating, noonOf, seatPerson } from '#server/workplace/seat-person'

type Found = { teamId: string; siteId: string; timeZone: string; roomSite: string | null }

const findTeam = async (tx: Tx, teamId: string, roomId: string): Promise<Found> => {
  const { rows } = await tx.execute<Found>(sql`
    select t.id as "teamId", t.site_id as "siteId", s.time_zone as "timeZone",
      (select site_id from rooms where id = ${roomId} and retired_at is null) as "roomSite"
    from teams t join sites s on s.id = t.site_id where t.id = ${teamId}`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Members by name; each with the seat of that room that they have already. */
const members = async (tx: Tx, teamId: string, roomId: string, from: string) => {
  const { rows } = await tx.execute<{ id: string; seat: string | null }>(sql`
    select p.id, (select w.id from seat_assignments a join workplaces w on w.id = a.workplace_id
        where a.person_id = p.id and w.room_id = ${roomId} and a.valid @> ${from}::date) as seat
    from current_employments e join people p on p.id = e.person_id where e.team_id = ${teamId} order by p.name, p.id`)
  return rows
}

/** Seats of a room that nobody of the site has from that day on, but for the team itself. */
const freeSeats = async (tx: Tx, teamId: string, roomId: string, from: string) => {
  const { rows } = await tx.execute<{ id: string; code: string }>(sql`
    select w.id, w.code from workplaces w where w.room_id = ${roomId} and w.retired_at is null and not exists (
      select from seat_assignments a join current_employments e on e.person_id = a.person_id and e.site_id = w.site_id
      where a.workplace_id = w.id and a.valid && daterange(${from}::date, null) and e.team_id is distinct from ${teamId})
    order by w.code, w.id for update of w`)
  return rows
}

/** Moves a whole team into a room: who sits there already stays, the others get the free seats by number. All of them or nobody. */
export const moveTeam = command({
  verb: 'workplace.assignSeats',
  input: MoveTeam,
  output: z.object({ moved: z.number(), stayed: z.number() }),
  subject: (tx, { teamId, roomId }) => findTeam(tx, teamId, roomId),
  audit: ({ input, result }) => ({
    kind: 'team',
    id: input.teamId,
    detail: { roomId: input.roomId, moved: result.moved },
  }),
  async run({ input: { teamId, roomId, from: day }, subject, notify, ...acting }) {
    const { tx, now } = acting
    if (subject.roomSite !== subject.siteId) throw invalid('roomId', 'wrong')
    const today = dateAt(now, subject.timeZone)
    const from = day ?? today
    if (from < today) throw invalid('from', 'pastDay')
    const all = await members(tx, teamId, roomId, from)
    const moving = all.filter(({ seat }) => !seat)
    const kept = new Set(all.map(({ seat }) => seat))
    const free = (await freeSeats(tx, teamId, roomId, from)).filter(({ id }) => !kept.has(id))
    const missing = moving.length - free.length
    if (missing > 0) throw conflict('workplace.tooFewSeats', { missing })
    const ids = sql.param(moving.map(({ id }) => id))
    await endSeating(tx, sql`a.person_id = any(${ids}::uuid[])`, from)
    for (const [index, { id: personId }] of moving.entries()) {
      const { id: workplaceId = '', code = '' } = free[index] ?? {}
      await seatPerson(acting, { personId, workplaceId, from, shared: false })
      notify({
        to: [personId],
        kind: 'workplace.seatGiven',
        params: { code, day: noonOf(from) },
        href: '/workplace',
      })
    }
    return { moved: moving.length, stayed: all.length - moving.length }
  },
})
