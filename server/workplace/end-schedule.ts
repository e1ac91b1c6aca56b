import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '#domain/refused'
import { EndSchedule } from '#domain/seating'
import { command } from '#server/command'
import { findRoom, findSeat } from '#server/workplace/place-queries'

/** A room or a seat is not to be gone round any more by this schedule; what was due before stays as it was. */
export const endSchedule = command({
  verb: 'workplace.scheduleRounds',
  input: EndSchedule,
  output: z.object({}),
  subject: async (tx, { scheduleId }, actor) => {
    const { rows } = await tx.execute<{ roomId: string; seat: string | null }>(sql`
      select room_id as "roomId", workplace_id as seat from round_schedules where id = ${scheduleId} and ended_at is null for update`)
    if (!rows[0]) throw notFound()
    const { roomId, seat } = rows[0]
    return seat ? findSeat(tx, seat, actor) : findRoom(tx, roomId, actor)
  },
  audit: ({ input }) => ({ kind: 'round-schedule', id: input.scheduleId }),
  async run({ tx, input, now }) {
    await tx.execute(sql`update round_schedules set ended_at = ${now} where id = ${input.scheduleId}`)
    return {}
  },
})
