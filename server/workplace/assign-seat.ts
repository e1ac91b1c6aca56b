import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { invalid, notFound } from '#domain/refused'
import { AssignSeat } from '#domain/seating'
import { dateAt } from '#domain/site-time'
import type { Text } from '#domain/text'
import { command } from '#server/command'
import { noonOf, seatPerson } from '#server/workplace/seat-person'

type Found = {
  siteId: string
  timeZone: string
  code: string
  room: Text
  teamId: string | null
  here: boolean
}

/** The seat, and the team of the person at its site: whose leader seats them. */
const findSeating = async (tx: Tx, workplaceId: string, personId: string): Promise<Found> => {
  const { rows } = await tx.execute<Found>(sql`
    select w.site_id as "siteId", s.time_zone as "timeZone", w.code, r.title as room, e.team_id as "teamId",
      e.person_id is not null as here
    from workplaces w join sites s on s.id = w.site_id join rooms r on r.id = w.room_id
    left join current_employments e on e.person_id = ${personId} and e.site_id = w.site_id
    where w.id = ${workplaceId} and w.retired_at is null limit 1`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Gives a person a seat of their site from a day on; the one they had is free then. */
export const assignSeat = command({
  verb: 'workplace.assignSeats',
  input: AssignSeat,
  output: z.object({}),
  subject: (tx, { workplaceId, personId }) => findSeating(tx, workplaceId, personId),
  readable: 'workplace.seat',
  audit: ({ input }) => ({
    kind: 'workplace',
    id: input.workplaceId,
    detail: { personId: input.personId, shared: input.shared },
  }),
  async run({ input, subject, notify, ...acting }) {
    const { personId, workplaceId, shared } = input
    if (!subject.here) throw invalid('personId', 'worksElsewhere')
    const today = dateAt(acting.now, subject.timeZone)
    const from = input.from ?? today
    if (from < today) throw invalid('from', 'pastDay')
    await seatPerson(acting, { personId, workplaceId, from, shared })
    const params = { code: subject.code, day: noonOf(from) }
    notify({ to: [personId], kind: 'workplace.seatGiven', params, href: '/workplace' })
    return {}
  },
})
